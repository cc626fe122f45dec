using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>A client that keeps searching for numbers that are not its persons is stopped for the day, and the privacy officer can see it (security 16).</summary>
internal sealed class Zoekmissers(Zoekbudget budget, ILogWriter log, Verwerking verwerking)
{
    /// <summary>How long this client has to wait; null: it may search.</summary>
    public async Task<TimeSpan?> WachttijdAsync(Caller caller, CancellationToken ct)
    {
        if (await budget.WachttijdAsync(caller.Gemeentecode, caller.Id, ct) is not { } wacht)
        {
            return null;
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        verwerking.Reden = Zoekbudget.Reden;
        return wacht;
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
                await budget.AddAsync(transactie, caller.Gemeentecode, caller.Id, 1, stop);
                return [verwerking.NaarRegel()];
            },
            ct);
    }
}
