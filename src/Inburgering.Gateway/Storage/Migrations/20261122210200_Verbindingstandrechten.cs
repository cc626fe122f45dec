using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Rights on how the circuits stand.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122210200_Verbindingstandrechten")]
internal sealed class Verbindingstandrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0030-verbindingstand.sql"));
}
