using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Portal.Grafieken;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>«Ontzorgen»: what is paid when and to whom, masked until asked for; a second person accepts accounts and lets a month go.</summary>
[Handeling("Betalingen bekeken", Actie.Raadplegen)]
internal sealed class OntzorgenModel(LeesBetalingen lees, LeesOntzorgbesluiten besluiten, GeefBetalingenVrij vrij, ControleerRekening controleer, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    /// <summary>Weeks before the end from which it is no longer only news.</summary>
    private const int Dringend = 5;

    private IReadOnlyList<string> geleverd = [];

    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    /// <summary>"vrij", "aanvaard", "poging" or "hersteld": what was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    /// <summary>"2024-12".</summary>
    [BindProperty]
    public string? Maand { get; set; }

    [BindProperty]
    public Guid OpdrachtId { get; set; }

    /// <summary>By month, newest first.</summary>
    public IReadOnlyList<IGrouping<string, BetalingView>> Maanden { get; private set; } = [];

    /// <summary>Why it could not be done now, one sentence each; empty: nothing was refused.</summary>
    public IReadOnlyList<string> Weigeringen { get; private set; } = [];

    /// <summary>Whether the content stands there.</summary>
    public bool Open { get; private set; }

    public string Nummer => Dossiernummer.Kort(DossierId);

    /// <summary>What was done; null: nothing.</summary>
    public string? Gedaan => Stand switch
    {
        "vrij" => Teksten.BetalingenVrij,
        "aanvaard" => Teksten.RekeningAanvaard,
        "poging" => Teksten.PogingGemaakt,
        "hersteld" => Teksten.BuitenHersteld,
        _ => null,
    };

    /// <summary>What each month is spent on; null: nothing to draw.</summary>
    public Maandstaven? Staven => Maandstaven.Of(Maanden.SelectMany(m => m));

    /// <summary>That the last decision ends, and what to do (payments 8.5); null: not within eight weeks.</summary>
    public string? Afloop { get; private set; }

    /// <summary>Four weeks or less.</summary>
    public bool AfloopIsDringend { get; private set; }

    /// <summary>How many there are, nothing of what they say.</summary>
    public string Samenvatting
    {
        get
        {
            var (alle, klaar) = (Maanden.Sum(m => m.Count()), Maanden.Sum(m => m.Count(b => b.Stand == "gepland")));
            return $"Er {(alle == 1 ? "is 1 betaling" : $"zijn {alle} betalingen")}; {(klaar == 1 ? "1 wacht" : $"{klaar} wachten")} op goedkeuring.";
        }
    }

    /// <summary>Whether it came to nothing and no next try stands for it yet.</summary>
    public bool KanOpnieuw(BetalingView betaling) =>
        betaling.Stand is "afgewezen" or "teruggeboekt" && !Maanden.SelectMany(m => m).Any(b => b.Vorige == betaling.OpdrachtId && b.Stand != "geannuleerd");

    /// <summary>"€ 612,35".</summary>
    public static string Euro(long centen) => string.Create(Datum.Nederlands, $"€ {centen / 100m:N2}");

    /// <summary>"december 2024".</summary>
    public static string Maandnaam(string maand) => DateOnly.ParseExact(maand, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", Datum.Nederlands);

    public static string Soortnaam(string soort) => soort switch
    {
        "HUUR" => "Huur",
        "ENER" => "Energie",
        "WATR" => "Water",
        "ZORG" => "Zorgverzekering",
        "LEEF" => "Leefgeld",
        "BESL" => "Beslag",
        _ => soort,
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostToonAsync(CancellationToken ct)
    {
        Open = true;
        return ShowAsync(ct);
    }

    public Task<IActionResult> OnPostVrijAsync(CancellationToken ct) => DoeAsync(
        "Betalingen vrijgegeven",
        "vrij",
        async () => DateOnly.TryParseExact(Maand, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var maand)
            ? Redenen(await vrij.HandleAsync(caller, DossierId, maand, ct))
            : [Problems.BetalingOnbekend.Detail],
        ct);

    public Task<IActionResult> OnPostAanvaardAsync(CancellationToken ct) =>
        DoeAsync("Rekening aanvaard", "aanvaard", async () => Redenen(await controleer.AanvaardAsync(caller, OpdrachtId, ct)), ct);

    public IReadOnlyList<string> GeleverdeVelden() => geleverd;

    internal static IReadOnlyList<string> Redenen<T>(Uitkomst<T> uitkomst)
        where T : class
    {
        if (uitkomst.Probleem is not { } probleem)
        {
            return [];
        }

        return uitkomst.Fouten.Count > 0 ? [.. uitkomst.Fouten.Select(f => f.Detail)] : [probleem.Detail];
    }

    private async Task<IActionResult> DoeAsync(string naam, string gedaan, Func<Task<IReadOnlyList<string>>> doe, CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (verwerking.Naam, verwerking.Actie, Open) = (naam, Actie.Muteren, true);
        Weigeringen = await doe();
        return Weigeringen.Count == 0 ? LocalRedirect($"/dossiers/{DossierId}/ontzorgen?stand={gedaan}") : await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if ((await lees.HandleAsync(caller, DossierId, ct)).Waarde is not { } lijst)
        {
            HttpContext.Items[FoutModel.Sleutel] = Teksten.DossierOnbekend;
            return StatusCode(StatusCodes.Status404NotFound);
        }

        await LeesAfloopAsync(ct);
        geleverd = [.. (Afloop is null ? [] : Enumerable.Repeat("FIN.status", 1)).Concat(Open ? lijst.GeleverdeVelden() : [])];
        Maanden = [.. lijst.Betaalopdrachten.GroupBy(b => b.Maand).OrderByDescending(m => m.Key, StringComparer.Ordinal)];
        return Page();
    }

    /// <summary>Of the decision that ends last: one that another follows ends nothing.</summary>
    private async Task LeesAfloopAsync(CancellationToken ct)
    {
        if ((await besluiten.HandleAsync(caller, DossierId, ct)).Waarde?.Besluiten.Where(b => b.Status == "geldt").MaxBy(b => b.Einddatum) is { WekenTeGaan: { } weken } laatste)
        {
            AfloopIsDringend = weken < Dringend;
            Afloop = $"Het ontzorgen loopt tot en met {Datum.Voluit(laatste.Einddatum)}: {Over(weken)}. Daarna betaalt de gateway geen vaste lasten meer. Moet het langer, neem dan op tijd een besluit tot verlenging; leg anders met de inburgeraar vast wie de vaste lasten overneemt.";
        }
    }

    private static string Over(int weken) => weken switch
    {
        0 => "minder dan een week",
        1 => "nog 1 week",
        _ => $"nog {weken} weken",
    };
}
