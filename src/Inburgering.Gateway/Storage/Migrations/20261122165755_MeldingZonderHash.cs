using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class MeldingZonderHash : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "inhoud_hash",
                schema: "outbox",
                table: "melding");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "inhoud_hash",
                schema: "outbox",
                table: "melding",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0]);
        }
    }
}
