using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Whoever judges an emergency access says why, encrypted like the reason itself.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122090500_NoodtoegangToelichting")]
internal sealed class NoodtoegangToelichting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<byte[]>(name: "toelichting", schema: "dossiers", table: "noodtoegang", type: "bytea", nullable: true);
        migrationBuilder.Sql("grant update (toelichting) on dossiers.noodtoegang to gateway_applicatie");
    }
}
