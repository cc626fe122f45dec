using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Synchronisaties;

/// <summary>What happens when the slot of a synchronisatie has come: one run, whatever the number of machines that heard the bell. Safe to run twice.</summary>
/// <remarks>The scheduler is the bell, the row of the synchronisatie the truth: it says which slot is next, and moves on in the transaction that begins the run.</remarks>
internal sealed class Slotwerk(ILogWriter log, SynchronisatieStore synchronisaties, Uitvoeringstart start, UitvoeringStore uitvoeringen, TaakRegels regels, Beleid beleid, Afstemsignaal signaal, TimeProvider systeemklok)
{
    /// <summary>Name of the job in lines, and of who began what nobody asked for.</summary>
    public const string Actor = "taak-synchronisatie";

    /// <summary>After what else runs is looked again.</summary>
    private static readonly TimeSpan NogEens = TimeSpan.FromSeconds(15);

    /// <summary>Begins the run whose time has come.</summary>
    /// <returns>When to look again; null: nothing is planned.</returns>
    public async Task<DateTimeOffset?> WorkAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        if (await synchronisaties.OneAsync(gemeentecode, synchronisatieId, ct) is not { } stand || Planning.Van(beleid, stand) is not { } plan)
        {
            return null;
        }

        var nu = systeemklok.GetUtcNow();
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
            await log.AppendAsync(gemeentecode, (transactie, stop) => BeginAsync(transactie, gemeentecode, synchronisatieId, stop), ct);
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

    private async Task<IReadOnlyList<Logregel>> BeginAsync(DbTransaction transactie, string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        var nu = systeemklok.GetUtcNow();
        if (await SynchronisatieStore.LockAsync(transactie, gemeentecode, synchronisatieId, ct) is not { VolgendeOp: { } eerste } stand
            || eerste > nu || Planning.Van(beleid, stand) is not { } plan)
        {
            throw new IngehaaldException();
        }

        var momenten = plan.Tot(eerste, nu);
        var opdracht = new Uitvoeropdracht(momenten[^1], Uitvoeropdracht.Rooster, Actor, ActivityTraceId.CreateRandom().ToHexString(), null);
        List<Logregel> lijnen = [];
        if (momenten.Count > 1)
        {
            await uitvoeringen.SlaOverAsync(transactie, stand, [.. momenten.SkipLast(1)], opdracht, Uitvoeringredenen.Ingehaald, ct);
            lijnen.Add(regels.Synchronisatie(stand, opdracht, null, Uitvoeringredenen.Ingehaald));
        }

        var (id, reden) = await start.BeginAsync(transactie, stand, opdracht, ct);
        if (id is null)
        {
            await uitvoeringen.SlaOverAsync(transactie, stand, [momenten[^1]], opdracht, reden!, ct);
        }

        lijnen.Add(regels.Synchronisatie(stand, opdracht, id, reden));
        await SynchronisatieStore.PlanAsync(transactie, stand, plan.Na(stand.Pauze, nu), ct);
        return lijnen;
    }
}
