using System.Data.Common;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Koppelingen;

namespace Inburgering.Gateway.Wiring;

/// <summary>Says in the database how the circuits of this process stand: when one changed, and every twenty seconds that the process is still there.</summary>
internal sealed class Verbindingwacht(
    IServiceProvider services, BeleidHouder houder, Verbindingstanden standen, GatewayOptions options, TimeProvider systeemklok) : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Teken = TimeSpan.FromSeconds(20);

    private readonly string knoop = $"{Environment.MachineName}:{options.Port}";
    private readonly Dictionary<string, Brekerstand> gezegd = new(StringComparer.Ordinal);
    private DateTimeOffset gezien;

    /// <summary>After the last round nothing says any more that it is there.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await standen.GoneAsync(knoop, cancellationToken);
        }
        catch (DbException)
        {
            // within a minute it is known without us
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lijnen = houder.Beleid.Bestemmingen.Keys.Select(p => services.GetKeyedService<PartnerPipeline>(p)).OfType<PartnerPipeline>().ToArray();
        using var timer = new PeriodicTimer(Ronde, systeemklok);
        do
        {
            try
            {
                await RondeAsync(lijnen, stoppingToken);
            }
            catch (Exception e) when (e is DbException or TimeoutException or InvalidOperationException)
            {
                // said again in the next round; meanwhile nobody knows how it stands here
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RondeAsync(IReadOnlyList<PartnerPipeline> lijnen, CancellationToken ct)
    {
        foreach (var lijn in lijnen)
        {
            var stand = lijn.Stand;
            if (gezegd.GetValueOrDefault(lijn.Partner) is not { } was || (was.Stand, was.Sinds) != (stand.Stand, stand.Sinds))
            {
                await standen.WriteAsync(knoop, lijn.Partner, stand.Stand, stand.Sinds, ct);
                gezegd[lijn.Partner] = stand;
            }
        }

        var nu = systeemklok.GetUtcNow();
        if (nu - gezien >= Teken)
        {
            gezien = nu;
            if (await standen.SeenAsync(knoop, ct) < gezegd.Count)
            {
                gezegd.Clear();
            }
        }
    }
}
