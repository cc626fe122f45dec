using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Storage.Ontzorgen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Makes the orders of one month ready for a second person; the same month again finds them, and what is different withdraws their approval.</summary>
internal sealed class PlanMaand(Regie regie, Dossierwerk werk, Besluitboek boek, Beleid beleid, BetalingLezer lezer, BetalingStore store, Maandtaken taken)
{
    public async Task<Uitkomst<BetalingenView>> HandleAsync(Caller caller, BetaalplanInvoer invoer, CancellationToken ct)
    {
        if (Fouten(invoer).ToArray() is { Length: > 0 } fouten)
        {
            return Uitkomst<BetalingenView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten);
        }

        return await regie.LeesOntzorgenAsync(caller, invoer.DossierId, ct) is { } dossier
            ? await werk.DoeAsync(dossier, (transactie, vast, stop) => DoeAsync(transactie, vast, dossier, invoer, caller, stop), ct)
            : Uitkomst<BetalingenView>.Niet(regie.Weigering, string.Empty);
    }

    private IEnumerable<InvoerFout> Fouten(BetaalplanInvoer invoer)
    {
        var maand = new MaandInvoer { Maand = invoer.Maand, UitkeringCenten = invoer.UitkeringCenten, BeslagCenten = invoer.BeslagCenten };
        return Maandtoets.Fouten(maand).Concat(Dag(invoer));
    }

    private IEnumerable<InvoerFout> Dag(BetaalplanInvoer invoer)
    {
        if (invoer.Uitvoeringsdatum is { } dag && (dag < boek.Vandaag || !Bankdagen.Is(dag) || dag > boek.Vandaag.AddYears(1)))
        {
            yield return new InvoerFout(
                $"BT-07: De uitvoeringsdatum is geen bankdag, ligt in het verleden of meer dan een jaar vooruit; eerstvolgende: {Bankdagen.Eerstvolgende(boek.Vandaag):dd-MM-yyyy}.", Pointer: "/uitvoeringsdatum");
        }
    }

    private async Task<Uitkomst<BetalingenView>> DoeAsync(DbTransaction transactie, DossierRef vast, Granted dossier, BetaalplanInvoer invoer, Caller caller, CancellationToken ct)
    {
        if (vast.GeslotenOp is not null)
        {
            return Uitkomst<BetalingenView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
        }

        if (beleid.Gemeenten[vast.Gemeentecode].Betaalrekening is null)
        {
            return Uitkomst<BetalingenView>.Niet(Problems.GeenBetaalrekening, "geen-betaalrekening");
        }

        if (await BetaalstopStore.IsStoppedAsync(transactie, vast, ct))
        {
            return Uitkomst<BetalingenView>.Niet(Problems.BetalingenGestopt, "betaalstop");
        }

        var besluiten = Financien.Open(dossier) ? await OntzorgbesluitStore.ReadAsync(transactie, vast, ct) : [];
        if (besluiten.FirstOrDefault(b => b.BesluitId == invoer.BesluitId && b.Actueel) is not { } besluit)
        {
            return Uitkomst<BetalingenView>.Niet(Problems.OntzorgbesluitOnbekend, "geen-besluit");
        }

        var maand = Maandtoets.Maand(invoer.Maand)!.Value;
        var berekening = Maandberekening.Van(
            boek.Lees(vast.Gemeentecode, besluit), maand, invoer.UitkeringCenten is { } centen ? new Bedrag(centen) : null, new Bedrag(invoer.BeslagCenten ?? 0));
        var bestaand = (await lezer.ReadAsync(transactie, vast, ct)).Where(b => b.Wat.Maand == maand).ToArray();
        var dag = invoer.Uitvoeringsdatum ?? Bankdagen.Eerstvolgende(boek.Vandaag);
        NieuweBetaling[] wil = [.. berekening.Betalingen.Select(b => Betaalplan.Order(besluit.BesluitId, maand, b, dag, boek.Vandaag))];
        if (Betaalplan.Van(wil, bestaand, wat => store.Verplichting(vast, wat)) is not { } plan)
        {
            await taken.VeranderdAsync(transactie, vast, maand, ct);
            return Uitkomst<BetalingenView>.Niet(Problems.AlBetaald, "al-betaald");
        }

        await VoerUitAsync(transactie, vast, plan, bestaand, caller, ct);
        var nodig = berekening.Stop is { } waarom ? Maandtoets.Woorden(waarom, berekening, boek.Lees(vast.Gemeentecode, besluit)) : null;
        await (nodig is null ? taken.GedaanAsync(transactie, vast, maand, caller.Id, ct) : taken.NodigAsync(transactie, vast, maand, nodig.Code, ct));
        return BetalingenView.Of((await lezer.ReadAsync(transactie, vast, ct)).Where(b => b.Wat.Maand == maand && b.Stand != Opdrachtstand.Geannuleerd)) with { BesluitNodig = nodig };
    }

    /// <summary>Also what a stop takes away is done: nothing of a month that waits for a decision may be approved (payments 8.4).</summary>
    private async Task VoerUitAsync(DbTransaction transactie, DossierRef vast, Betaalplan plan, IReadOnlyList<Betaling> bestaand, Caller caller, CancellationToken ct)
    {
        foreach (var (oud, nieuw) in plan.Anders)
        {
            await store.EditAsync(transactie, vast, oud, nieuw, caller.Id, ct);
        }

        foreach (var weg in plan.Vervalt)
        {
            await store.MoveAsync(transactie, vast, weg, Opdrachtgebeurtenis.Geannuleerd, caller.Id, "herberekend", ct);
        }

        foreach (var nieuw in plan.Nieuw)
        {
            var hash = store.Verplichting(vast, nieuw);
            var eerder = await lezer.ReadAsync(transactie, vast, ct);
            await store.PlanAsync(transactie, vast, nieuw, eerder, bestaand.Where(b => b.Verplichting.AsSpan().SequenceEqual(hash)).MaxBy(b => b.Poging), caller.Id, ct);
        }
    }
}
