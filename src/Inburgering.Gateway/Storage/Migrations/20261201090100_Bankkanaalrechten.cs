using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of what a channel brings.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261201090100_Bankkanaalrechten")]
internal sealed class Bankkanaalrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0091-bankkanaal.sql"));
}
