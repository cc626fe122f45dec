using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Synchronisaties;

/// <summary>What happens when the slot of a synchronisatie has come: one run, whatever the number of machines that heard the bell. Safe to run twice.</summary>
/// <remarks>The scheduler is the bell, the row of the synchronisatie the truth: it says which slot is next, and moves on in the transaction that begins the run.</remarks>
internal sealed class Slotwerk(ILogWriter log, SynchronisatieStore synchronisaties, Slotbegin begin, Beleid beleid, Afstemsignaal signaal, Uitwisselklok klok)
{
    /// <summary>After what else runs is looked again.</summary>
    private static readonly TimeSpan NogEens = TimeSpan.FromSeconds(15);

    /// <summary>Begins the run whose time has come; of a delivery, closes it.</summary>
    /// <returns>When to look again, by the clock of the exchange; null: nothing is planned.</returns>
    public async Task<DateTimeOffset?> WorkAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        if (await synchronisaties.OneAsync(gemeentecode, synchronisatieId, ct) is not { } stand || Planning.Van(beleid, stand) is not { } plan)
        {
            return null;
        }

        var nu = klok.Nu(stand);
        if (!plan.Klopt(stand, nu))
        {
            // new here, or config has another schedule by now
            await synchronisaties.PlanAsync(stand, plan.Na(stand.Pauze, nu), ct);
            return (await synchronisaties.OneAsync(gemeentecode, synchronisatieId, ct))?.VolgendeOp;
        }

        if (stand.VolgendeOp is not { } moment || moment > nu)
        {
            return stand.VolgendeOp;
        }

        try
        {
            await log.AppendAsync(gemeentecode, (transactie, stop) => begin.BeginAsync(transactie, gemeentecode, synchronisatieId, stop), ct);
        }
        catch (IngehaaldException)
        {
            // another machine was first
        }
        catch (BezetException)
        {
            return nu + NogEens;
        }

        signaal.Wek();
        return (await synchronisaties.OneAsync(gemeentecode, synchronisatieId, ct))?.VolgendeOp;
    }

    /// <summary>Closes the deliveries of days that are over.</summary>
    public async Task SluitDagAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        try
        {
            await log.AppendAsync(gemeentecode, (transactie, stop) => begin.SluitDagAsync(transactie, gemeentecode, synchronisatieId, stop), ct);
        }
        catch (BezetException)
        {
            // at the next look
        }
    }
}
