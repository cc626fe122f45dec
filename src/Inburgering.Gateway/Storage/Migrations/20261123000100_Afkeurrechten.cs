using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of rejected messages and of trying them again.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261123000100_Afkeurrechten")]
internal sealed class Afkeurrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0031-afkeuring.sql"));
}
