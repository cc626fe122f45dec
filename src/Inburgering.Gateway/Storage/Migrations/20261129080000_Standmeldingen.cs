using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Standmeldingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "standmelding",
                schema: "synchronisatie",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    melding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    synchronisatie_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volgnummer = table.Column<int>(type: "integer", nullable: false),
                    naam = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    van = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    naar = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    zin = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    uitvoering_id = table.Column<Guid>(type: "uuid", nullable: true),
                    gezien_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pogingen = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    volgende_poging = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    verstuurd_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mislukt_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standmelding", x => new { x.gemeentecode, x.melding_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_standmelding_wacht",
                schema: "synchronisatie",
                table: "standmelding",
                columns: new[] { "gemeentecode", "volgende_poging" },
                filter: "volgende_poging is not null");

            migrationBuilder.CreateIndex(
                name: "ux_standmelding_volgnummer",
                schema: "synchronisatie",
                table: "standmelding",
                columns: new[] { "gemeentecode", "synchronisatie_id", "volgnummer" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "standmelding",
                schema: "synchronisatie");
        }
    }
}
