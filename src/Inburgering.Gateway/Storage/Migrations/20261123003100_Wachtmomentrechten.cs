using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of what a run waited for.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261123003100_Wachtmomentrechten")]
internal sealed class Wachtmomentrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0034-wachtmoment.sql"));
}
