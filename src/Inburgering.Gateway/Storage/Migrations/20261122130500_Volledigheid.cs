using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Counts of the front door, and how they compared with the log.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122130500_Volledigheid")]
internal sealed class Volledigheid : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0014-volledigheid.sql"));
}
