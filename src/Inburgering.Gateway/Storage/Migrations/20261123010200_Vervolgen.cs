using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Vervolgen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "vervolg_van",
                schema: "synchronisatie",
                table: "uitvoering",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_vervolg",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "vervolg_van" },
                unique: true,
                filter: "vervolg_van is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_uitvoering_vervolg",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropColumn(
                name: "vervolg_van",
                schema: "synchronisatie",
                table: "uitvoering");
        }
    }
}
