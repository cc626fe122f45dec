using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Afkeuringen;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>What was rejected, across all partners: why, whose turn it is, and the way to try it again.</summary>
[Handeling("Afkeuringen bekeken", Actie.Beheer)]
internal sealed class AfkeurModel(LeesAfkeuringen lees, LeesHerhalingen herhalingen, Caller caller) : PageModel, IVerantwoord
{
    private const int Laatste = 5;

    public static readonly IReadOnlyList<Keuze> Redenen = [.. Afkeurregels.Redenen.Select(r => new Keuze(r, Berichtwoorden.Reden(r)!.Wat))];

    public static readonly IReadOnlyList<Keuze> Beurten = [new(Afkeurregels.Wij, "Wij"), new(Afkeurregels.Partner, "De partner"), new(Afkeurregels.Niemand, "Niemand")];

    public static readonly IReadOnlyList<Keuze> Leeftijden = [new("1", "1 dag"), new("7", "7 dagen"), new("30", "30 dagen")];

    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Reden { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Beurt { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? OuderDan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>Number of the first row, for the caption alone.</summary>
    [BindProperty(SupportsGet = true)]
    public int Vanaf { get; set; } = 1;

    public AfkeuringenView View { get; private set; } = null!;

    /// <summary>Without a filter.</summary>
    public long Alle { get; private set; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<HerhalingView> Herhalingen { get; private set; } = [];

    public IReadOnlyList<Keuze> Partners => lees.Partners;

    public bool EerstePagina => Cursor is null;

    public bool MagHerhalen => Menu.Mag(Menu.Afstemmen, caller.Rol);

    /// <summary>All that a herhaling can choose by; null: this filter says more, or nothing.</summary>
    public string? AllesLink => (Partner ?? Reden) is not null && Beurt is null && OuderDan is null ? $"/koppelingen/afkeur/herhalen{Request.QueryString}" : null;

    public GekozenFilters Gekozen => GekozenFilters.Of(
        Request,
        ("partner", "Partner", Naam(Partners, Partner)),
        ("reden", "Reden", Naam(Redenen, Reden)),
        ("beurt", "Aan de beurt", Naam(Beurten, Beurt)),
        ("ouderDan", "Ouder dan", Naam(Leeftijden, OuderDan)));

    public Bladeren Bladeren => new(
        EerstePagina,
        GekozenFilters.Link(Request, "cursor", null),
        View.Volgende is { } cursor ? GekozenFilters.Volgende(Request, cursor, Eerste + View.Afkeuringen.Count) : null);

    public string Bijschrift => $"{Bladeren.Bereik(Eerste, View.Afkeuringen.Count, View.Gevonden, "afgekeurd record", "afgekeurde records")}, oudste eerst.";

    public string LeegTekst => Alle == 0 ? Teksten.AfkeurLeeg : Teksten.AfkeurNietsGevonden;

    public string Antwoord => Alle switch
    {
        0 => "Alles wat binnenkwam, is verwerkt.",
        1 => "Er is 1 bericht dat niet kon worden verwerkt.",
        _ => $"Er zijn {Alle.ToString("N0", Datum.Nederlands)} berichten die niet konden worden verwerkt.",
    };

    private int Eerste => EerstePagina ? 1 : Math.Max(1, Vanaf);

    public string Naam(string partner) => Naam(Partners, partner) ?? partner;

    /// <summary>A place in the message, in words; empty: it is not about a field.</summary>
    public static string Veld(string? veld) => veld switch
    {
        null => "Geen",
        "" => "Het hele bericht",
        _ => veld.TrimStart('/'),
    };

    public static Badge Badge(AfkeuringView afkeuring) => afkeuring switch
    {
        { Status: "in-herhaling" } => new Badge("Wordt opnieuw verwerkt", Ernst.Neutraal),
        { Beurt: Afkeurregels.Partner } => new Badge("De partner", Ernst.Let),
        { Beurt: Afkeurregels.Niemand } => new Badge("Niemand", Ernst.Neutraal),
        _ => new Badge("Wij", Ernst.Fout),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Partner, Reden, Beurt, OuderDan) = (Leeg(Partner), Leeg(Reden), Leeg(Beurt), Leeg(OuderDan));
        var uitkomst = await lees.AlleAsync(caller, new AfkeurVraag(Partner, Reden, Beurt, Dagen(), Cursor), ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        (View, Alle) = (view, (await lees.TelAsync(caller, ct))!.Value);
        Herhalingen = [.. (await herhalingen.AlleAsync(caller, null, ct)).Waarde!.Herhalingen.Take(Laatste)];
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];

    private static string? Naam(IReadOnlyList<Keuze> keuzes, string? waarde) => keuzes.FirstOrDefault(k => k.Waarde == waarde)?.Naam;

    private static string? Leeg(string? waarde) => string.IsNullOrEmpty(waarde) ? null : waarde;

    /// <summary>Text that is no number is a filter that does not exist.</summary>
    private int? Dagen()
    {
        if (OuderDan is null)
        {
            return null;
        }

        return int.TryParse(OuderDan, Datum.Nederlands, out var dagen) ? dagen : -1;
    }
}
