using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Feitvolgorde : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "volgorde",
                schema: "dossiers",
                table: "feit",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "volgorde",
                schema: "dossiers",
                table: "feit");
        }
    }
}
