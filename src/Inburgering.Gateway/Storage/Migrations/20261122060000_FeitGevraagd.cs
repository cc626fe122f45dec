using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>An equal answer moves the moment its fact was last asked for; the fact itself is still never rewritten.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122060000_FeitGevraagd")]
internal sealed class FeitGevraagd : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("grant update (gevraagd_op) on dossiers.feit to gateway_applicatie");
}
