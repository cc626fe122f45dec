using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>What a round found, side by side: of each person only what this caller may see of him now, and a line for each.</summary>
internal sealed class LeesVerschillen(AccessDesk desk, GatewayDb db, AfstemmingLezer lezer, Cursors cursors, Lijstregels lijstregels, Woorden woorden, Beleid beleid, Verwerking verwerking)
{
    private const int PerPagina = 50;
    private const string Gemeente = "gemeente";

    /// <param name="cursor">Of the page before; null: the first page.</param>
    public async Task<Uitkomst<VerschillenView>> HandleAsync(Caller caller, Guid afstemmingId, string? cursor, CancellationToken ct)
    {
        if (desk.Ask(caller, AccessDesk.Regie, alleenRelatie: true) is not { } question)
        {
            return Uitkomst<VerschillenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "verschillen", $"{afstemmingId}"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            return Uitkomst<VerschillenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [Cursors.Vreemd]);
        }

        if (await lezer.OneAsync(caller.Gemeentecode, afstemmingId, ct) is not { } afstemming)
        {
            return Uitkomst<VerschillenView>.Niet(Problems.AfstemmingOnbekend, string.Empty);
        }

        var gevonden = await lezer.BevindingenAsync(question, afstemmingId, na, PerPagina + 1, ct);
        var personen = new List<BevindingView>();
        foreach (var bevinding in gevonden.Take(PerPagina))
        {
            var facts = await db.ReadAsync(question, bevinding.DossierId, ct);
            if (desk.Decide(question, facts) is { } granted)
            {
                personen.Add(BevindingView.Of(bevinding, (categorie, veld) => desk.MagWaarde(granted, facts, categorie, veld), v => View(afstemming.Partner, v)));
            }
            else if (desk.Refusal != Refusal.GeenRelatie)
            {
                return Uitkomst<VerschillenView>.Niet(Problems.For(desk.Refusal), string.Empty);
            }
        }

        var laatste = gevonden.Count > PerPagina ? gevonden[PerPagina - 1] : null;
        var view = new VerschillenView(afstemmingId, personen, laatste is null ? null : cursors.Maak(gebonden, Cursors.Plaats(laatste.AfgehandeldOp, laatste.AfstempersoonId)));
        await LineAsync(view, ct);
        return view;
    }

    /// <summary>The list was allowed, whatever was said of the last person in it.</summary>
    private Task LineAsync(VerschillenView view, CancellationToken ct)
    {
        (verwerking.Besluit, verwerking.Reden, verwerking.Betrokkene, verwerking.Informatie) = (Resultaat.Toegestaan, null, null, [$"afstemming:{view.AfstemmingId}"]);
        return lijstregels.LegVastAsync([.. view.Personen.Select(p => p.DossierId).Distinct()], view.GeleverdeVelden(), ct);
    }

    private VerschilView View(string partner, Verschil verschil)
    {
        var categorie = woorden.Categorie(verschil.Categorie);
        var (winnaar, ander) = verschil.Wint == partner ? (Naam(partner), Naam(verschil.Bron)) : (Naam(verschil.Bron), Naam(partner));
        return new VerschilView
        {
            Categorie = verschil.Categorie,
            Veld = verschil.Veld,
            Onderdeel = verschil.Onderdeel,
            Partner = partner,
            WaardePartner = VerschilView.Tekst(verschil.VanPartner),
            Bron = verschil.Bron,
            WaardeBron = VerschilView.Tekst(verschil.VanBron),
            Wint = verschil.Wint,
            Waarom = verschil switch
            {
                { Wint: null } => $"Geen van beide is de bron van «{categorie}»: dat is {string.Join(" of ", beleid.Gegevens.Categorieen[verschil.Categorie].Bronhouders.Select(Naam))}.",
                _ when verschil.Bron == partner => $"{Naam(partner)} zei dit eerder en zegt het nu niet meer. Bij «{categorie}» geldt wat {Naam(partner)} zegt.",
                _ => $"Bij «{categorie}» geldt wat {winnaar} zegt voor wat {ander} zegt.",
            },
            Doen = verschil switch
            {
                { Wint: null } => "Vraag bij de bron na wat klopt.",
                { Wint: Gemeente } => $"Klopt uw waarde? Meld haar dan opnieuw aan {Naam(partner)}. Klopt zij niet? Verbeter haar in uw eigen systeem.",
                _ when verschil.Wint == partner => $"Ga na wat er is gebeurd. Klopt het niet? Vraag {Naam(partner)} om een correctie.",
                _ => "Vraag na wat klopt bij wie gelijk krijgt.",
            },
            Waarden = (verschil.VanPartner, verschil.VanBron),
        };
    }

    private string Naam(string bron) => bron == Gemeente ? "uw gemeente" : beleid.Partners.GetValueOrDefault(bron)?.Naam ?? bron;
}
