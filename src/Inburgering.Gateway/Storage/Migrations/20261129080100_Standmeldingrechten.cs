using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of what a gemeente's own sink is told.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261129080100_Standmeldingrechten")]
internal sealed class Standmeldingrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0072-standmelding.sql"));
}
