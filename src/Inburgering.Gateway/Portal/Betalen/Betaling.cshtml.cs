using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>One payment: that somebody made it without the gateway; or, when it came to nothing, what is known, the two people who ask the bank, and the next try.</summary>
[Handeling("Betaling bekeken", Actie.Raadplegen)]
internal sealed class BetalingModel(ProbeerOpnieuw probeer, MeldBuiten buiten, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid OpdrachtId { get; set; }

    /// <summary>"bevestigd" or "buiten": what was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    [BindProperty]
    public string? Iban { get; set; }

    [BindProperty]
    public string? Naam { get; set; }

    /// <summary>"15-11-2024".</summary>
    [BindProperty]
    public string? BetaaldOp { get; set; }

    [BindProperty]
    public string? Reden { get; set; }

    public PogingView View { get; private set; } = null!;

    /// <summary>Why it could not be done now, one sentence each; empty: nothing was refused.</summary>
    public IReadOnlyList<string> Weigeringen { get; private set; } = [];

    public string Nummer => Dossiernummer.Kort(DossierId);

    public string? Gedaan => Stand switch
    {
        "bevestigd" => Teksten.NietBetaaldBevestigd,
        "buiten" => Teksten.BuitenGemeld,
        _ => null,
    };

    public Datumveld Betaaldveld => new(nameof(BetaaldOp), "Betaald op", BetaaldOp, null);

    public Keuzelijst Redenlijst { get; } = new(
        nameof(Reden), "Waarom buiten de gateway", [new("spoed", "Spoed"), new("kanaal-gestoord", "De weg naar de bank werkte niet"), new("op-verzoek", "Op verzoek van de inwoner")], null, "Kies een reden");

    public Tekstveld Ibanveld => new("iban", nameof(Iban), "Ander rekeningnummer (IBAN)", Iban, null, null) { Langste = 34, Klasse = string.Empty };

    public Tekstveld Naamveld => new("naam", nameof(Naam), "Naam bij dat rekeningnummer", Naam, null, null) { Langste = 70, Klasse = string.Empty };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostBevestigAsync(CancellationToken ct) => DoeAsync(
        ("Betaling niet betaald gemeld", $"/{OpdrachtId}?stand=bevestigd"), () => probeer.BevestigAsync(caller, OpdrachtId, ct), ct);

    public Task<IActionResult> OnPostProbeerAsync(CancellationToken ct) => DoeAsync(
        ("Nieuwe poging klaargezet", "?stand=poging"),
        () => probeer.HandleAsync(caller, OpdrachtId, new PogingInvoer { Iban = Leeg(Iban), Naam = Leeg(Naam) }, ct),
        ct);

    public Task<IActionResult> OnPostBuitenAsync(CancellationToken ct) => DoeAsync(
        ("Betaling buiten de gateway gemeld", $"/{OpdrachtId}?stand=buiten"),
        () => buiten.HandleAsync(caller, OpdrachtId, new BuitenbetalingInvoer { BetaaldOp = Datum.Lees(BetaaldOp, out var dag) ? dag : DateOnly.MinValue, Reden = Reden ?? string.Empty }, ct),
        ct);

    public Task<IActionResult> OnPostHerstelAsync(CancellationToken ct) => DoeAsync(
        ("Betaling toch niet betaald gemeld", "?stand=hersteld"), () => buiten.HerstelAsync(caller, OpdrachtId, ct), ct);

    public IReadOnlyList<string> GeleverdeVelden() => View?.GeleverdeVelden() ?? [];

    private static string? Leeg(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();

    private async Task<IActionResult> DoeAsync((string Naam, string Naar) wat, Func<Task<Uitkomst<BetalingView>>> doe, CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (verwerking.Naam, verwerking.Actie) = (wat.Naam, Actie.Muteren);
        Weigeringen = OntzorgenModel.Redenen(await doe());
        return Weigeringen.Count == 0 ? LocalRedirect($"/dossiers/{DossierId}/ontzorgen{wat.Naar}") : await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if ((await probeer.LeesAsync(caller, OpdrachtId, ct)).Waarde is not { } view || view.Betaling.DossierId != DossierId)
        {
            HttpContext.Items[FoutModel.Sleutel] = Problems.BetalingOnbekend.Detail;
            return StatusCode(StatusCodes.Status404NotFound);
        }

        View = view;
        return Page();
    }
}
