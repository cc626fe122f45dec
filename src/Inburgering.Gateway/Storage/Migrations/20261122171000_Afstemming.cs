using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Afstemming : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "afstemming",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    afstemming_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    aanleiding = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    gestart_door = table.Column<string>(type: "text", nullable: false),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    nacht = table.Column<DateOnly>(type: "date", nullable: true),
                    begonnen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    geeindigd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    totaal = table.Column<int>(type: "integer", nullable: false),
                    gelijk = table.Column<int>(type: "integer", nullable: false),
                    gemist = table.Column<int>(type: "integer", nullable: false),
                    verschillend = table.Column<int>(type: "integer", nullable: false),
                    mislukt = table.Column<int>(type: "integer", nullable: false),
                    tegengehouden = table.Column<int>(type: "integer", nullable: false),
                    gemiste_gebeurtenissen = table.Column<int>(type: "integer", nullable: false),
                    reden = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    wacht_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pauzes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_afstemming", x => new { x.gemeentecode, x.afstemming_id });
                });

            migrationBuilder.CreateTable(
                name: "afstempersoon",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    afstempersoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    afstemming_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    bezet_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    vanaf = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    uitkomst = table.Column<short>(type: "smallint", nullable: true),
                    reden = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: true),
                    afgehandeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_afstempersoon", x => new { x.gemeentecode, x.afstempersoon_id });
                });

            migrationBuilder.CreateTable(
                name: "belbudget",
                schema: "inbox",
                columns: table => new
                {
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    vrij_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_belbudget", x => x.partner);
                });

            migrationBuilder.CreateIndex(
                name: "ix_afstemming_begonnen",
                schema: "inbox",
                table: "afstemming",
                columns: new[] { "gemeentecode", "begonnen_op", "afstemming_id" });

            migrationBuilder.CreateIndex(
                name: "ux_afstemming_loopt",
                schema: "inbox",
                table: "afstemming",
                column: "gemeentecode",
                unique: true,
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ux_afstemming_nacht",
                schema: "inbox",
                table: "afstemming",
                columns: new[] { "gemeentecode", "partner", "nacht" },
                unique: true,
                filter: "nacht is not null");

            migrationBuilder.CreateIndex(
                name: "ix_afstempersoon_dossier",
                schema: "inbox",
                table: "afstempersoon",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_afstempersoon_wacht",
                schema: "inbox",
                table: "afstempersoon",
                columns: new[] { "gemeentecode", "afstemming_id", "pogingen", "dossier_id" },
                filter: "uitkomst is null");

            migrationBuilder.CreateIndex(
                name: "ux_afstempersoon_dossier",
                schema: "inbox",
                table: "afstempersoon",
                columns: new[] { "gemeentecode", "afstemming_id", "dossier_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "afstemming",
                schema: "inbox");

            migrationBuilder.DropTable(
                name: "afstempersoon",
                schema: "inbox");

            migrationBuilder.DropTable(
                name: "belbudget",
                schema: "inbox");
        }
    }
}
