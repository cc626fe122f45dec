using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Synchronisaties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "synchronisatie");

            migrationBuilder.AddColumn<bool>(
                name: "proef",
                schema: "inbox",
                table: "afstemming",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "synchronisatie",
                schema: "synchronisatie",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    synchronisatie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    soort = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    rooster = table.Column<string>(type: "jsonb", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    volgende_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pauze_vanaf = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pauze_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_synchronisatie", x => new { x.gemeentecode, x.synchronisatie_id });
                });

            migrationBuilder.CreateTable(
                name: "uitvoering",
                schema: "synchronisatie",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    uitvoering_id = table.Column<Guid>(type: "uuid", nullable: false),
                    synchronisatie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    moment = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    aanleiding = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    gestart_door = table.Column<string>(type: "text", nullable: false),
                    toelichting = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    begonnen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    geeindigd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    reden = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ontvangen = table.Column<int>(type: "integer", nullable: false),
                    nieuw = table.Column<int>(type: "integer", nullable: false),
                    gewijzigd = table.Column<int>(type: "integer", nullable: false),
                    gelijk = table.Column<int>(type: "integer", nullable: false),
                    verschillend = table.Column<int>(type: "integer", nullable: false),
                    afgekeurd = table.Column<int>(type: "integer", nullable: false),
                    tegengehouden = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_uitvoering", x => new { x.gemeentecode, x.uitvoering_id });
                });

            migrationBuilder.CreateTable(
                name: "wijziging",
                schema: "synchronisatie",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    wijziging_id = table.Column<Guid>(type: "uuid", nullable: false),
                    synchronisatie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<string>(type: "text", nullable: false),
                    reden = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    rooster = table.Column<string>(type: "jsonb", nullable: true),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wijziging", x => new { x.gemeentecode, x.wijziging_id });
                });

            migrationBuilder.CreateIndex(
                name: "ux_synchronisatie_soort",
                schema: "synchronisatie",
                table: "synchronisatie",
                columns: new[] { "gemeentecode", "partner", "soort" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_uitvoering_begonnen",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id", "begonnen_op", "uitvoering_id" });

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id" },
                unique: true,
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_moment",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id", "moment" },
                unique: true,
                filter: "moment is not null");

            migrationBuilder.CreateIndex(
                name: "ix_wijziging_op",
                schema: "synchronisatie",
                table: "wijziging",
                columns: new[] { "gemeentecode", "synchronisatie_id", "op" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "synchronisatie",
                schema: "synchronisatie");

            migrationBuilder.DropTable(
                name: "uitvoering",
                schema: "synchronisatie");

            migrationBuilder.DropTable(
                name: "wijziging",
                schema: "synchronisatie");

            migrationBuilder.DropColumn(
                name: "proef",
                schema: "inbox",
                table: "afstemming");
        }
    }
}
