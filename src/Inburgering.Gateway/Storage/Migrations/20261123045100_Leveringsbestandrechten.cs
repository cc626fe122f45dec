using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of delivered files.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261123045100_Leveringsbestandrechten")]
internal sealed class Leveringsbestandrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0043-leveringsbestand.sql"));
}
