using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Meldingen;
using Inburgering.Gateway.Features.Voorstellen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>«Voorstellen»: what partners propose and the hours they told of, which the gemeente itself tells DUO; masked until asked for.</summary>
[Handeling("Voorstellen bekeken", Actie.Raadplegen)]
internal sealed class VoorstellenModel(LeesVoorstellen voorstellen, LeesUren uren, WijsVoorstelAf wijsAf, DienMeldingIn dien, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    private readonly List<string> geleverd = [];

    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    /// <summary>"gemeld" or "afgewezen": what was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    [BindProperty]
    public Guid VoorstelId { get; set; }

    /// <summary>Which total.</summary>
    [BindProperty]
    public string? Soort { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Totaal { get; set; }

    public IReadOnlyList<VoorstelView> Voorstellen { get; private set; } = [];

    public IReadOnlyList<UrentotaalView> Totalen { get; private set; } = [];

    public IReadOnlyList<Veldfout> Fouten { get; private set; } = [];

    /// <summary>Why it could not be done now; null: nothing was refused.</summary>
    public string? Weigering { get; private set; }

    /// <summary>Whether the content stands there.</summary>
    public bool Open { get; private set; }

    public bool Leeg => Voorstellen.Count == 0 && Totalen.Count == 0;

    /// <summary>How many there are, nothing of what they say.</summary>
    public string Samenvatting => (Voorstellen.Count, Totalen.Count(t => t.Openstaand)) switch
    {
        (0, 0) => "Er wacht niets op u. De uren die partners meldden, zijn ook aan DUO gemeld.",
        (var v, 0) => $"Er {Wachten(v, "voorstel", "voorstellen")}.",
        (0, var u) => $"Er {Wachten(u, "totaal van uren", "totalen van uren")}.",
        var (v, u) => $"Er {Wachten(v, "voorstel", "voorstellen")}, en {Teller(u, "totaal van uren", "totalen van uren")}.",
    };

    public string Nummer => Dossiernummer.Kort(DossierId);

    /// <summary>What was done; null: nothing.</summary>
    public string? Gedaan => Stand switch
    {
        "gemeld" => Teksten.AanDuoGemeld,
        "afgewezen" => Teksten.VoorstelAfgewezen,
        _ => null,
    };

    public static string Kop(VoorstelView voorstel) => voorstel.Soort == "map" ? "Eindgesprek van de MAP" : "Ondertekening van de participatieverklaring";

    public static string Kop(UrentotaalView totaal) => totaal.Soort == "participatieactiviteiten" ? "Participatieactiviteiten" : "Taallessen en KNM";

    /// <summary>"124,5 uur".</summary>
    public static string Uren(decimal uren) => $"{uren.ToString("0.##", Datum.Nederlands)} uur";

    public static string Maanden(BronurenView bron) => bron.Vanaf == bron.TotEnMet ? Maand(bron.Vanaf) : $"{Maand(bron.Vanaf)} tot en met {Maand(bron.TotEnMet)}";

    public static string Zin(UrentotaalView totaal) => (totaal.Gemeld, totaal.Openstaand) switch
    {
        (null, _) => "U meldde nog geen totaal aan DUO.",
        ({ } gemeld, true) => $"U meldde het laatst {Uren(gemeld)} aan DUO.",
        _ => "Dat is ook wat u aan DUO meldde.",
    };

    /// <summary>The sum, until something else was typed.</summary>
    public Tekstveld Urenveld(UrentotaalView totaal)
    {
        var id = $"totaal-{totaal.Soort}";
        var waarde = Soort == totaal.Soort ? Totaal : totaal.Uren.ToString(CultureInfo.InvariantCulture);
        return new Tekstveld(id, nameof(Totaal), "Totaal in hele uren, sinds het begin", waarde, null, Fouten.FirstOrDefault(f => f.Veld == id)?.Zin)
        {
            Langste = 4,
        };
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostToonAsync(CancellationToken ct)
    {
        Open = true;
        return ShowAsync(ct);
    }

    /// <summary>The gemeente says it itself: the line says what was told, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostBevestigAsync(CancellationToken ct)
    {
        Open = true;
        if (await FindAsync(ct) is not { } voorstel)
        {
            Weigering = Problems.VoorstelOnbekend.Detail;
            return await ShowAsync(ct);
        }

        return await MeldAsync(voorstel.Soort == "map" ? new MapResultaat { DatumEindgesprek = voorstel.Datum } : new PvtResultaat { DatumOndertekening = voorstel.Datum }, ct);
    }

    public async Task<IActionResult> OnPostAfwijsAsync(CancellationToken ct)
    {
        Open = true;
        if (!Menu.Mag(Menu.Voorstellen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        verwerking.Naam = "Voorstel afgewezen";
        verwerking.Actie = Actie.Muteren;
        var uitkomst = await wijsAf.HandleAsync(caller, DossierId, VoorstelId, ct);
        if (uitkomst.Probleem is not { } probleem)
        {
            return LocalRedirect($"/dossiers/{DossierId}/voorstellen?stand=afgewezen");
        }

        Weigering = probleem.Detail;
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostUrenAsync(CancellationToken ct)
    {
        Open = true;
        if (int.TryParse(Totaal, NumberStyles.None, CultureInfo.InvariantCulture, out var totaal))
        {
            return await MeldAsync(new UrenInvoer { Soort = Soort ?? string.Empty, Uren = totaal }, ct);
        }

        Fouten = [new Veldfout($"totaal-{Soort}", Teksten.HeleUren)];
        return await ShowAsync(ct);
    }

    public IReadOnlyList<string> GeleverdeVelden() => [.. geleverd.Distinct().Order(StringComparer.Ordinal)];

    private static string Maand(string maand) => DateOnly.ParseExact(maand, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", Datum.Nederlands);

    private static string Teller(int aantal, string een, string meer) => $"{aantal} {(aantal == 1 ? een : meer)}";

    private static string Wachten(int aantal, string een, string meer) => $"{(aantal == 1 ? "wacht" : "wachten")} {Teller(aantal, een, meer)} op u";

    /// <summary>Null: it waits no longer, or may not be seen.</summary>
    private async Task<VoorstelView?> FindAsync(CancellationToken ct) =>
        (await voorstellen.HandleAsync(caller, DossierId, ct)).Waarde?.Voorstellen.FirstOrDefault(v => v.VoorstelId == VoorstelId);

    private async Task<IActionResult> MeldAsync(IMeldingInvoer invoer, CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Voorstellen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        verwerking.Naam = "Melding ingediend";
        verwerking.Actie = Actie.Muteren;
        if (invoer.Fouten() is { Count: > 0 } fouten)
        {
            Fouten = [.. fouten.Select(f => new Veldfout($"totaal-{Soort}", f.Detail))];
            return await ShowAsync(ct);
        }

        var uitkomst = await dien.HandleAsync(caller, DossierId, invoer, ct);
        if (uitkomst.Probleem is not { } probleem)
        {
            return LocalRedirect($"/dossiers/{DossierId}/voorstellen?stand=gemeld");
        }

        Weigering = uitkomst.Fouten.Count > 0 ? string.Join(' ', uitkomst.Fouten.Select(f => f.Detail)) : probleem.Detail;
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Voorstellen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var (gevonden, staat) = (await voorstellen.HandleAsync(caller, DossierId, ct), await uren.HandleAsync(caller, DossierId, ct));
        if (gevonden.Waarde is not { } lijst || staat.Waarde is not { } urenstaat)
        {
            HttpContext.Items[FoutModel.Sleutel] = Teksten.DossierOnbekend;
            return StatusCode(StatusCodes.Status404NotFound);
        }

        (Voorstellen, Totalen) = (lijst.Voorstellen, urenstaat.Totalen);
        geleverd.AddRange([.. lijst.GeleverdeVelden(), .. urenstaat.GeleverdeVelden()]);
        return Page();
    }
}
