using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>The role that erases what may not be kept reads the policy in force.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122110000_OnderhoudBeleid")]
internal sealed class OnderhoudBeleid : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0011-onderhoud-beleid.sql"));
}
