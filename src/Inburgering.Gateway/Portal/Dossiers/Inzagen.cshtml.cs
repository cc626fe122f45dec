using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Portal.Grafieken;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>«Wie heeft gekeken»: the page a privacy officer comes for.</summary>
[Handeling("Wie heeft gekeken bekeken", Actie.Raadplegen)]
internal sealed class InzagenModel(LeesInzagen lees, Caller caller, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok) : PageModel, IVerantwoord
{
    private const string Standaard = "mensen";

    private static readonly (string Sleutel, string Naam)[] Soorten =
    [
        (Standaard, "Mensen en partners"), ("gekeken", "Gekeken"), ("geleverd", "Geleverd aan"), ("ontvangen", "Ontvangen van"), ("geweigerd", "Geweigerd"),
        ("automatisch", "Automatische taken"), ("toezicht", "Toezicht op het log"), ("alles", "Alles"),
    ];

    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public Logfilter Filter { get; set; } = new();

    public Inzagenpagina Pagina { get; private set; } = null!;

    public Overzicht Overzicht { get; private set; } = null!;

    public string Nummer => Dossiernummer.Kort(DossierId);

    public bool MagPartnerblik => Menu.Mag(Menu.Partnerblik, caller.Rol);

    public bool MagInzageverzoek => Menu.Mag(Menu.Inzageverzoek, caller.Rol);

    public DateTimeOffset Nu => zaakklok.GetUtcNow();

    public Logformulier Formulier => new($"/dossiers/{DossierId}/inzagen", caller.Gemeentecode, Filter);

    public IEnumerable<(string Naam, string Pad, bool Huidig)> Tabs =>
        Soorten.Select(s => (s.Naam, GekozenFilters.Link(Request, "soort", s.Sleutel == Standaard ? null : s.Sleutel), s.Sleutel == (string.IsNullOrEmpty(Filter.Soort) ? Standaard : Filter.Soort)));

    public InzagenTabel Tabel => new(
        Pagina.Regels,
        $"{Bladeren.Bereik(Filter.Eerste, Pagina.Regels.Count, Overzicht.Gevonden, "regel", "regels")}, van {Datum.Kort(Pagina.Periode.Van)} t/m {Datum.Kort(Pagina.Periode.Tot)}, nieuwste eerst.",
        MetDossier: false);

    /// <summary>Put together by day; the single lines are one link away.</summary>
    public bool PerDag => Filter.Weergave != "regels" && Filter.Cursor is null;

    public GroepenTabel Groepen => new(
        Pagina.Groepen,
        $"{Bladeren.Bereik(1, Pagina.Groepen.Count, Pagina.Groepen.Count, "groep", "groepen")}{(Pagina.Groepen.Count >= Inzagegroep.Meest ? " (de nieuwste; kies een kortere periode voor de rest)" : string.Empty)}, van {Datum.Kort(Pagina.Periode.Van)} t/m {Datum.Kort(Pagina.Periode.Tot)}, nieuwste dag eerst.",
        $"/dossiers/{DossierId}/inzagen",
        string.IsNullOrEmpty(Filter.Soort) ? Standaard : Filter.Soort);

    public string AndereWeergave => GekozenFilters.Link(Request, "weergave", PerDag ? "regels" : null);

    public Bladeren Bladeren => new(
        Pagina.EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        Pagina.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Filter.Eerste + Pagina.Regels.Count) : null);

    public string LeegTekst => Overzicht.Leeg && Filter.Leeg && string.IsNullOrEmpty(Filter.Soort) ? Teksten.LogLeegDossier : Teksten.LogNietsGevonden;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var vraag = Filter.Vraag(Periode.Jaar(zaakklok), meest: null, Soort.Mensen);
        switch (await lees.HandleAsync(caller, DossierId, AccessDesk.Toezicht, vraag, ct))
        {
            case InzagenUitkomst.Pagina { Inhoud: var pagina }:
                Pagina = pagina;
                Overzicht = await lees.TelAsync(caller, DossierId, vraag, ct);
                return Page();
            case InzagenUitkomst.Geweigerd { Refusal: Refusal.GeenRelatie }:
                HttpContext.Items[FoutModel.Sleutel] = Teksten.DossierOnbekend;
                return StatusCode(StatusCodes.Status404NotFound);
            case InzagenUitkomst.Geweigerd:
                return StatusCode(StatusCodes.Status403Forbidden);
            case InzagenUitkomst.OnbekendeCursor:
                return StatusCode(StatusCodes.Status400BadRequest);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.regels"];

    /// <summary>The question of this page, answered in words.</summary>
    public string Antwoord(Woorden woorden)
    {
        var wanneer = string.IsNullOrEmpty(Filter.Van) && string.IsNullOrEmpty(Filter.Tot)
            ? "De afgelopen 12 maanden"
            : $"Van {Datum.Voluit(Pagina.Periode.Van)} t/m {Datum.Voluit(Pagina.Periode.Tot)}";
        var kijkers = Overzicht.PerDag.Where(d => d.Wat == Wat.Gekeken).Select(d => d.Organisatie).Distinct().ToArray();
        var gekeken = kijkers switch
        {
            [] => "keek niemand in dit dossier",
            [var een] => $"keek {woorden.Organisatie(een)} {Overzicht.Som(Wat.Gekeken)} keer in dit dossier",
            _ => $"keken {kijkers.Length} organisaties {Overzicht.Som(Wat.Gekeken)} keer in dit dossier",
        };
        return $"{wanneer} {gekeken}; {Keer(Overzicht.Som(Wat.Geweigerd))} is een vraag geweigerd. {Hoofdletter(Keer(Overzicht.Som(Wat.Geleverd)))} kwamen er gegevens binnen. "
            + $"Automatische taken vroegen {Keer(Overzicht.Opgevraagd)} iets op bij een andere organisatie.";
    }

    public Banengrafiek? Grafiek(Woorden woorden) => Banengrafiek.Of(Pagina.Periode, Overzicht.PerDag, woorden.Organisatie);

    /// <summary>What the chart shows, not what it is about (ux 9).</summary>
    public static string Conclusie(Banengrafiek grafiek)
    {
        var meest = grafiek.Banen.Where(b => b.Som(Wat.Gekeken) > 0).MaxBy(b => b.Som(Wat.Gekeken));
        return meest is null ? "Niemand keek; er kwamen alleen gegevens binnen of er zijn vragen geweigerd." : $"{meest.Naam} keek het vaakst: {Keer(meest.Som(Wat.Gekeken))}.";
    }

    private static string Keer(long aantal) => aantal == 0 ? "geen enkele keer" : $"{aantal.ToString("N0", Datum.Nederlands)} keer";

    private static string Hoofdletter(string tekst) => char.ToUpper(tekst[0], Datum.Nederlands) + tekst[1..];
}
