using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Outbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "outbox");

            migrationBuilder.CreateTable(
                name: "melding",
                schema: "outbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    melding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgnummer = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    soort = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false),
                    inhoud_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    reden = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    uitleg = table.Column<byte[]>(type: "bytea", nullable: true),
                    gegeven_door = table.Column<string>(type: "text", nullable: false),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    gemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bevestigd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    afgehandeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    volgende_poging = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bezet_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    onderweg_als = table.Column<Guid>(type: "uuid", nullable: true),
                    intrekking_van = table.Column<Guid>(type: "uuid", nullable: true),
                    nummer = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_melding", x => new { x.gemeentecode, x.melding_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_melding_dossier",
                schema: "outbox",
                table: "melding",
                columns: new[] { "gemeentecode", "dossier_id", "volgnummer" });

            migrationBuilder.CreateIndex(
                name: "ix_melding_gemaakt",
                schema: "outbox",
                table: "melding",
                columns: new[] { "gemeentecode", "gemaakt_op", "melding_id" });

            migrationBuilder.CreateIndex(
                name: "ix_melding_wacht",
                schema: "outbox",
                table: "melding",
                columns: new[] { "gemeentecode", "volgende_poging" },
                filter: "volgende_poging is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "melding",
                schema: "outbox");
        }
    }
}
