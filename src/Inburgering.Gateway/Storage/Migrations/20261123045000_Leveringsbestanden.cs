using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Leveringsbestanden : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bestandrij",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    bestand_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rij = table.Column<int>(type: "integer", nullable: false),
                    deel = table.Column<int>(type: "integer", nullable: false),
                    kolom = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    fout = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bestandrij", x => new { x.gemeentecode, x.bestand_id, x.rij, x.deel });
                });

            migrationBuilder.CreateTable(
                name: "leveringsbestand",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    bestand_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    inhoud_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: true),
                    gedeeltelijk = table.Column<bool>(type: "boolean", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    rijen = table.Column<int>(type: "integer", nullable: true),
                    fouten = table.Column<int>(type: "integer", nullable: false),
                    getoetst = table.Column<int>(type: "integer", nullable: false),
                    geleverd_tot = table.Column<int>(type: "integer", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    klaar_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    volgende_poging = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bezet_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leveringsbestand", x => new { x.gemeentecode, x.bestand_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_leveringsbestand_wacht",
                schema: "inbox",
                table: "leveringsbestand",
                columns: new[] { "gemeentecode", "volgende_poging" },
                filter: "volgende_poging is not null");

            migrationBuilder.CreateIndex(
                name: "ux_leveringsbestand_inhoud",
                schema: "inbox",
                table: "leveringsbestand",
                columns: new[] { "gemeentecode", "client_id", "inhoud_hash" },
                unique: true,
                filter: "status <> 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bestandrij",
                schema: "inbox");

            migrationBuilder.DropTable(
                name: "leveringsbestand",
                schema: "inbox");
        }
    }
}
