using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>The log can be asked for one person: pseudonyms of each dossier.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122130000_Logboek")]
internal sealed class Logboek : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0014-logboek.sql"));
}
