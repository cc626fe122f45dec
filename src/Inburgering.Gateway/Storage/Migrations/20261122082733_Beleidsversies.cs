using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Beleidsversies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "activiteit",
                schema: "toegang",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    versie = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    inhoud = table.Column<string>(type: "text", nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activiteit", x => new { x.id, x.versie });
                });

            migrationBuilder.CreateTable(
                name: "beleid_actief",
                schema: "toegang",
                columns: table => new
                {
                    volgnummer = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    hash = table.Column<string>(type: "text", nullable: false),
                    sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_beleid_actief", x => x.volgnummer);
                });

            // rows are only added: what was in force stays on record
            migrationBuilder.Sql("grant select, insert on toegang.beleid_actief, toegang.activiteit to gateway_applicatie");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activiteit",
                schema: "toegang");

            migrationBuilder.DropTable(
                name: "beleid_actief",
                schema: "toegang");
        }
    }
}
