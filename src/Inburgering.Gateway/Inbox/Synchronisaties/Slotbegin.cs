using System.Data.Common;
using System.Diagnostics;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Inbox.Synchronisaties;

/// <summary>What is done with a slot that has come, in one transaction with its lines: what the hub asks begins, what a partner delivered by then is closed.</summary>
internal sealed class Slotbegin(Uitvoeringstart start, UitvoeringStore uitvoeringen, TaakRegels regels, Beleid beleid, Uitwisselklok klok)
{
    /// <summary>Name of the job in lines, and of who began what nobody asked for.</summary>
    public const string Actor = "taak-synchronisatie";

    /// <exception cref="IngehaaldException">Another machine was first.</exception>
    /// <exception cref="BezetException">Other work is in the way, for now.</exception>
    public async Task<IReadOnlyList<Logregel>> BeginAsync(DbTransaction transactie, string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        if (await SynchronisatieStore.LockAsync(transactie, gemeentecode, synchronisatieId, ct) is not { VolgendeOp: { } eerste } stand
            || Planning.Van(beleid, stand) is not { } plan || klok.Nu(stand) is var nu && eerste > nu)
        {
            throw new IngehaaldException();
        }

        var momenten = plan.Tot(eerste, nu);
        var opdracht = new Uitvoeropdracht(momenten[^1], Uitvoeropdracht.Rooster, Actor, ActivityTraceId.CreateRandom().ToHexString(), null);
        var lijnen = plan.Levert is { } wie
            ? await SluitAsync(transactie, stand, opdracht with { Aanleiding = Uitvoeropdracht.Levering, Door = wie.ClientId }, momenten, ct)
            : await StartAsync(transactie, stand, opdracht, momenten, ct);
        await SynchronisatieStore.PlanAsync(transactie, stand, plan.Na(stand.Pauze, nu), ct);
        return lijnen;
    }

    /// <summary>A day of deliveries is over and had no slot, or came after it: it is closed with what there was.</summary>
    /// <exception cref="BezetException">One of its messages is still to be done.</exception>
    public async Task<IReadOnlyList<Logregel>> SluitDagAsync(DbTransaction transactie, string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        if (await SynchronisatieStore.LockAsync(transactie, gemeentecode, synchronisatieId, ct) is not { } stand)
        {
            return [];
        }

        var nu = klok.Nu(stand);
        var opdracht = new Uitvoeropdracht(null, Uitvoeropdracht.Levering, Actor, ActivityTraceId.CreateRandom().ToHexString(), null);
        return await LeveringStore.SluitAsync(transactie, stand, Klok.Dag(nu).AddDays(-1), nu, ct) > 0 ? [regels.LeveringGesloten(stand, opdracht)] : [];
    }

    private async Task<IReadOnlyList<Logregel>> StartAsync(DbTransaction transactie, Synchronisatie stand, Uitvoeropdracht opdracht, IReadOnlyList<DateTimeOffset> momenten, CancellationToken ct)
    {
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
        return lijnen;
    }

    /// <summary>Of the slots that passed while no machine ran the last one is answered for; of the others only those whose day brought something.</summary>
    private async Task<IReadOnlyList<Logregel>> SluitAsync(DbTransaction transactie, Synchronisatie stand, Uitvoeropdracht opdracht, IReadOnlyList<DateTimeOffset> momenten, CancellationToken ct)
    {
        var laatste = momenten[^1];
        await LeveringStore.SluitAsync(transactie, stand, Klok.Dag(laatste), klok.Nu(stand), ct);
        var gehad = await LeveringStore.DagenAsync(transactie, stand, momenten.SkipLast(1), ct);
        await uitvoeringen.SlaOverAsync(transactie, stand, [.. momenten.SkipLast(1).Where(m => !gehad.Contains(Klok.Dag(m)))], opdracht, Uitvoeringredenen.Ingehaald, ct);
        await LeveringStore.LeegAsync(transactie, stand, opdracht, ct);
        return [regels.LeveringGesloten(stand, opdracht)];
    }
}
