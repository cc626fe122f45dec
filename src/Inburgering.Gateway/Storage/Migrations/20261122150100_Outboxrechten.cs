using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of the outbox.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122150100_Outboxrechten")]
internal sealed class Outboxrechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0020-outbox.sql"));
}
