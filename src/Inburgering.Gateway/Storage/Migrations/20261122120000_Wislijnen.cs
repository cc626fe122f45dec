using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Inburgering.Gateway.Storage.Migrations;

/// <summary>Erasing the person of a log line, and the record that says so.</summary>
[DbContext(typeof(GatewayModel))]
[Migration("20261122120000_Wislijnen")]
internal sealed class Wislijnen : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(SqlFile.Read("0012-wislijn.sql"));
}
