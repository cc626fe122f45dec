using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of the caseloads of partners' users.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261125080100_Caseloadrechten")]
internal sealed class Caseloadrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0071-caseload.sql"));
}
