using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>The log's own tables, row-level security and rights: what the model cannot say.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122050000_Rechten")]
internal sealed class Rechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var name in new[] { "0001-verwerkingslog.sql", "0002-rechten.sql" })
        {
            migrationBuilder.Sql(SqlFile.Read(name));
        }
    }
}
