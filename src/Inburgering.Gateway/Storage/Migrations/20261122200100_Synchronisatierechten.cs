using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Row-level security and rights of synchronisaties and their runs.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122200100_Synchronisatierechten")]
internal sealed class Synchronisatierechten : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0027-synchronisatie.sql"));
}
