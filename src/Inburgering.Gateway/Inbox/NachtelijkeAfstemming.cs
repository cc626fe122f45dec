using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox;

/// <summary>Every night at the time of the partner's config: begins the round of every gemeente. Of every night there is one, whatever the number of machines.</summary>
internal sealed partial class NachtelijkeAfstemming(
    IServiceScopeFactory scopes, BeleidHouder houder, Afstemsignaal signaal, TimeProvider systeemklok, ILogger<NachtelijkeAfstemming> logger)
    : BackgroundService
{
    private const string Nacht = "nacht";

    /// <summary>Begins the rounds of this night. Where one runs already, that is said in the log and is enough.</summary>
    /// <param name="nacht">The Dutch day by the system clock.</param>
    internal async Task BeginAsync(string partner, DateOnly nacht, CancellationToken ct)
    {
        foreach (var gemeentecode in houder.Beleid.Gemeenten.Keys)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (log, afstemmingen, regels) = (
                scope.ServiceProvider.GetRequiredService<ILogWriter>(), scope.ServiceProvider.GetRequiredService<AfstemmingStore>(), scope.ServiceProvider.GetRequiredService<TaakRegels>());
            var opdracht = new Afstemopdracht(partner, Nacht, Afstemtoepassing.Actor, ActivityTraceId.CreateRandom().ToHexString(), nacht);
            await log.AppendAsync(
                gemeentecode,
                async (transactie, stop) => [regels.Begonnen(gemeentecode, opdracht, await afstemmingen.StartAsync(transactie, gemeentecode, opdracht, null, stop))],
                ct);
        }

        signaal.Wek();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(houder.Beleid.Partners.Values.Where(p => p.Afstemming is not null).Select(p => EveryNightAsync(p.Partnertype, Uur(p.Afstemming!), stoppingToken)));

    private static TimeOnly Uur(AfstemmingFile afstemming) => TimeOnly.ParseExact(afstemming.Tijd, "HH:mm", CultureInfo.InvariantCulture);

    private async Task EveryNightAsync(string partner, TimeOnly uur, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var nu = systeemklok.GetUtcNow();
            var begin = Klok.Volgende(nu, uur);
            await Task.Delay(begin - nu, systeemklok, ct);
            try
            {
                await BeginAsync(partner, Klok.Dag(begin), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(logger, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De nachtelijke afstemming is niet begonnen ({Soort}).")]
    private static partial void LogFault(ILogger logger, string soort);
}
