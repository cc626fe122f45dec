using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Wiring.Herstelmodus;

/// <summary>Before anything is written: is this database as far as what was witnessed and journaled? If not, the gateway closes until the journal is applied again and two persons release it.</summary>
internal sealed partial class Herstelwacht(
    HerstelStore store, Hertoepassing toepassing, Herstelsein sein, ILogWriter log, BeleidHouder beleid, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok,
    ILogger<Herstelwacht> logger)
    : BackgroundService
{
    private const string Actor = "taak-herstel";
    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan NaFout = TimeSpan.FromSeconds(30);

    /// <summary>Applies what the journal says and the database does not know; gives its exit code.</summary>
    internal Func<CancellationToken, Task<int>> Toepassen { get; init; } = ct => Onderhoudsproces.RunAsync("herstel", ct);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var vergeten = (await toepassing.OntbreektAsync(cancellationToken)).Any(r => r.Bevestigd);
        if (vergeten || await store.LooptAchterAsync(cancellationToken))
        {
            await store.RecordAsync(vergeten, cancellationToken);
        }

        if (await store.OpenAsync(cancellationToken) is { } open)
        {
            sein.Sluit();
            LogClosed(open.Inhoud.Nummer, open.Inhoud.Regels);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Ronde, systeemklok);
        var klaar = false;
        while (!klaar && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                klaar = await RondeAsync(stoppingToken);
            }
            catch (Exception e) when (e is System.Data.Common.DbException or IOException or TimeoutException or LogUnavailableException or InvalidOperationException)
            {
                LogFault(e.GetType().Name);
                await Task.Delay(NaFout, systeemklok, stoppingToken);
            }
        }
    }

    /// <returns>True: nothing is left to do.</returns>
    private async Task<bool> RondeAsync(CancellationToken ct)
    {
        var open = await store.OpenAsync(ct);
        if (open is not null && !await store.IsGemeldAsync(open, ct))
        {
            await log.AppendAsync(Regel(open), ct);
        }

        if ((await toepassing.OntbreektAsync(ct)).Count > 0)
        {
            return await Toepassen(ct) == 0 ? false : throw new InvalidOperationException("The journal could not be applied.");
        }

        if (open is null && sein.Dicht)
        {
            sein.GeefVrij();
            LogOpened();
        }

        return open is null;
    }

    private Logregel Regel(Herstelstand open) => Taaklijn.Of(beleid.Beleid, Logregel.Huis, Actor, zaakklok.GetUtcNow(), Taakregel.Verwerkingsactiviteit(beleid.Beleid), null) with
    {
        Naam = "Herstelmodus begonnen: de database is teruggezet",
        Actie = Actie.Beheer,
        BerichtId = open.BerichtId,
    };

    [LoggerMessage(Level = LogLevel.Critical, Message = "De database is teruggezet naar een oudere stand (herstel {Nummer}; {Regels} verzegelde logregels verloren). De gateway is dicht tot twee personen haar vrijgeven.")]
    private partial void LogClosed(long nummer, long regels);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het herstel is vrijgegeven; de gateway werkt weer.")]
    private partial void LogOpened();

    [LoggerMessage(Level = LogLevel.Error, Message = "Het herstel kon niet verder ({Soort}); over een halve minuut opnieuw.")]
    private partial void LogFault(string soort);
}
