using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of the reconciliation.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122171100_Afstemmingrechten")]
internal sealed class Afstemmingrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0021-afstemming.sql"));
}
