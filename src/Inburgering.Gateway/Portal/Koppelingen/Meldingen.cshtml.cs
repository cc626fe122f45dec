using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Features.Meldingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>What the gemeente tells its partners: what went well, what waits, what failed and what to do.</summary>
[Handeling("Uitgaande meldingen bekeken", Actie.Beheer)]
internal sealed class MeldingenModel(LeesMeldingen meldingen, Stilstandmelding stilstand, Caller caller) : PageModel, IVerantwoord
{
    /// <summary>Word in the URL and on the screen.</summary>
    public static readonly IReadOnlyList<Keuze> Standen =
    [
        new("actie", "Actie nodig of opnieuw geprobeerd"), new("wacht", "Nog niet verzonden"), new("bevestigd", "Bevestigd"), new("afgerond", "Afgerond"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Number of the first row, for the caption alone.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vanaf { get; set; } = 1;

    public MeldingenOverzicht View { get; private set; } = null!;

    /// <summary>Partners that do not know the gemeente.</summary>
    public IReadOnlyList<Uitleg> Stil { get; private set; } = [];

    public bool MagOpenen => Menu.Mag(Menu.Meldingen, caller.Rol);

    public GekozenFilters Gekozen => GekozenFilters.Of(Request, ("stand", "Status", Standen.FirstOrDefault(s => s.Waarde == Stand)?.Naam));

    public Bladeren Bladeren => new(
        View.EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        View.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Eerste + View.Meldingen.Count) : null);

    public string Bijschrift => $"{Bladeren.Bereik(Eerste, View.Meldingen.Count, View.Telling.Gevonden, "melding", "meldingen")}, nieuwste eerst.";

    public string LeegTekst => this switch
    {
        { View.Telling.Alle: 0 } => Teksten.MeldingenLeeg,
        { Stand: "actie" } => Teksten.MeldingenGeenActie,
        _ => Teksten.MeldingenNietsGevonden,
    };

    public string Antwoord => View.Telling switch
    {
        { Alle: 0 } => "Er is nog niets te doen.",
        { ActieNodig: 0, Herhaald: 0 } telling => $"Van de {Getal(telling.Alle)} meldingen wacht er geen op een mens.",
        var telling => $"Van de {Getal(telling.Alle)} meldingen zijn er {Getal(telling.ActieNodig)} geweigerd of wachten op een mens. Er worden {Getal(telling.Herhaald)} vanzelf opnieuw geprobeerd.",
    };

    private int Eerste => View.EerstePagina ? 1 : Math.Max(1, Vanaf);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await meldingen.HandleAsync(caller, Gevraagd(Stand), Cursor, ct) is not { } view)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        View = view;
        Stil = await stilstand.VoorAsync(caller, ct);
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];

    private static Meldingstand Gevraagd(string? stand) => stand switch
    {
        "actie" => Meldingstand.Actie,
        "wacht" => Meldingstand.Wacht,
        "bevestigd" => Meldingstand.Bevestigd,
        "afgerond" => Meldingstand.Afgerond,
        _ => Meldingstand.Alle,
    };

    private static string Getal(long getal) => getal.ToString("N0", Datum.Nederlands);
}
