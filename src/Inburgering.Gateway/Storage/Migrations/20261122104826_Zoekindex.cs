using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Zoekindex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "bsn_index_even",
                schema: "dossiers",
                table: "dossier",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "vnummer_index_even",
                schema: "dossiers",
                table: "dossier",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_dossier_bsn_even",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "gemeentecode", "bsn_index_even" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_dossier_vnummer_even",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "gemeentecode", "vnummer_index_even" },
                unique: true);

            migrationBuilder.Sql(SqlFile.Read("0005-zoekindex.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_dossier_bsn_even",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropIndex(
                name: "ux_dossier_vnummer_even",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "bsn_index_even",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "vnummer_index_even",
                schema: "dossiers",
                table: "dossier");
        }
    }
}
