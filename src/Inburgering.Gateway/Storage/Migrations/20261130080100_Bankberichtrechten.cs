using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of reports of the bank.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261130080100_Bankberichtrechten")]
internal sealed class Bankberichtrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0090-bankberichten.sql"));
}
