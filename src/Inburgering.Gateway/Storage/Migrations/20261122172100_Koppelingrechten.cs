using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of opschorting and stilstand.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122172100_Koppelingrechten")]
internal sealed class Koppelingrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0023-koppelingen.sql"));
}
