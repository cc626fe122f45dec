using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Betalingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "betaalbatch",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stand = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bericht_id = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    profiel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    rekening = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    uitvoeringsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    aantal = table.Column<int>(type: "integer", nullable: false),
                    totaal_centen = table.Column<long>(type: "bigint", nullable: false),
                    gemaakt_door = table.Column<string>(type: "text", nullable: false),
                    gemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    goedgekeurd_door = table.Column<string>(type: "text", nullable: true),
                    verzegeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: true),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: true),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    aanbieding = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_betaalbatch", x => new { x.gemeentecode, x.batch_id });
                });

            migrationBuilder.CreateTable(
                name: "betaalgebeurtenis",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    nummer = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    opdracht_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    gebeurtenis = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    stand = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    door = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reden = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_betaalgebeurtenis", x => new { x.gemeentecode, x.nummer });
                });

            migrationBuilder.CreateTable(
                name: "betaalsleutel",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sleutel = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_betaalsleutel", x => new { x.gemeentecode, x.dossier_id });
                    table.ForeignKey(
                        name: "fk_betaalsleutel_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rekeningcontrole",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    rekening_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    wijze = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    uitkomst = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    door = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    aanvaard_door = table.Column<string>(type: "text", nullable: true),
                    aanvaard_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    geblokkeerd_om = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rekeningcontrole", x => new { x.gemeentecode, x.rekening_hash });
                });

            migrationBuilder.CreateTable(
                name: "betaalopdracht",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    opdracht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    besluit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    maand = table.Column<DateOnly>(type: "date", nullable: false),
                    soort = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    poging = table.Column<short>(type: "smallint", nullable: false),
                    vorige = table.Column<Guid>(type: "uuid", nullable: true),
                    verplichting = table.Column<byte[]>(type: "bytea", nullable: false),
                    kenmerk = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    rekening_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    stand = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    uitvoeringsdatum = table.Column<DateOnly>(type: "date", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    gemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_betaalopdracht", x => new { x.gemeentecode, x.opdracht_id });
                    table.ForeignKey(
                        name: "fk_betaalopdracht_batch",
                        columns: x => new { x.gemeentecode, x.batch_id },
                        principalSchema: "betalen",
                        principalTable: "betaalbatch",
                        principalColumns: new[] { "gemeentecode", "batch_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_betaalopdracht_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_betaalbatch_gemaakt",
                schema: "betalen",
                table: "betaalbatch",
                columns: new[] { "gemeentecode", "gemaakt_op", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ux_betaalbatch_bericht",
                schema: "betalen",
                table: "betaalbatch",
                columns: new[] { "gemeentecode", "bericht_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_betaalgebeurtenis_batch",
                schema: "betalen",
                table: "betaalgebeurtenis",
                columns: new[] { "gemeentecode", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_betaalgebeurtenis_dossier",
                schema: "betalen",
                table: "betaalgebeurtenis",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_betaalgebeurtenis_opdracht",
                schema: "betalen",
                table: "betaalgebeurtenis",
                columns: new[] { "gemeentecode", "opdracht_id" });

            migrationBuilder.CreateIndex(
                name: "ix_betaalopdracht_batch",
                schema: "betalen",
                table: "betaalopdracht",
                columns: new[] { "gemeentecode", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_betaalopdracht_dossier",
                schema: "betalen",
                table: "betaalopdracht",
                columns: new[] { "gemeentecode", "dossier_id", "maand" });

            migrationBuilder.CreateIndex(
                name: "ix_betaalopdracht_stand",
                schema: "betalen",
                table: "betaalopdracht",
                columns: new[] { "gemeentecode", "stand", "uitvoeringsdatum" });

            migrationBuilder.CreateIndex(
                name: "ux_betaalopdracht_kenmerk",
                schema: "betalen",
                table: "betaalopdracht",
                columns: new[] { "gemeentecode", "kenmerk" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_betaalopdracht_verplichting",
                schema: "betalen",
                table: "betaalopdracht",
                columns: new[] { "gemeentecode", "verplichting", "poging" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_betaalsleutel_sleutel",
                schema: "betalen",
                table: "betaalsleutel",
                columns: new[] { "gemeentecode", "sleutel" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "betaalgebeurtenis",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "betaalopdracht",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "betaalsleutel",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "rekeningcontrole",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "betaalbatch",
                schema: "betalen");
        }
    }
}
