using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Makes views of what stands in the tables, with what config says of it.</summary>
internal sealed class Synchronisatieblik(
    SynchronisatieStore synchronisaties, SynchronisatieLezer lezer, SynchronisatieHistorie historie, Uitvoeringblik uitvoeringen, Beleid beleid, Uitwisselklok klok)
{
    private const int Momenten = 5, Strip = 14, Wijzigingen = 5, Dagen = 30;

    /// <summary>All of a gemeente that config still has: what asks for action first.</summary>
    public async Task<IReadOnlyList<SynchronisatieView>> AlleAsync(Question vraag, CancellationToken ct)
    {
        var laatste = await lezer.LaatsteAsync(vraag, Strip, ct);
        var gewoonten = await lezer.GewoonlijkAsync(vraag, ct);
        var blijvenLiggen = await lezer.NietVerstuurdAsync(vraag, ct);
        var runs = (await uitvoeringen.OfAsync(vraag, [.. laatste.SelectMany(l => l)], gewoonten, ct)).ToLookup(u => u.SynchronisatieId);
        return
        [
            .. (await synchronisaties.AlleAsync(vraag.Caller.Gemeentecode, ct))
                .Select(s => (Stand: s, Plan: Planning.Van(beleid, s)))
                .Where(s => s.Plan is not null)
                .Select(s => View(s.Stand, s.Plan!, [.. laatste[s.Stand.SynchronisatieId]], [.. runs[s.Stand.SynchronisatieId]], gewoonten.GetValueOrDefault(s.Stand.SynchronisatieId)))
                .OrderBy(v => v.Rang).ThenBy(v => v.View.Naam, StringComparer.Ordinal)
                .Select(v => v.View with { MeldingNietVerstuurdSinds = blijvenLiggen.TryGetValue(v.View.SynchronisatieId, out var sinds) ? sinds : null }),
        ];
    }

    /// <summary>One, with its history; null when this gemeente has none with that number.</summary>
    public async Task<SynchronisatieView?> OneAsync(Question vraag, Guid synchronisatieId, CancellationToken ct) =>
        (await AlleAsync(vraag, ct)).SingleOrDefault(s => s.SynchronisatieId == synchronisatieId) is { } view
            ? view with { Wijzigingen = await WijzigingenAsync(vraag, synchronisatieId, ct), Dagen = await DagenAsync(vraag, view, ct) }
            : null;

    private async Task<IReadOnlyList<WijzigingView>> WijzigingenAsync(Question vraag, Guid synchronisatieId, CancellationToken ct)
    {
        var wijzigingen = await historie.WijzigingenAsync(vraag, synchronisatieId, Wijzigingen, ct);
        var namen = await historie.NamenAsync(vraag, [.. wijzigingen.Select(w => w.Door).Distinct()], ct);
        return
        [
            .. wijzigingen.Select(w => new WijzigingView(
                w.Soort, w.Op, w.Door, Uitvoeringblik.Naam(w.Door, namen), w.Reden,
                w.Soort == Synchronisatiewijziging.Rooster ? !w.EigenRooster : null, w.Soort == Synchronisatiewijziging.Pauze ? w.Tot : null)),
        ];
    }

    /// <summary>Every day of the last thirty, also those that brought nothing.</summary>
    private async Task<IReadOnlyList<DagView>> DagenAsync(Question vraag, SynchronisatieView view, CancellationToken ct)
    {
        var eerste = Klok.Dag(klok.Nu(view.Soort)).AddDays(1 - Dagen);
        var gevonden = (await historie.DagenAsync(vraag, view.SynchronisatieId, Klok.Middernacht(eerste), ct)).ToDictionary(d => d.Dag);
        return
        [
            .. Enumerable.Range(0, Dagen).Select(i => eerste.AddDays(i)).Select(dag => gevonden.TryGetValue(dag, out var d)
                ? new DagView(
                    dag, d.Uitvoeringen, d.Mislukt, d.Telling.Ontvangen, d.Telling.Nieuw, d.Telling.Gewijzigd, d.Telling.Gelijk, d.Telling.Verschillend, d.Telling.Afgekeurd,
                    d.Telling.Tegengehouden)
                : new DagView(dag, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        ];
    }

    private (Synchronisatiestand Rang, SynchronisatieView View) View(
        Synchronisatie synchronisatie, Planning plan, IReadOnlyList<Uitvoering> laatste, IReadOnlyList<UitvoeringView> runs, Gewoonte? gewoonte)
    {
        var nu = klok.Nu(synchronisatie);
        var stand = Standbepaling.Van(synchronisatie, laatste, gewoonte, nu);
        var poging = runs.FirstOrDefault(u => u is { GeeindigdOp: null, PeriodeVan: null })?.Poging;
        var eerste = synchronisatie.VolgendeOp;
        return (stand, new SynchronisatieView
        {
            SynchronisatieId = synchronisatie.SynchronisatieId,
            Partner = synchronisatie.Partner,
            PartnerNaam = beleid.Partners[synchronisatie.Partner].Naam,
            Soort = synchronisatie.Soort,
            Instantie = synchronisatie.Instantie,
            Naam = plan.Naam,
            Status = Synchronisatiewoorden.Code(stand),
            Stand = Synchronisatiewoorden.Stand(stand, synchronisatie, poging, laatste.FirstOrDefault(u => u.Status == Uitvoeringstatus.Loopt)?.Reden),
            ActieNodig = stand.VraagtActie(),
            Rooster = RoosterVorm.Of(plan.Rooster),
            RoosterZin = plan.Rooster.Zin(),
            Standaard = plan.Standaard.Zin(),
            EigenRooster = synchronisatie.EigenRooster is not null,
            Volgende = eerste is { } moment ? [moment, .. plan.Momenten(moment).Take(Momenten - 1)] : [],
            PauzeVanaf = synchronisatie.Pauze?.Tot > nu ? synchronisatie.Pauze.Vanaf : null,
            PauzeTot = synchronisatie.Pauze?.Tot > nu ? synchronisatie.Pauze.Tot : null,
            Laatste = runs,
            GewoneDuurSeconden = gewoonte is null || synchronisatie.IsLevering ? null : Math.Round(gewoonte.Duur.TotalSeconds, 1),
            GewoonOntvangen = gewoonte is null ? null : (int)Math.Round(gewoonte.Ontvangen),
            Versie = synchronisatie.Versie,
        });
    }
}
