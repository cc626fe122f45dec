using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>What partners sent: what went well, what waits, what failed and what to do.</summary>
[Handeling("Binnengekomen berichten bekeken", Actie.Beheer)]
internal sealed class BerichtenModel(LeesBerichten berichten, Caller caller) : PageModel, IVerantwoord
{
    /// <summary>Word in the URL and on the screen.</summary>
    public static readonly IReadOnlyList<Keuze> Standen =
    [
        new("actie", "Actie nodig of opnieuw geprobeerd"), new("wacht", "Nog niet verwerkt"), new("verwerkt", "Verwerkt"), new("zonder-gevolg", "Zonder gevolg"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Number of the first row, for the caption alone.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vanaf { get; set; } = 1;

    public BerichtenView View { get; private set; } = null!;

    public bool EerstePagina => View.EerstePagina;

    public GekozenFilters Gekozen => GekozenFilters.Of(
        Request,
        ("stand", "Status", Standen.FirstOrDefault(s => s.Waarde == Stand)?.Naam),
        ("partner", "Partner", View.Partners.FirstOrDefault(p => p.Waarde == Partner)?.Naam));

    public Bladeren Bladeren => new(
        View.EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        View.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Eerste + View.Berichten.Count) : null);

    public string Bijschrift => $"{Bladeren.Bereik(Eerste, View.Berichten.Count, View.Gevonden, "bericht", "berichten")}, nieuwste eerst.";

    public string LeegTekst => this switch
    {
        { View.Alle: 0 } => Teksten.BerichtenLeeg,
        { Stand: "actie" } => Teksten.BerichtenGeenActie,
        _ => Teksten.BerichtenNietsGevonden,
    };

    public string Antwoord => View switch
    {
        { Alle: 0 } => "Er is nog niets te doen.",
        { ActieNodig: 0, WordtHerhaald: 0 } => $"Van de {Getal(View.Alle)} berichten wacht er geen op een mens. Het laatste kwam op {Datum.Minuut(View.Laatste!.Value)}.",
        _ => $"Van de {Getal(View.Alle)} berichten {Werkwoord(View.ActieNodig, "wacht", "wachten")} er {Getal(View.ActieNodig)} op een mens. "
            + $"Er {Werkwoord(View.WordtHerhaald, "wordt", "worden")} {Getal(View.WordtHerhaald)} vanzelf opnieuw geprobeerd.",
    };

    private int Eerste => EerstePagina ? 1 : Math.Max(1, Vanaf);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var vraag = new BerichtenVraag(Gevraagd(Stand), string.IsNullOrEmpty(Partner) ? null : Partner, Cursor);
        if (await berichten.HandleAsync(caller, vraag, ct) is not { } view)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        View = view;
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];

    private static Berichtstand Gevraagd(string? stand) => stand switch
    {
        "actie" => Berichtstand.Actie,
        "wacht" => Berichtstand.Wacht,
        "verwerkt" => Berichtstand.Verwerkt,
        "zonder-gevolg" => Berichtstand.ZonderGevolg,
        _ => Berichtstand.Alle,
    };

    private static string Werkwoord(long aantal, string enkel, string meer) => aantal == 1 ? enkel : meer;

    private static string Getal(long getal) => getal.ToString("N0", Datum.Nederlands);
}
