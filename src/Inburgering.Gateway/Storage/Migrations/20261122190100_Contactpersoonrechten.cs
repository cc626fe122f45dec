using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of the contacts at a partner.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122190100_Contactpersoonrechten")]
internal sealed class Contactpersoonrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0026-contactpersoon.sql"));
}
