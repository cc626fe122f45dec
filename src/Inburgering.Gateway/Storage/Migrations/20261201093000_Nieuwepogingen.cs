using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Nieuwepogingen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "sinds_dag",
                schema: "betalen",
                table: "afschriftstand",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_betaalopdracht_vorige",
                schema: "betalen",
                table: "betaalopdracht",
                columns: new[] { "gemeentecode", "vorige" },
                unique: true,
                filter: "vorige is not null and stand <> 'geannuleerd'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_betaalopdracht_vorige",
                schema: "betalen",
                table: "betaalopdracht");

            migrationBuilder.DropColumn(
                name: "sinds_dag",
                schema: "betalen",
                table: "afschriftstand");
        }
    }
}
