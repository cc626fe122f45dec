using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Rights on runs that wait for a second person, and on history that is not kept.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261123010100_Inhaalrunrechten")]
internal sealed class Inhaalrunrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0036-inhaalrun.sql"));
}
