using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Logcontrole;

/// <summary>The log of the whole gemeente.</summary>
[Handeling("Log doorzocht", Actie.Zoeken)]
internal sealed class LogzoekenModel(ZoekInLog zoek, Caller caller, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true, Name = "")]
    public Logfilter Filter { get; set; } = new();

    public Inzagenpagina Pagina { get; private set; } = null!;

    public long Gevonden { get; private set; }

    public Logformulier Formulier => new("/logcontrole/zoeken", caller.Gemeentecode, Filter);

    public string Antwoord => $"Van {Datum.Voluit(Pagina.Periode.Van)} t/m {Datum.Voluit(Pagina.Periode.Tot)} {(Gevonden == 1 ? "staat er" : "staan er")} {Aantal} in het log van uw gemeente{(Filter.Leeg ? string.Empty : " bij deze filters")}.";

    public InzagenTabel Tabel => new(
        Pagina.Regels,
        $"{Bladeren.Bereik(Filter.Eerste, Pagina.Regels.Count, Gevonden, "regel", "regels", ZoekInLog.MeestGeteld)}, nieuwste eerst.",
        MetDossier: true);

    public Bladeren Bladeren => new(
        Pagina.EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        Pagina.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Filter.Eerste + Pagina.Regels.Count) : null);

    public string LeegTekst => Filter.Leeg ? Teksten.LogLeegGemeente : Teksten.LogNietsGevonden;

    private string Aantal => Gevonden switch
    {
        0 => "geen regels",
        1 => "1 regel",
        >= ZoekInLog.MeestGeteld => "meer dan 10.000 regels",
        _ => $"{Gevonden.ToString("N0", Datum.Nederlands)} regels",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var vraag = Filter.Vraag(Periode.Week(zaakklok), ZoekInLog.MeesteDagen, Soort.Alles);
        switch (await zoek.HandleAsync(caller, vraag, ct))
        {
            case InzagenUitkomst.Pagina { Inhoud: var pagina }:
                Pagina = pagina;
                Gevonden = await zoek.TelAsync(caller, vraag, ct);
                return Page();
            case InzagenUitkomst.Geweigerd:
                return StatusCode(StatusCodes.Status403Forbidden);
            case InzagenUitkomst.OnbekendeCursor:
                return StatusCode(StatusCodes.Status400BadRequest);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public IReadOnlyList<string> GeleverdeVelden() => Pagina.Regels.Count == 0 ? [] : ["LOG.regels"];
}
