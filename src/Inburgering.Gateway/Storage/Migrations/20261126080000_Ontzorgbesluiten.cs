using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Ontzorgbesluiten : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "betalen");

            migrationBuilder.CreateTable(
                name: "ontzorgbesluit",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    besluit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    begindatum = table.Column<DateOnly>(type: "date", nullable: false),
                    einddatum = table.Column<DateOnly>(type: "date", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false),
                    inhoud_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    vervangt = table.Column<Guid>(type: "uuid", nullable: true),
                    actueel = table.Column<bool>(type: "boolean", nullable: false),
                    vastgelegd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ontzorgbesluit", x => new { x.gemeentecode, x.besluit_id });
                    table.ForeignKey(
                        name: "fk_ontzorgbesluit_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_ontzorgbesluit_inhoud",
                schema: "betalen",
                table: "ontzorgbesluit",
                columns: new[] { "gemeentecode", "dossier_id", "inhoud_hash" },
                unique: true,
                filter: "actueel");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ontzorgbesluit",
                schema: "betalen");
        }
    }
}
