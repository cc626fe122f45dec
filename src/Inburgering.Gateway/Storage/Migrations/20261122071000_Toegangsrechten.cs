using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of the tables of <see cref="Toegang"/>.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122071000_Toegangsrechten")]
internal sealed class Toegangsrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0003-toegang.sql"));
}
