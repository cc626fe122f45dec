using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of decisions on financieel ontzorgen.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261126080100_Ontzorgbesluitrechten")]
internal sealed class Ontzorgbesluitrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0070-ontzorgbesluit.sql"));
}
