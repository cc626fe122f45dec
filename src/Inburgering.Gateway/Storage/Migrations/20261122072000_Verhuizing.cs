using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Verhuizing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "overgenomen_van",
                schema: "dossiers",
                table: "feit",
                type: "character varying(4)",
                maxLength: 4,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "overgenomen_van",
                schema: "dossiers",
                table: "feit");
        }
    }
}
