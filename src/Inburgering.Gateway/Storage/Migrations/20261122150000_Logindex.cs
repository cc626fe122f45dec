using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>An index for traces, and a smaller one for periods.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122150000_Logindex")]
internal sealed class Logindex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0016-logindex.sql"));
}
