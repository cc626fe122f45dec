using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of choices between sources.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261123080100_Bronkeuzerechten")]
internal sealed class Bronkeuzerechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0060-bronkeuze.sql"));
}
