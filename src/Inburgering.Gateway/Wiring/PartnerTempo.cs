using System.Collections.Concurrent;
using System.Data.Common;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Koppelingen;

namespace Inburgering.Gateway.Wiring;

/// <summary>Hands out turns over all processes; null: none in time.</summary>
internal delegate Task<DateTimeOffset?> Reservering(Beurtvraag vraag, CancellationToken ct);

/// <summary>Keeps the calls of all processes to one partner below its limit: each try leaves at a turn of its own.</summary>
internal sealed class PartnerTempo(string partner, PartnerLimits limits, Reservering reserveer, PartnerMeters meters, TimeProvider klok)
{
    private readonly ConcurrentDictionary<string, Beurtrij> rijen = new(StringComparer.Ordinal);
    private readonly LimietFile limiet = limits.Limiet!;

    /// <summary>Returns when this try may leave.</summary>
    /// <param name="afzender">For which gemeente; null: unknown, and all of those share one limit.</param>
    /// <param name="uiterlijk">System clock: a later turn is not waited for.</param>
    /// <exception cref="NietGevraagdException">There is no turn in time.</exception>
    public async Task WachtAsync(string? afzender, DateTimeOffset uiterlijk, CancellationToken ct)
    {
        var deel = limiet.Per == LimietFile.Gemeente && afzender is not null ? afzender : Beurten.Alle;
        if (await BeurtAsync(rijen.GetOrAdd(deel, Rij), uiterlijk, ct) is not { } beurt)
        {
            throw new NietGevraagdException("Deze partner mag niet vaker worden aangeroepen.", Onbereikt.Druk);
        }

        var wacht = beurt - klok.GetUtcNow();
        if (wacht > TimeSpan.Zero)
        {
            await Task.Delay(wacht, klok, ct);
        }

        meters.TurnWaits.Record(Math.Max(0, wacht.TotalSeconds), new KeyValuePair<string, object?>("partner", partner));
    }

    private Beurtrij Rij(string deel) => new(
        TimeSpan.FromSeconds(1) / limiet.PerSeconde,
        limits.Totaal + TimeSpan.FromMinutes(1),
        (duur, uiterlijk, verst, ct) => reserveer(new Beurtvraag(partner, deel, duur, uiterlijk) { Verst = verst }, ct),
        klok);

    private static async Task<DateTimeOffset?> BeurtAsync(Beurtrij rij, DateTimeOffset uiterlijk, CancellationToken ct)
    {
        try
        {
            return await rij.NeemAsync(uiterlijk, ct);
        }
        catch (DbException e)
        {
            throw new NietGevraagdException("Het is niet bekend wanneer deze partner mag worden aangeroepen.", Onbereikt.Druk, e);
        }
    }
}
