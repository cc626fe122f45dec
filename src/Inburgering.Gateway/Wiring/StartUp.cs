using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>What must be true before the first request: rights of the database role, the policy's version on record.</summary>
internal sealed class StartUp(NpgsqlDataSource bron, Beleid beleid, BeleidStore versies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await StartCheck.RunAsync(bron, cancellationToken);
        await versies.RecordAsync(beleid.Hash, beleid.Tekst, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
