using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Right to change why an exchange stands still.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122180100_StilstandOorzaakrecht")]
internal sealed class StilstandOorzaakrecht : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0025-stilstandoorzaak.sql"));
}
