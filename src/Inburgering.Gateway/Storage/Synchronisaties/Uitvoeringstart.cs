using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Storage.Afstemmingen;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>Begins the work of a run, for the schedule and for a person alike. Always inside the log writer's transaction.</summary>
internal sealed class Uitvoeringstart(UitvoeringStore uitvoeringen, AfstemmingStore afstemmingen)
{
    /// <summary>What a synchronisatie can do; config names it.</summary>
    public const string Afstemming = "afstemming";

    /// <summary>A run and its work.</summary>
    /// <returns>Its number; or null and why not.</returns>
    /// <exception cref="BezetException">Other work of this gemeente is in the way, for now.</exception>
    public async Task<(Guid? Id, string? Reden)> BeginAsync(DbTransaction transactie, Synchronisatie synchronisatie, Uitvoeropdracht opdracht, CancellationToken ct)
    {
        if (await uitvoeringen.BeginAsync(transactie, synchronisatie, opdracht, ct) is not { } id)
        {
            return (null, Uitvoeringredenen.LooptNog);
        }

        var begonnen = synchronisatie.Soort switch
        {
            Afstemming => await afstemmingen.StartAsync(
                transactie, synchronisatie.Gemeentecode,
                new Afstemopdracht(synchronisatie.Partner, opdracht.Aanleiding, opdracht.Door, opdracht.TraceId) { UitvoeringId = id, Proef = opdracht.IsProef }, null, ct),
            _ => throw new UnreachableException($"Config allows no «{synchronisatie.Soort}»."),
        };
        return begonnen is null ? throw new BezetException() : (id, null);
    }

    /// <summary>Slots without a run.</summary>
    public Task SlaOverAsync(
        DbTransaction transactie, Synchronisatie synchronisatie, IReadOnlyList<DateTimeOffset> momenten, Uitvoeropdracht opdracht, string reden, CancellationToken ct) =>
        uitvoeringen.SlaOverAsync(transactie, synchronisatie, momenten, opdracht, reden, ct);
}

/// <summary>Other work is in the way: nothing was changed, and later it may go.</summary>
internal sealed class BezetException : Exception;
