using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>A payment that a person made without the gateway.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261201094000_BuitenGateway")]
internal sealed class BuitenGateway : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0092-buiten-gateway.sql"));
}
