using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Bankkanaal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "aanbieding_op",
                schema: "betalen",
                table: "betaalbatch",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "lease_tot",
                schema: "betalen",
                table: "betaalbatch",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kanaalbericht",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    kanaal = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sleutel = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    bericht_id = table.Column<Guid>(type: "uuid", nullable: false),
                    op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kanaalbericht", x => new { x.gemeentecode, x.kanaal, x.sleutel });
                });

            migrationBuilder.CreateTable(
                name: "kanaalstand",
                schema: "betalen",
                columns: table => new
                {
                    gemeentecode = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    goed_op = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fout_sinds = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kanaalstand", x => x.gemeentecode);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kanaalbericht",
                schema: "betalen");

            migrationBuilder.DropTable(
                name: "kanaalstand",
                schema: "betalen");

            migrationBuilder.DropColumn(
                name: "aanbieding_op",
                schema: "betalen",
                table: "betaalbatch");

            migrationBuilder.DropColumn(
                name: "lease_tot",
                schema: "betalen",
                table: "betaalbatch");
        }
    }
}
