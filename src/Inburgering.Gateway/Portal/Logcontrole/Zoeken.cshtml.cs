using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Logcontrole;

/// <summary>The log of the whole gemeente. Filters stand in the address, but a person only in a form (ux 1.6).</summary>
[Handeling("Log doorzocht", Actie.Zoeken)]
internal sealed class LogzoekenModel(ZoekInLog zoek, ExporteerLog exporteer, Caller caller, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true, Name = "")]
    public Logfilter Filter { get; set; } = new();

    /// <summary>BSN, V-nummer or dossier id.</summary>
    [BindProperty]
    public string? Nummer { get; set; }

    /// <summary>Next page of a search in one dossier, which has no address.</summary>
    [BindProperty]
    public string? Verder { get; set; }

    /// <summary>What is wrong with the number; null when nothing is.</summary>
    public string? Melding { get; private set; }

    public Inzagenpagina Pagina { get; private set; } = null!;

    public long Gevonden => Pagina.Gevonden ?? 0;

    public Logformulier Formulier => new("/logcontrole/zoeken", caller.Gemeentecode, Filter, HeleLog: true);

    public string Antwoord => $"Van {Datum.Voluit(Pagina.Periode.Van)} t/m {Datum.Voluit(Pagina.Periode.Tot)} {(Gevonden == 1 ? "staat er" : "staan er")} {Aantal} in het log van uw gemeente{Waarbij}.";

    public InzagenTabel Tabel => new(
        Pagina.Regels,
        $"{Bladeren.Bereik(Filter.Eerste, Pagina.Regels.Count, Gevonden, "regel", "regels", ZoekInLog.MeestGeteld)}, nieuwste eerst.",
        MetDossier: true);

    public Bladeren Bladeren => new(
        Pagina.EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        Pagina.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Filter.Eerste + Pagina.Regels.Count) : null);

    /// <summary>The same filters as a file.</summary>
    public string Csv => GekozenFilters.Link(Request, "handler", "csv");

    public string LeegTekst => Filter.Leeg && Pagina.DossierId is null ? Teksten.LogLeegGemeente : Teksten.LogNietsGevonden;

    private string Waarbij => (Pagina.DossierId, Filter.Leeg) switch
    {
        ({ } id, _) => $" over dossier {Dossiernummer.Kort(id)}",
        (null, false) => " bij deze filters",
        _ => string.Empty,
    };

    private string Aantal => Gevonden switch
    {
        0 => "geen regels",
        1 => "1 regel",
        >= ZoekInLog.MeestGeteld => "meer dan 10.000 regels",
        _ => $"{Gevonden.ToString("N0", Datum.Nederlands)} regels",
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(Vraag(), null, ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Nummer))
        {
            Melding = Teksten.GeenNummer;
        }

        return ShowAsync(Vraag() with { Cursor = string.IsNullOrEmpty(Verder) ? null : Verder }, Nummer, ct);
    }

    public Task<IActionResult> OnGetCsvAsync(CancellationToken ct) => ExportAsync(null, ct);

    public Task<IActionResult> OnPostCsvAsync(CancellationToken ct) => ExportAsync(Nummer, ct);

    public IReadOnlyList<string> GeleverdeVelden() => Pagina.Regels.Count == 0 ? [] : ["LOG.regels"];

    private InzagenVraag Vraag() => Filter.Vraag(Periode.Week(zaakklok), ZoekInLog.MeesteDagen, Soort.Alles);

    private async Task<IActionResult> ShowAsync(InzagenVraag vraag, string? nummer, CancellationToken ct)
    {
        switch (await zoek.HandleAsync(caller, vraag, nummer, tel: true, ct))
        {
            case InzagenUitkomst.Pagina { Inhoud: var pagina }:
                Pagina = pagina;
                return Page();
            case InzagenUitkomst.OnbekendDossier:
                return Nothing(vraag, Teksten.GeenDossierGevonden);
            case InzagenUitkomst.GeenNummer:
                return Nothing(vraag, Teksten.GeenNummer);
            case var niet:
                return StatusCode(Status(niet));
        }
    }

    private PageResult Nothing(InzagenVraag vraag, string melding)
    {
        Melding = melding;
        Pagina = new Inzagenpagina { DossierId = null, Periode = vraag.Periode, Regels = [], EerstePagina = true, Volgende = null };
        return Page();
    }

    private async Task<IActionResult> ExportAsync(string? nummer, CancellationToken ct)
    {
        var vraag = Vraag();
        if (Filter.Fout)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var (niet, export) = await exporteer.HandleAsync(caller, vraag with { Cursor = null }, nummer, ct);
        return niet is null ? new Bestandsantwoord(new Logbestand(export!)) : StatusCode(Status(niet));
    }

    private static int Status(InzagenUitkomst niet) => niet switch
    {
        InzagenUitkomst.Geweigerd => StatusCodes.Status403Forbidden,
        InzagenUitkomst.OnbekendDossier => StatusCodes.Status404NotFound,
        InzagenUitkomst.GeenNummer or InzagenUitkomst.OnbekendeCursor => StatusCodes.Status400BadRequest,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
