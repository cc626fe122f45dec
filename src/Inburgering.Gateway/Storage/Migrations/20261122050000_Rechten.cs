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
            migrationBuilder.Sql(Read(name));
        }
    }

    private static string Read(string name)
    {
        var assembly = typeof(Rechten).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(r => r.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource));
        return reader.ReadToEnd();
    }
}
