using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>Begins the work of a run, for the schedule and for a person alike. Always inside the log writer's transaction.</summary>
internal sealed class Uitvoeringstart(UitvoeringStore uitvoeringen, AfstemmingStore afstemmingen)
{
    /// <summary>What a synchronisatie can do; config names it.</summary>
    public const string Afstemming = "afstemming";

    /// <summary>Over more persons than this a second person decides (ux 5).</summary>
    public const int ZonderTweede = 25;

    /// <summary>A run and its work; over a period and more persons than one may decide of: a run that waits.</summary>
    /// <returns>Its number; or null and why not.</returns>
    /// <exception cref="BezetException">Other work of this gemeente is in the way, for now.</exception>
    public async Task<(Guid? Id, string? Reden)> BeginAsync(DbTransaction transactie, Synchronisatie synchronisatie, Uitvoeropdracht opdracht, CancellationToken ct)
    {
        var personen = opdracht.Periode is { } periode ? await TelAsync(transactie, synchronisatie, periode, ct) : 0;
        int? akkoordVoor = personen > ZonderTweede ? personen : null;
        if (await uitvoeringen.BeginAsync(transactie, synchronisatie, opdracht, akkoordVoor, ct) is not { } id)
        {
            return (null, Uitvoeringredenen.LooptNog);
        }

        if (akkoordVoor is null)
        {
            await WerkAsync(transactie, synchronisatie, opdracht, id, ct);
        }

        return (id, null);
    }

    /// <summary>A second person said yes: the work begins, over who is found now.</summary>
    /// <exception cref="BezetException">Other work of this gemeente is in the way, for now.</exception>
    public async Task AkkoordAsync(DbTransaction transactie, Synchronisatie synchronisatie, Uitvoeropdracht opdracht, Guid uitvoeringId, CancellationToken ct)
    {
        await uitvoeringen.BeslisAsync(transactie, synchronisatie.Gemeentecode, uitvoeringId, Uitvoeringstatus.Loopt, ct);
        await WerkAsync(transactie, synchronisatie, opdracht, uitvoeringId, ct);
    }

    /// <summary>What waited for a second person does not begin: he said no, or who asked took it back.</summary>
    public Task NietAsync(DbTransaction transactie, Synchronisatie synchronisatie, Guid uitvoeringId, Uitvoeringstatus status, CancellationToken ct) =>
        uitvoeringen.BeslisAsync(transactie, synchronisatie.Gemeentecode, uitvoeringId, status, ct);

    /// <summary>Of how many persons a run over this period would be.</summary>
    public static Task<int> TelAsync(DbTransaction transactie, Synchronisatie synchronisatie, Inhaalperiode periode, CancellationToken ct) => synchronisatie.Soort switch
    {
        Afstemming => AfstemmingStore.TelAsync(transactie, synchronisatie.Gemeentecode, synchronisatie.Partner, (periode.Begin, periode.Einde), ct),
        _ => throw new UnreachableException($"Config allows no «{synchronisatie.Soort}»."),
    };

    private async Task WerkAsync(DbTransaction transactie, Synchronisatie synchronisatie, Uitvoeropdracht opdracht, Guid id, CancellationToken ct)
    {
        var begonnen = synchronisatie.Soort switch
        {
            Afstemming => await afstemmingen.StartAsync(
                transactie, synchronisatie.Gemeentecode,
                new Afstemopdracht(synchronisatie.Partner, opdracht.Aanleiding, opdracht.Door, opdracht.TraceId)
                {
                    UitvoeringId = id,
                    Proef = opdracht.IsProef,
                    VervolgVan = opdracht.VervolgVan,
                    Periode = opdracht.Periode is { } periode ? (periode.Begin, periode.Einde) : null,
                },
                null,
                ct),
            _ => throw new UnreachableException($"Config allows no «{synchronisatie.Soort}»."),
        };
        if (begonnen is null)
        {
            throw new BezetException();
        }
    }
}

/// <summary>Other work is in the way: nothing was changed, and later it may go.</summary>
internal sealed class BezetException : Exception;
