using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>A database that was put back, and who released it.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261202090000_Herstelmodus")]
internal sealed class Herstelmodus : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0100-herstel.sql") + SqlFile.Read("0101-herstelrechten.sql"));
}
