using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>What a gemeente's own sink is told when the status of an exchange changes.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261127080000_Standmeldingen")]
internal sealed class Standmeldingen : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0072-standmelding.sql"));
}
