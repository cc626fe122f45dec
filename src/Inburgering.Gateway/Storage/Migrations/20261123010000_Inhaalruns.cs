using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Inhaalruns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropIndex(
                name: "ux_afstemming_loopt",
                schema: "inbox",
                table: "afstemming");

            migrationBuilder.AddColumn<Guid>(
                name: "uitvoering_id",
                schema: "synchronisatie",
                table: "wijziging",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "periode_tot",
                schema: "synchronisatie",
                table: "uitvoering",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "periode_van",
                schema: "synchronisatie",
                table: "uitvoering",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "inhaal",
                schema: "inbox",
                table: "afstemming",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_inhaal",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id" },
                unique: true,
                filter: "status in (0, 6) and periode_van is not null");

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id" },
                unique: true,
                filter: "status = 0 and periode_van is null");

            migrationBuilder.CreateIndex(
                name: "ux_afstemming_loopt",
                schema: "inbox",
                table: "afstemming",
                columns: new[] { "gemeentecode", "inhaal" },
                unique: true,
                filter: "status = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_uitvoering_inhaal",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropIndex(
                name: "ux_afstemming_loopt",
                schema: "inbox",
                table: "afstemming");

            migrationBuilder.DropColumn(
                name: "uitvoering_id",
                schema: "synchronisatie",
                table: "wijziging");

            migrationBuilder.DropColumn(
                name: "periode_tot",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropColumn(
                name: "periode_van",
                schema: "synchronisatie",
                table: "uitvoering");

            migrationBuilder.DropColumn(
                name: "inhaal",
                schema: "inbox",
                table: "afstemming");

            migrationBuilder.CreateIndex(
                name: "ux_uitvoering_loopt",
                schema: "synchronisatie",
                table: "uitvoering",
                columns: new[] { "gemeentecode", "synchronisatie_id" },
                unique: true,
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ux_afstemming_loopt",
                schema: "inbox",
                table: "afstemming",
                column: "gemeentecode",
                unique: true,
                filter: "status = 0");
        }
    }
}
