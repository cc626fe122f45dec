using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Koppelingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "vergeefs",
                schema: "outbox",
                table: "melding",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "vergeefs",
                schema: "inbox",
                table: "bericht",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "opschorting",
                schema: "dossiers",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    opschorting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dossier_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    van = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    hervat_door = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    toelichting = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opschorting", x => new { x.gemeentecode, x.opschorting_id });
                    table.ForeignKey(
                        name: "fk_opschorting_dossier",
                        columns: x => new { x.gemeentecode, x.dossier_id },
                        principalSchema: "dossiers",
                        principalTable: "dossier",
                        principalColumns: new[] { "gemeentecode", "dossier_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stilstand",
                schema: "outbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    stilstand_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proef_na = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tot = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stilstand", x => new { x.gemeentecode, x.stilstand_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_opschorting_dossier",
                schema: "dossiers",
                table: "opschorting",
                columns: new[] { "gemeentecode", "dossier_id" });

            migrationBuilder.CreateIndex(
                name: "ux_opschorting_loopt",
                schema: "dossiers",
                table: "opschorting",
                columns: new[] { "gemeentecode", "dossier_id", "partner" },
                unique: true,
                filter: "tot is null");

            migrationBuilder.CreateIndex(
                name: "ux_stilstand_loopt",
                schema: "outbox",
                table: "stilstand",
                columns: new[] { "gemeentecode", "partner" },
                unique: true,
                filter: "tot is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "opschorting",
                schema: "dossiers");

            migrationBuilder.DropTable(
                name: "stilstand",
                schema: "outbox");

            migrationBuilder.DropColumn(
                name: "vergeefs",
                schema: "outbox",
                table: "melding");

            migrationBuilder.DropColumn(
                name: "vergeefs",
                schema: "inbox",
                table: "bericht");
        }
    }
}
