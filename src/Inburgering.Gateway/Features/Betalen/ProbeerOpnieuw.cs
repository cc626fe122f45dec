using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Betalen;
using Inburgering.Gateway.Storage.Ontzorgen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>A new try of an order that the bank refused or gave back: another order with a link to that one, which needs both people again (payments 5). Asked again it is the same order.</summary>
internal sealed class ProbeerOpnieuw(Betaalwerk werk, BetalingLezer lezer, BetalingStore store, Besluitboek boek)
{
    public async Task<Uitkomst<BetalingView>> HandleAsync(Caller caller, Guid opdrachtId, PogingInvoer invoer, CancellationToken ct) =>
        Fouten(invoer).ToArray() is { Length: > 0 } fouten
            ? Uitkomst<BetalingView>.Niet(Problems.OngeldigeInvoer, "ongeldig", fouten)
            : await werk.DoeAsync<BetalingView>(caller, opdrachtId, (transactie, vast, oud, stop) => DoeAsync(transactie, vast, oud, invoer, caller, stop), ct);

    /// <summary>What there is to know before a next try.</summary>
    public Task<Uitkomst<PogingView>> LeesAsync(Caller caller, Guid opdrachtId, CancellationToken ct) => werk.DoeAsync<PogingView>(
        caller, opdrachtId,
        async (transactie, vast, betaling, stop) =>
        {
            var bewijs = await BetalingStore.EvidenceAsync(transactie, vast, betaling, stop);
            var weigering = Pogingverlof.Weigering(betaling.Stand, betaling.Wat.Dag, bewijs);
            return new PogingView(BetalingView.Of(betaling), bewijs.Bevestigers) { Weigering = weigering?.Woorden, WachtOpBewijs = weigering?.Reden == Pogingverlof.AlleenGeweigerd };
        },
        ct);

    /// <summary>Asked the bank, which says that it did not pay: one of the two people whom that takes.</summary>
    public async Task<Uitkomst<BetalingView>> BevestigAsync(Caller caller, Guid opdrachtId, CancellationToken ct)
    {
        if (caller.ClientId is not null)
        {
            return Uitkomst<BetalingView>.Niet(Problems.AlleenMedewerker, "geen-medewerker");
        }

        return await werk.DoeAsync<BetalingView>(
            caller, opdrachtId,
            async (transactie, vast, betaling, stop) =>
            {
                if (betaling.Stand != Opdrachtstand.Afgewezen)
                {
                    return Uitkomst<BetalingView>.Niet(Problems.BetalingVast, "niet-geweigerd");
                }

                await store.ConfirmUnpaidAsync(transactie, vast, betaling, caller.Id, stop);
                return await werk.ViewAsync(transactie, vast, opdrachtId, stop);
            },
            ct);
    }

    private async Task<Uitkomst<BetalingView>> DoeAsync(DbTransaction transactie, DossierRef vast, Betaling oud, PogingInvoer invoer, Caller caller, CancellationToken ct)
    {
        var alle = await lezer.ReadAsync(transactie, vast, ct);
        if (alle.FirstOrDefault(b => b.Vorige == oud.OpdrachtId && b.Stand != Opdrachtstand.Geannuleerd) is { } eerder)
        {
            return BetalingView.Of(eerder);
        }

        if (vast.GeslotenOp is not null)
        {
            return Uitkomst<BetalingView>.Niet(Problems.DossierGesloten, "dossier-gesloten");
        }

        if (await BetaalstopStore.IsStoppedAsync(transactie, vast, ct))
        {
            return Uitkomst<BetalingView>.Niet(Problems.BetalingenGestopt, "betaalstop");
        }

        if (Pogingverlof.Weigering(oud.Stand, oud.Wat.Dag, await BetalingStore.EvidenceAsync(transactie, vast, oud, ct)) is var (reden, woorden))
        {
            return Uitkomst<BetalingView>.Niet(Problems.GeenNieuwePoging, reden, [new InvoerFout(woorden)]);
        }

        return await MaakAsync(transactie, vast, oud, alle, invoer, caller, ct);
    }

    private async Task<Uitkomst<BetalingView>> MaakAsync(
        DbTransaction transactie, DossierRef vast, Betaling oud, IReadOnlyList<Betaling> alle, PogingInvoer invoer, Caller caller, CancellationToken ct)
    {
        var iban = Iban.TryParse(invoer.Iban, out var ander) ? ander.Reveal() : oud.Wat.Inhoud.Iban;
        if (oud.Controle is { GeblokkeerdOm: not null } && iban == oud.Wat.Inhoud.Iban)
        {
            return Uitkomst<BetalingView>.Niet(Problems.GeenNieuwePoging, "geblokkeerd", [new InvoerFout("De bank meldde dat deze rekening niet te betalen is. Vraag een ander rekeningnummer en geef dat mee.", Pointer: "/iban")]);
        }

        // the decision that counts now: one that was replaced pays nothing any more
        var besluiten = await OntzorgbesluitStore.ReadAsync(transactie, vast, ct);
        if ((besluiten.FirstOrDefault(b => b.Actueel && b.BesluitId == oud.Wat.Besluit) ?? besluiten.FirstOrDefault(b => b.Actueel && b.Begindatum < oud.Wat.Maand.AddMonths(1) && b.Einddatum >= oud.Wat.Maand)) is not { } besluit)
        {
            return Uitkomst<BetalingView>.Niet(Problems.OntzorgbesluitOnbekend, "geen-besluit");
        }

        var wat = oud.Wat with
        {
            Besluit = besluit.BesluitId,
            Dag = invoer.Uitvoeringsdatum ?? Bankdagen.Eerstvolgende(boek.Vandaag),
            Inhoud = oud.Wat.Inhoud with { Iban = iban, Naam = invoer.Naam ?? oud.Wat.Inhoud.Naam },
        };
        return await werk.ViewAsync(transactie, vast, await store.PlanAsync(transactie, vast, wat, alle, oud, caller.Id, ct), ct);
    }

    private IEnumerable<InvoerFout> Fouten(PogingInvoer invoer)
    {
        if (invoer.Iban is not null && !(Iban.TryParse(invoer.Iban, out var iban) && iban.IsSepa))
        {
            yield return new InvoerFout("BT-01: Dit IBAN klopt niet (controlegetal).", Pointer: "/iban");
        }

        if (invoer.Iban is not null && invoer.Naam is null)
        {
            yield return new InvoerFout("Geef de naam mee op wie deze rekening staat.", Pointer: "/naam");
        }

        foreach (var fout in invoer.Naam is { } naam ? Banktekst.Naam(naam).Fouten("/naam") : [])
        {
            yield return new InvoerFout(fout.Detail, Pointer: "/naam");
        }

        if (invoer.Uitvoeringsdatum is { } dag && (dag < boek.Vandaag || !Bankdagen.Is(dag) || dag > boek.Vandaag.AddYears(1)))
        {
            yield return new InvoerFout(
                $"BT-07: De uitvoeringsdatum is geen bankdag, ligt in het verleden of meer dan een jaar vooruit; eerstvolgende: {Bankdagen.Eerstvolgende(boek.Vandaag):dd-MM-yyyy}.", Pointer: "/uitvoeringsdatum");
        }
    }
}
