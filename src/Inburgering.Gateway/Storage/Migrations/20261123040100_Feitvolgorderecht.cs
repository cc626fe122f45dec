using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>The right to confirm a fact by a newer message.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261123040100_Feitvolgorderecht")]
internal sealed class Feitvolgorderecht : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0037-feitvolgorde.sql"));
}
