using Inburgering.Gateway.Storage;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>What must be true before the first request: rights of the database role, the policy that holds for all processes.</summary>
internal sealed class StartUp(NpgsqlDataSource bron, Beleidsversies versies) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await StartCheck.RunAsync(bron, cancellationToken);
        await versies.BeginAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
