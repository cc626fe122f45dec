using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Bronkeuzes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bronkeuze",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    keuze_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    veld = table.Column<string>(type: "text", nullable: false),
                    onderdeel = table.Column<string>(type: "text", nullable: false),
                    bron = table.Column<string>(type: "text", nullable: false),
                    stand = table.Column<byte[]>(type: "bytea", nullable: false),
                    reden = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<string>(type: "text", nullable: false),
                    actueel = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bronkeuze", x => new { x.gemeentecode, x.keuze_id });
                    table.ForeignKey(
                        name: "fk_bronkeuze_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_bronkeuze_actueel",
                schema: "dossiers",
                table: "bronkeuze",
                columns: new[] { "gemeentecode", "dossier_id", "categorie", "veld", "onderdeel" },
                unique: true,
                filter: "actueel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bronkeuze",
                schema: "dossiers");
        }
    }
}
