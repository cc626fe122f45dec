using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Caseloads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "gebruiker",
                schema: "inbox",
                table: "leveringsbestand",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gebruiker",
                schema: "inbox",
                table: "bericht",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "caseload",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    caseload_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opdracht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    gebruiker = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_caseload", x => new { x.gemeentecode, x.caseload_id });
                    table.ForeignKey(
                        name: "fk_caseload_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_caseload_opdracht",
                        columns: x => new { x.gemeentecode, x.opdracht_id },
                        principalSchema: "dossiers",
                        principalTable: "opdracht",
                        principalColumns: new[] { "gemeentecode", "opdracht_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_caseload_dossier",
                schema: "dossiers",
                table: "caseload",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_caseload_gebruiker",
                schema: "dossiers",
                table: "caseload",
                columns: new[] { "gemeentecode", "client_id", "gebruiker" });

            migrationBuilder.CreateIndex(
                name: "ux_caseload_actueel",
                schema: "dossiers",
                table: "caseload",
                columns: new[] { "gemeentecode", "opdracht_id", "gebruiker" },
                unique: true,
                filter: "tot is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "caseload",
                schema: "dossiers");

            migrationBuilder.DropColumn(
                name: "gebruiker",
                schema: "inbox",
                table: "leveringsbestand");

            migrationBuilder.DropColumn(
                name: "gebruiker",
                schema: "inbox",
                table: "bericht");
        }
    }
}
