using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identiteit");

            migrationBuilder.EnsureSchema(
                name: "toegang");

            migrationBuilder.EnsureSchema(
                name: "inbox");

            migrationBuilder.EnsureSchema(
                name: "dossiers");

            migrationBuilder.EnsureSchema(
                name: "sleutels");

            migrationBuilder.CreateTable(
                name: "account",
                schema: "identiteit",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login = table.Column<string>(type: "text", nullable: false),
                    naam = table.Column<string>(type: "text", nullable: false),
                    rol = table.Column<string>(type: "text", nullable: false),
                    hoort_bij = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    wachtwoord_hash = table.Column<string>(type: "text", nullable: true),
                    beveiligingsstempel = table.Column<string>(type: "text", nullable: false),
                    totp_geheim = table.Column<byte[]>(type: "bytea", nullable: true),
                    totp_laatste_stap = table.Column<long>(type: "bigint", nullable: false),
                    mislukte_pogingen = table.Column<int>(type: "integer", nullable: false),
                    geblokkeerd_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    actief = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "beleid",
                schema: "toegang",
                columns: table => new
                {
                    versie = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    hash = table.Column<string>(type: "text", nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_beleid", x => x.versie);
                });

            migrationBuilder.CreateTable(
                name: "bericht",
                schema: "inbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    partner = table.Column<string>(type: "text", nullable: false),
                    extern_id_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    inhoud_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    gebeurtenis_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    code = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    reden = table.Column<string>(type: "text", nullable: true),
                    ontvangen_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    verwerkt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: true),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pogingen = table.Column<int>(type: "integer", nullable: false),
                    volgende_poging = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bezet_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    herhaling_van = table.Column<Guid>(type: "uuid", nullable: true),
                    trace_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bericht", x => new { x.gemeentecode, x.bericht_id });
                });

            migrationBuilder.CreateTable(
                name: "client",
                schema: "identiteit",
                columns: table => new
                {
                    client_id = table.Column<string>(type: "text", nullable: false),
                    actief = table.Column<bool>(type: "boolean", nullable: false),
                    tokens_geldig_vanaf = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client", x => x.client_id);
                });

            migrationBuilder.CreateTable(
                name: "dataprotection",
                schema: "identiteit",
                columns: table => new
                {
                    naam = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dataprotection", x => x.naam);
                });

            migrationBuilder.CreateTable(
                name: "jti",
                schema: "identiteit",
                columns: table => new
                {
                    client_id = table.Column<string>(type: "text", nullable: false),
                    jti = table.Column<string>(type: "text", nullable: false),
                    verloopt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jti", x => new { x.client_id, x.jti });
                });

            migrationBuilder.CreateTable(
                name: "merk",
                schema: "toegang",
                columns: table => new
                {
                    naam = table.Column<string>(type: "text", nullable: false),
                    waarde = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merk", x => x.naam);
                });

            migrationBuilder.CreateTable(
                name: "sleutel",
                schema: "sleutels",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    inpak_kid = table.Column<string>(type: "text", nullable: false),
                    ingepakt = table.Column<byte[]>(type: "bytea", nullable: false),
                    gemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sleutel", x => new { x.gemeentecode, x.sleutel_id });
                });

            migrationBuilder.CreateTable(
                name: "client_sleutel",
                schema: "identiteit",
                columns: table => new
                {
                    client_id = table.Column<string>(type: "text", nullable: false),
                    kid = table.Column<string>(type: "text", nullable: false),
                    jwk = table.Column<string>(type: "text", nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_client_sleutel", x => new { x.client_id, x.kid });
                    table.ForeignKey(
                        name: "fk_client_sleutel_client",
                        column: x => x.client_id,
                        principalSchema: "identiteit",
                        principalTable: "client",
                        principalColumn: "client_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dossier",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sleutel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bsn_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    vnummer_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    fase = table.Column<string>(type: "text", nullable: false),
                    doelgroep = table.Column<string>(type: "text", nullable: true),
                    leerroute = table.Column<string>(type: "text", nullable: true),
                    termijn_einde = table.Column<DateOnly>(type: "date", nullable: true),
                    geopend_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    gesloten_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dossier", x => new { x.gemeentecode, x.dossier_id });
                    table.ForeignKey(
                        name: "fk_dossier_sleutel",
                        columns: x => new { x.gemeentecode, x.sleutel_id },
                        principalSchema: "sleutels",
                        principalTable: "sleutel",
                        principalColumns: new[] { "gemeentecode", "sleutel_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feit",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    feit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    veldgroep = table.Column<string>(type: "text", nullable: false),
                    bron = table.Column<string>(type: "text", nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: true),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    actueel = table.Column<bool>(type: "boolean", nullable: false),
                    tijdstip = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    gevraagd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    inhoud = table.Column<byte[]>(type: "bytea", nullable: false),
                    inhoud_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feit", x => new { x.gemeentecode, x.feit_id });
                    table.ForeignKey(
                        name: "fk_feit_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "opdracht",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    opdracht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    taak = table.Column<string>(type: "text", nullable: false),
                    van = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opdracht", x => new { x.gemeentecode, x.opdracht_id });
                    table.ForeignKey(
                        name: "fk_opdracht_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "relatie",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    extern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_referentie = table.Column<string>(type: "text", nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    geldig_tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_relatie", x => new { x.gemeentecode, x.extern_id });
                    table.ForeignKey(
                        name: "fk_relatie_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "toestemming",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    toestemming_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: false),
                    doel = table.Column<string>(type: "text", nullable: false),
                    gegeven_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ingetrokken_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_toestemming", x => new { x.gemeentecode, x.toestemming_id });
                    table.ForeignKey(
                        name: "fk_toestemming_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_account_login",
                schema: "identiteit",
                table: "account",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_beleid_hash",
                schema: "toegang",
                table: "beleid",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bericht_ontvangen",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "ontvangen_op", "bericht_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bericht_wacht",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "volgende_poging" },
                filter: "volgende_poging is not null");

            migrationBuilder.CreateIndex(
                name: "ux_bericht_extern",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "client_id", "extern_id_hash" },
                unique: true,
                filter: "herhaling_van is null");

            migrationBuilder.CreateIndex(
                name: "ux_bericht_gebeurtenis",
                schema: "inbox",
                table: "bericht",
                columns: new[] { "gemeentecode", "gebeurtenis_hash" },
                unique: true,
                filter: "gebeurtenis_hash is not null");

            migrationBuilder.CreateIndex(
                name: "IX_dossier_gemeentecode_sleutel_id",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "gemeentecode", "sleutel_id" });

            migrationBuilder.CreateIndex(
                name: "ux_dossier_bsn",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "gemeentecode", "bsn_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_dossier_vnummer",
                schema: "dossiers",
                table: "dossier",
                columns: new[] { "gemeentecode", "vnummer_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_feit_actueel",
                schema: "dossiers",
                table: "feit",
                columns: new[] { "gemeentecode", "dossier_id", "categorie", "veldgroep", "bron" },
                unique: true,
                filter: "actueel");

            migrationBuilder.CreateIndex(
                name: "ux_feit_versie",
                schema: "dossiers",
                table: "feit",
                columns: new[] { "gemeentecode", "dossier_id", "categorie", "veldgroep", "bron", "versie" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jti_verloopt",
                schema: "identiteit",
                table: "jti",
                column: "verloopt");

            migrationBuilder.CreateIndex(
                name: "ix_opdracht_dossier_client",
                schema: "dossiers",
                table: "opdracht",
                columns: new[] { "gemeentecode", "dossier_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "IX_relatie_gemeentecode_dossier_id",
                schema: "dossiers",
                table: "relatie",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ux_relatie_client_dossier",
                schema: "dossiers",
                table: "relatie",
                columns: new[] { "gemeentecode", "client_id", "dossier_id" },
                unique: true,
                filter: "geldig_tot is null");

            migrationBuilder.CreateIndex(
                name: "ux_relatie_referentie",
                schema: "dossiers",
                table: "relatie",
                columns: new[] { "gemeentecode", "client_id", "partner_referentie" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_toestemming_dossier_client",
                schema: "dossiers",
                table: "toestemming",
                columns: new[] { "gemeentecode", "dossier_id", "client_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account",
                schema: "identiteit");

            migrationBuilder.DropTable(
                name: "beleid",
                schema: "toegang");

            migrationBuilder.DropTable(
                name: "bericht",
                schema: "inbox");

            migrationBuilder.DropTable(
                name: "client_sleutel",
                schema: "identiteit");

            migrationBuilder.DropTable(
                name: "dataprotection",
                schema: "identiteit");

            migrationBuilder.DropTable(
                name: "feit",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "jti",
                schema: "identiteit");

            migrationBuilder.DropTable(
                name: "merk",
                schema: "toegang");

            migrationBuilder.DropTable(
                name: "opdracht",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "relatie",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "toestemming",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "client",
                schema: "identiteit");

            migrationBuilder.DropTable(
                name: "dossier",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "sleutel",
                schema: "sleutels");
        }
    }
}
