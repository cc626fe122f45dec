using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>A month of the log that goes, and the record it leaves.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122121000_Afsluitingen")]
internal sealed class Afsluitingen : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0013-afsluiting.sql"));
}
