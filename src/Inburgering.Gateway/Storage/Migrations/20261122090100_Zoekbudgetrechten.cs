using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of the counter of searches in vain.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122090100_Zoekbudgetrechten")]
internal sealed class Zoekbudgetrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0004-zoekbudget.sql"));
}
