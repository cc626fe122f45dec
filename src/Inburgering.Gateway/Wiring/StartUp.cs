using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>What must be true before the first request: rights of the database role, the policy that holds for all processes.</summary>
internal sealed class StartUp(NpgsqlDataSource bron, Kluis kluis, Beleidsversies versies, BeleidHouder houder) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await StartCheck.RunAsync(bron, cancellationToken);
        await versies.BeginAsync(cancellationToken);
        if (await Herindexering.OnvindbaarAsync(bron, kluis, [.. houder.Beleid.Gemeenten.Keys], cancellationToken) is > 0 and var aantal)
        {
            throw new InvalidOperationException(
                $"De gateway start niet: {aantal} dossiers zijn met deze indexsleutels niet te vinden. Zet de vorige sleutel terug en draai eerst: gateway onderhoud zoekindex.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
