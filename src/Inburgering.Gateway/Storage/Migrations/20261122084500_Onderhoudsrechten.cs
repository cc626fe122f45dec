using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Rights of the role that erases what may not be kept.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122084500_Onderhoudsrechten")]
internal sealed class Onderhoudsrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0010-onderhoud.sql"));
}
