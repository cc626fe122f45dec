using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Bankberichten : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "afschriftstand",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    rekening = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    afschrift = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    nummer = table.Column<long>(type: "bigint", nullable: false),
                    pagina = table.Column<int>(type: "integer", nullable: true),
                    laatste = table.Column<bool>(type: "boolean", nullable: true),
                    eind_centen = table.Column<long>(type: "bigint", nullable: false),
                    eind_dag = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_afschriftstand", x => new { x.gemeentecode, x.rekening });
                });

            migrationBuilder.CreateTable(
                name: "bankbericht",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kanaal = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    soort = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    afzender = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    kenmerk = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    stand = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    fouten = table.Column<string>(type: "jsonb", nullable: true),
                    ontvangen_door = table.Column<string>(type: "text", nullable: false),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verwerkt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bankbericht", x => new { x.gemeentecode, x.bericht_id });
                });

            migrationBuilder.CreateTable(
                name: "banksignaal",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    nummer = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: true),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ernst = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    opdracht_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    post = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    reden = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    kandidaten = table.Column<string[]>(type: "text[]", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    afgehandeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    afgehandeld_door = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_banksignaal", x => new { x.gemeentecode, x.nummer });
                    table.ForeignKey(
                        name: "fk_banksignaal_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "betaalstop",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    nummer = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    profiel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opgeheven_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opgeheven_door = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_betaalstop", x => new { x.gemeentecode, x.nummer });
                    table.ForeignKey(
                        name: "fk_betaalstop_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "boeking",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    rekening = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    afschrift = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    pagina = table.Column<int>(type: "integer", nullable: false),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    detail = table.Column<int>(type: "integer", nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    soort = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    opdracht_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    aantal = table.Column<int>(type: "integer", nullable: true),
                    bedrag_centen = table.Column<long>(type: "bigint", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_boeking", x => new { x.gemeentecode, x.rekening, x.afschrift, x.pagina, x.post, x.detail });
                    table.ForeignKey(
                        name: "fk_boeking_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bankbericht_ontvangen",
                schema: "betalen",
                table: "bankbericht",
                columns: new[] { "gemeentecode", "ontvangen_op", "bericht_id" });

            migrationBuilder.CreateIndex(
                name: "ux_bankbericht_hash",
                schema: "betalen",
                table: "bankbericht",
                columns: new[] { "gemeentecode", "kanaal", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_bankbericht_kenmerk",
                schema: "betalen",
                table: "bankbericht",
                columns: new[] { "gemeentecode", "soort", "afzender", "kenmerk" },
                unique: true,
                filter: "stand <> 'quarantaine' and kenmerk is not null");

            migrationBuilder.CreateIndex(
                name: "ix_banksignaal_bericht",
                schema: "betalen",
                table: "banksignaal",
                columns: new[] { "gemeentecode", "bericht_id" });

            migrationBuilder.CreateIndex(
                name: "ix_banksignaal_dossier",
                schema: "betalen",
                table: "banksignaal",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_banksignaal_open",
                schema: "betalen",
                table: "banksignaal",
                columns: new[] { "gemeentecode", "nummer" },
                filter: "afgehandeld_op is null");

            migrationBuilder.CreateIndex(
                name: "ux_betaalstop_dossier",
                schema: "betalen",
                table: "betaalstop",
                columns: new[] { "gemeentecode", "dossier_id" },
                unique: true,
                filter: "opgeheven_op is null and dossier_id is not null");

            migrationBuilder.CreateIndex(
                name: "ux_betaalstop_profiel",
                schema: "betalen",
                table: "betaalstop",
                columns: new[] { "gemeentecode", "profiel" },
                unique: true,
                filter: "opgeheven_op is null and profiel is not null");

            migrationBuilder.CreateIndex(
                name: "ix_boeking_batch",
                schema: "betalen",
                table: "boeking",
                columns: new[] { "gemeentecode", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_boeking_dossier",
                schema: "betalen",
                table: "boeking",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_boeking_opdracht",
                schema: "betalen",
                table: "boeking",
                columns: new[] { "gemeentecode", "opdracht_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "afschriftstand",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "bankbericht",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "banksignaal",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "betaalstop",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "boeking",
                schema: "betalen");
        }
    }
}
