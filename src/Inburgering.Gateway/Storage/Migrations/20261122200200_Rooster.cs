using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Tables of the scheduler.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122200200_Rooster")]
internal sealed class Roostertabellen : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0028-quartz.sql"));
}
