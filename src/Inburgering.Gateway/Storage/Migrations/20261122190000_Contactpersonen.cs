using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Contactpersonen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contactpersoon",
                schema: "outbox",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    contactpersoon_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kenmerk = table.Column<byte[]>(type: "bytea", nullable: true),
                    nummer = table.Column<int>(type: "integer", nullable: true),
                    melding_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contactpersoon", x => new { x.gemeentecode, x.contactpersoon_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_contactpersoon_melding",
                schema: "outbox",
                table: "contactpersoon",
                columns: new[] { "gemeentecode", "melding_id" });

            migrationBuilder.CreateIndex(
                name: "ux_contactpersoon_kenmerk",
                schema: "outbox",
                table: "contactpersoon",
                columns: new[] { "gemeentecode", "partner", "kenmerk" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_contactpersoon_nummer",
                schema: "outbox",
                table: "contactpersoon",
                columns: new[] { "gemeentecode", "partner", "nummer" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contactpersoon",
                schema: "outbox");
        }
    }
}
