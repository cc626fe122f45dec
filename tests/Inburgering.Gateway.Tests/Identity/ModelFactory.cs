using Inburgering.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>For parts that are tested without a host.</summary>
internal sealed class ModelFactory(NpgsqlDataSource source) : IDbContextFactory<GatewayModel>
{
    public GatewayModel CreateDbContext() => new(new DbContextOptionsBuilder<GatewayModel>().UseNpgsql(source).Options);
}
