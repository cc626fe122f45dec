using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Wiring;

/// <summary>Looks every few seconds whether a nightly comparison found lines missing: for readiness, the metric gateway_log_verschil and the diagnostic log.</summary>
internal sealed partial class Logverschil(VolledigheidLezer lezer, BeleidHouder beleid, TimeProvider systeemklok, ILogger<Logverschil> logger) : BackgroundService
{
    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(5);

    private long ontbreekt;

    /// <summary>Lines missing by the comparisons of the last 31 days.</summary>
    public long Ontbreekt => Interlocked.Read(ref ontbreekt);

    /// <summary>In Dutch; null: nothing is missing.</summary>
    public string? Melding => Ontbreekt switch
    {
        0 => null,
        1 => "Van 1 antwoord ontbreekt de regel in het log.",
        var aantal => $"Van {aantal} antwoorden ontbreekt de regel in het log.",
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Ronde, systeemklok);
        do
        {
            try
            {
                Note(await SumAsync(stoppingToken));
            }
            catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
            {
                // readiness says so by itself; the next round looks again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<long> SumAsync(CancellationToken ct)
    {
        var som = 0L;
        foreach (var gemeentecode in beleid.Beleid.Gemeenten.Keys.Append(Logregel.Huis))
        {
            som += (await lezer.ReadAsync(gemeentecode, ct)).Sum(d => d.Ontbreekt);
        }

        return som;
    }

    private void Note(long nu)
    {
        if (nu > Interlocked.Exchange(ref ontbreekt, nu))
        {
            LogMissing(nu);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident: van {Aantal} antwoorden ontbreekt de regel in het verwerkingslog.")]
    private partial void LogMissing(long aantal);
}
