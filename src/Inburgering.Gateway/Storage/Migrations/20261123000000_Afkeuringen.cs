using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Afkeuringen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "persoon_hash",
                schema: "inbox",
                table: "bericht",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "volgnummer",
                schema: "inbox",
                table: "bericht",
                type: "bigint",
                nullable: false)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn);

            migrationBuilder.CreateTable(
                name: "afkeurbesluit",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    besluit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<string>(type: "text", nullable: false),
                    reden = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    redencode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_afkeurbesluit", x => new { x.gemeentecode, x.besluit_id });
                });

            migrationBuilder.CreateTable(
                name: "herhaling",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    herhaling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gestart_door = table.Column<string>(type: "text", nullable: false),
                    reden = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    begonnen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    geeindigd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    gestopt_door = table.Column<string>(type: "text", nullable: true),
                    reeks = table.Column<int>(type: "integer", nullable: false),
                    reeks_reden = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_herhaling", x => new { x.gemeentecode, x.herhaling_id });
                });

            migrationBuilder.CreateTable(
                name: "herhalingdeel",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    herhaling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgorde = table.Column<int>(type: "integer", nullable: false),
                    groep = table.Column<int>(type: "integer", nullable: false),
                    reden_voor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    begonnen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    uitkomst = table.Column<short>(type: "smallint", nullable: true),
                    reden = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    klaar_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_herhalingdeel", x => new { x.gemeentecode, x.herhaling_id, x.bericht_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_bericht_afgekeurd",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "volgnummer" },
                filter: "status = 2");

            migrationBuilder.CreateIndex(
                name: "ix_bericht_dossier",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "dossier_id" },
                filter: "dossier_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bericht_persoon",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "persoon_hash" },
                filter: "persoon_hash is not null");

            migrationBuilder.CreateIndex(
                name: "ix_afkeurbesluit_bericht",
                schema: "inbox",
                table: "afkeurbesluit",
                columns: new[] { "gemeentecode", "bericht_id", "op" });

            migrationBuilder.CreateIndex(
                name: "ix_herhaling_begonnen",
                schema: "inbox",
                table: "herhaling",
                columns: new[] { "gemeentecode", "begonnen_op", "herhaling_id" });

            migrationBuilder.CreateIndex(
                name: "ux_herhalingdeel_open",
                schema: "inbox",
                table: "herhalingdeel",
                columns: new[] { "gemeentecode", "bericht_id" },
                unique: true,
                filter: "uitkomst is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "afkeurbesluit",
                schema: "inbox");

            migrationBuilder.DropTable(
                name: "herhaling",
                schema: "inbox");

            migrationBuilder.DropTable(
                name: "herhalingdeel",
                schema: "inbox");

            migrationBuilder.DropIndex(
                name: "ix_bericht_afgekeurd",
                schema: "inbox",
                table: "bericht");

            migrationBuilder.DropIndex(
                name: "ix_bericht_dossier",
                schema: "inbox",
                table: "bericht");

            migrationBuilder.DropIndex(
                name: "ix_bericht_persoon",
                schema: "inbox",
                table: "bericht");

            migrationBuilder.DropColumn(
                name: "persoon_hash",
                schema: "inbox",
                table: "bericht");

            migrationBuilder.DropColumn(
                name: "volgnummer",
                schema: "inbox",
                table: "bericht");
        }
    }
}
