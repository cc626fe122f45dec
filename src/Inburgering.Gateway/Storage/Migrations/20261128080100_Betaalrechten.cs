using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of payments, and what may not be even by a mistake of ours.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261128080100_Betaalrechten")]
internal sealed class Betaalrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0080-betalen.sql"));
}
