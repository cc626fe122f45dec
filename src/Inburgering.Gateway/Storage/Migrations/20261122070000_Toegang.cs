using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Toegang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "bewijs",
                schema: "dossiers",
                table: "toestemming",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gegeven_door",
                schema: "dossiers",
                table: "toestemming",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ingetrokken_door",
                schema: "dossiers",
                table: "toestemming",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "taal",
                schema: "dossiers",
                table: "toestemming",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tekstversie",
                schema: "dossiers",
                table: "toestemming",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "avg_rol",
                schema: "dossiers",
                table: "opdracht",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "verwerker");

            migrationBuilder.AddColumn<string>(
                name: "beeindigd_door",
                schema: "dossiers",
                table: "opdracht",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "gegeven_door",
                schema: "dossiers",
                table: "opdracht",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "versie",
                schema: "dossiers",
                table: "opdracht",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "gecorrigeerd_op",
                schema: "dossiers",
                table: "feit",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "plicht_einde",
                schema: "dossiers",
                table: "dossier",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "samengevoegd_in",
                schema: "dossiers",
                table: "dossier",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verhuisd_naar",
                schema: "dossiers",
                table: "dossier",
                type: "character varying(4)",
                maxLength: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "beperking",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    beperking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    zaaknummer = table.Column<string>(type: "text", nullable: false),
                    van = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    door = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_beperking", x => new { x.gemeentecode, x.beperking_id });
                    table.ForeignKey(
                        name: "fk_beperking_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bewaarplicht",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    bewaarplicht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zaaknummer = table.Column<string>(type: "text", nullable: false),
                    van = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    door = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bewaarplicht", x => new { x.gemeentecode, x.bewaarplicht_id });
                    table.ForeignKey(
                        name: "fk_bewaarplicht_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bezwaar",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    bezwaar_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    doel = table.Column<string>(type: "text", nullable: false),
                    client_id = table.Column<string>(type: "text", nullable: true),
                    zaaknummer = table.Column<string>(type: "text", nullable: false),
                    van = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    uitkomst = table.Column<string>(type: "text", nullable: true),
                    door = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bezwaar", x => new { x.gemeentecode, x.bezwaar_id });
                    table.ForeignKey(
                        name: "fk_bezwaar_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "correctietaak",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    correctietaak_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rectificatie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ontvanger = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    gemaakt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    afgehandeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_correctietaak", x => new { x.gemeentecode, x.correctietaak_id });
                    table.ForeignKey(
                        name: "fk_correctietaak_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "noodtoegang",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    noodtoegang_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reden = table.Column<byte[]>(type: "bytea", nullable: false),
                    van = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    goedgekeurd_door = table.Column<Guid>(type: "uuid", nullable: true),
                    beoordeeld_door = table.Column<Guid>(type: "uuid", nullable: true),
                    beoordeeld_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    oordeel = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_noodtoegang", x => new { x.gemeentecode, x.noodtoegang_id });
                    table.ForeignKey(
                        name: "fk_noodtoegang_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rectificatie",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    rectificatie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: false),
                    veld = table.Column<string>(type: "text", nullable: false),
                    oud_feit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nieuw_feit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    zaaknummer = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rectificatie", x => new { x.gemeentecode, x.rectificatie_id });
                    table.ForeignKey(
                        name: "fk_rectificatie_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "verwijdering",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    verwijdering_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    categorie = table.Column<string>(type: "text", nullable: true),
                    termijn = table.Column<string>(type: "text", nullable: false),
                    aantallen = table.Column<string>(type: "text", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_verwijdering", x => new { x.gemeentecode, x.verwijdering_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_beperking_dossier",
                schema: "dossiers",
                table: "beperking",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bewaarplicht_dossier",
                schema: "dossiers",
                table: "bewaarplicht",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_bezwaar_dossier",
                schema: "dossiers",
                table: "bezwaar",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_correctietaak_dossier",
                schema: "dossiers",
                table: "correctietaak",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_noodtoegang_dossier",
                schema: "dossiers",
                table: "noodtoegang",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rectificatie_dossier",
                schema: "dossiers",
                table: "rectificatie",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ix_verwijdering_dossier",
                schema: "dossiers",
                table: "verwijdering",
                columns: new[] { "gemeentecode", "dossier_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "beperking",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "bewaarplicht",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "bezwaar",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "correctietaak",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "noodtoegang",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "rectificatie",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "verwijdering",
                schema: "dossiers");

            migrationBuilder.DropColumn(
                name: "bewijs",
                schema: "dossiers",
                table: "toestemming");

            migrationBuilder.DropColumn(
                name: "gegeven_door",
                schema: "dossiers",
                table: "toestemming");

            migrationBuilder.DropColumn(
                name: "ingetrokken_door",
                schema: "dossiers",
                table: "toestemming");

            migrationBuilder.DropColumn(
                name: "taal",
                schema: "dossiers",
                table: "toestemming");

            migrationBuilder.DropColumn(
                name: "tekstversie",
                schema: "dossiers",
                table: "toestemming");

            migrationBuilder.DropColumn(
                name: "avg_rol",
                schema: "dossiers",
                table: "opdracht");

            migrationBuilder.DropColumn(
                name: "beeindigd_door",
                schema: "dossiers",
                table: "opdracht");

            migrationBuilder.DropColumn(
                name: "gegeven_door",
                schema: "dossiers",
                table: "opdracht");

            migrationBuilder.DropColumn(
                name: "versie",
                schema: "dossiers",
                table: "opdracht");

            migrationBuilder.DropColumn(
                name: "gecorrigeerd_op",
                schema: "dossiers",
                table: "feit");

            migrationBuilder.DropColumn(
                name: "plicht_einde",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "samengevoegd_in",
                schema: "dossiers",
                table: "dossier");

            migrationBuilder.DropColumn(
                name: "verhuisd_naar",
                schema: "dossiers",
                table: "dossier");
        }
    }
}
