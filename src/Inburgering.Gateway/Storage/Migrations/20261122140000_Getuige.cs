using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Checkpoints that a witness acknowledged, and those we witness.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122140000_Getuige")]
internal sealed class Getuige : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0015-getuige.sql"));
}
