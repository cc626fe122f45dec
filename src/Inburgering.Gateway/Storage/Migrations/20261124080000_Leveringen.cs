using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Leveringen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropIndex(
                name: "ux_synchronisatie_soort",
                schema: "synchronisatie",
                table: "synchronisatie");

            migrationBuilder.AddColumn<DateOnly>(
                name: "dag",
                schema: "synchronisatie",
                table: "uitvoering",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "instantie",
                schema: "synchronisatie",
                table: "synchronisatie",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "gevolg",
                schema: "inbox",
                table: "bericht",
                type: "smallint",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_dag",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id", "dag" },
                unique: true,
                filter: "dag is not null");

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id" },
                unique: true,
                filter: "status = 0 and periode_van is null and dag is null");

            migrationBuilder.CreateIndex(
                name: "ux_synchronisatie_instantie",
                schema: "synchronisatie",
                table: "synchronisatie",
                columns: new[] { "gemeentecode", "partner", "soort", "instantie" },
                unique: true,
                filter: "instantie is not null");

            migrationBuilder.CreateIndex(
                name: "ux_synchronisatie_soort",
                schema: "synchronisatie",
                table: "synchronisatie",
                columns: new[] { "gemeentecode", "partner", "soort" },
                unique: true,
                filter: "instantie is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_uitvoering_dag",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropIndex(
                name: "ux_synchronisatie_instantie",
                schema: "synchronisatie",
                table: "synchronisatie");

            migrationBuilder.DropIndex(
                name: "ux_synchronisatie_soort",
                schema: "synchronisatie",
                table: "synchronisatie");

            migrationBuilder.DropColumn(
                name: "dag",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropColumn(
                name: "instantie",
                schema: "synchronisatie",
                table: "synchronisatie");

            migrationBuilder.DropColumn(
                name: "gevolg",
                schema: "inbox",
                table: "bericht");

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id" },
                unique: true,
                filter: "status = 0 and periode_van is null");

            migrationBuilder.CreateIndex(
                name: "ux_synchronisatie_soort",
                schema: "synchronisatie",
                table: "synchronisatie",
                columns: new[] { "gemeentecode", "partner", "soort" },
                unique: true);
        }
    }
}
