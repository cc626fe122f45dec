using System.ComponentModel.DataAnnotations;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>A client that keeps searching for numbers that are not its persons is stopped for the day, and the privacy officer can see it (security 16).</summary>
internal sealed class Zoekmissers(Zoekbudget budget, IOptions<ZoekOptions> options, ILogWriter log, Verwerking verwerking)
{
    /// <summary>The word in the log by which the privacy officer finds it.</summary>
    public const string Reden = "zoekbudget-op";

    /// <summary>How long this client has to wait; null: it may search.</summary>
    public async Task<TimeSpan?> WachttijdAsync(Caller caller, CancellationToken ct)
    {
        if (await budget.MissersAsync(caller, ct) < options.Value.MissersPerDag)
        {
            return null;
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        verwerking.Reden = Reden;
        return budget.TotMorgen;
    }

    /// <summary>Counts a search that found nobody, together with its line.</summary>
    public async Task AddAsync(Caller caller, Refusal refusal, CancellationToken ct)
    {
        if (refusal != Refusal.GeenRelatie)
        {
            return;
        }

        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                await budget.AddAsync(transactie, caller, stop);
                return [verwerking.NaarRegel()];
            },
            ct);
    }
}

/// <summary>Settings of searching, section <c>Zoeken</c>.</summary>
internal sealed class ZoekOptions
{
    public const string Section = "Zoeken";

    /// <summary>Searches of one client that may find nobody on one day, before 429. Default 100.</summary>
    [Range(1, 1_000_000)]
    public int MissersPerDag { get; set; } = 100;
}
