using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Inburgering.Gateway.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Belbeurten : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_belbudget",
                schema: "inbox",
                table: "belbudget");

            migrationBuilder.AddColumn<string>(
                name: "deel",
                schema: "inbox",
                table: "belbudget",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "afstemming");

            migrationBuilder.AddPrimaryKey(
                name: "pk_belbudget",
                schema: "inbox",
                table: "belbudget",
                columns: new[] { "partner", "deel" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_belbudget",
                schema: "inbox",
                table: "belbudget");

            migrationBuilder.DropColumn(
                name: "deel",
                schema: "inbox",
                table: "belbudget");

            migrationBuilder.AddPrimaryKey(
                name: "pk_belbudget",
                schema: "inbox",
                table: "belbudget",
                column: "partner");
        }
    }
}
