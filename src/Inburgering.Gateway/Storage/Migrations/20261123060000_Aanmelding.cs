using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Aanmelding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "opdracht_id",
                schema: "outbox",
                table: "melding",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_melding_opdracht",
                schema: "outbox",
                table: "melding",
                columns: new[] { "gemeentecode", "opdracht_id" },
                unique: true,
                filter: "opdracht_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_melding_opdracht",
                schema: "outbox",
                table: "melding");

            migrationBuilder.DropColumn(
                name: "opdracht_id",
                schema: "outbox",
                table: "melding");
        }
    }
}
