using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Bronnen;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>«Bronnen»: where sources say different things, and which one counts; masked until asked for.</summary>
[Handeling("Bronverschillen bekeken", Actie.Raadplegen)]
internal sealed class BronnenModel(LeesBronverschillen lees, KiesBron kies, Woorden woorden, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    private const int Delen = 5;

    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    /// <summary>"gekozen": a choice was just stored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    /// <summary>Which source of which difference; see <see cref="Waarde"/>.</summary>
    [BindProperty]
    public string? Keuze { get; set; }

    [BindProperty]
    public string? Reden { get; set; }

    public IReadOnlyList<BronverschilView> Verschillen { get; private set; } = [];

    public IReadOnlyList<Veldfout> Fouten { get; private set; } = [];

    /// <summary>Why the choice could not be stored now; null: nothing was refused.</summary>
    public string? Weigering { get; private set; }

    /// <summary>Whether the values stand there.</summary>
    public bool Open { get; private set; }

    public string Nummer => Dossiernummer.Kort(DossierId);

    /// <summary>What is wrong with one field; null: nothing.</summary>
    public string? FoutBij(string veld) => Fouten.FirstOrDefault(f => f.Veld == veld)?.Zin;

    /// <summary>"Taalvoortgang: niveaus, lezen".</summary>
    public string Kop(BronverschilView verschil) => $"{woorden.Categorie(verschil.Categorie)}: {Woorden.Veld(verschil.Veld)}{(verschil.Onderdeel is { } deel ? $", {deel}" : string.Empty)}";

    /// <summary>A choice as the form sends it: what was seen goes along, so that nobody chooses about what he did not see.</summary>
    public static string Waarde(BronverschilView verschil, BronwaardeView waarde) => string.Join('|', verschil.Categorie, verschil.Veld, verschil.Onderdeel, waarde.Bron, verschil.Stand);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostToonAsync(CancellationToken ct)
    {
        Open = true;
        return ShowAsync(ct);
    }

    /// <summary>The line says what was chosen, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostKiesAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Bronnen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Open = true;
        if (Keuze?.Split('|') is not { Length: Delen } delen)
        {
            Fouten = [new Veldfout("keuze", Teksten.KiesBron)];
            return await ShowAsync(ct);
        }

        verwerking.Naam = "Bron gekozen";
        verwerking.Actie = Actie.Muteren;
        var nieuw = new NieuweBronkeuze { Categorie = delen[0], Veld = delen[1], Onderdeel = delen[2], Bron = delen[3], Stand = delen[4], Reden = Reden ?? string.Empty };
        var uitkomst = await kies.HandleAsync(caller, DossierId, nieuw, ct);
        if (uitkomst.Probleem is not { } probleem)
        {
            return LocalRedirect($"/dossiers/{DossierId}/bronnen?stand=gekozen");
        }

        Fouten = [.. uitkomst.Fouten.Select(f => new Veldfout(f.Pointer == "/reden" ? "reden" : "keuze", f.Detail))];
        Weigering = probleem.Status == StatusCodes.Status409Conflict ? probleem.Detail : null;
        return await ShowAsync(ct);
    }

    public IReadOnlyList<string> GeleverdeVelden() => new BronverschillenView(Verschillen).GeleverdeVelden();

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Bronnen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var uitkomst = await lees.HandleAsync(caller, DossierId, ct);
        if (uitkomst.Waarde is not { } gevonden)
        {
            HttpContext.Items[FoutModel.Sleutel] = Teksten.DossierOnbekend;
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Verschillen = gevonden.Verschillen;
        return Page();
    }
}
