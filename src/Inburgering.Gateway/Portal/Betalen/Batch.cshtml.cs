using System.Net.Mime;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>One file for the bank: a second person approves it, somebody gets it and says whether the bank has it. No person is on the page.</summary>
[Handeling("Betaalbatch bekeken", Actie.Raadplegen)]
internal sealed class BatchModel(LeesBatches lees, VerzegelBatch verzegel, BiedBatchAan bied, MeldAanbieding meld, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    private const int Laatste = 5;
    private IReadOnlyList<string> geleverd = [];

    [BindProperty(SupportsGet = true)]
    public Guid BatchId { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Tekens { get; set; }

    public BetaalbatchView View { get; private set; } = null!;

    /// <summary>One sentence each; empty: nothing was refused.</summary>
    public IReadOnlyList<string> Weigeringen { get; private set; } = [];

    public Badge Badge
    {
        get
        {
            var (woord, ernst) = Betaalwoorden.Stand(View.Stand);
            return new Badge(woord, ernst);
        }
    }

    /// <summary>What the bank shows of the file; null until it is sealed.</summary>
    public string? Controletekens => View.Hash?[^Laatste..];

    public Tekstveld Tekensveld => new("tekens", nameof(Tekens), "Laatste vijf tekens die de bank laat zien", Tekens, null, null) { Langste = Laatste };

    public string? Gedaan => Stand switch
    {
        "verzegeld" => Teksten.BatchVerzegeld,
        "ontvangen" => Teksten.BatchOntvangen,
        "onzeker" => Teksten.BatchOnzeker,
        "afwezig" => Teksten.BatchAfwezig,
        _ => null,
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostKeurGoedAsync(CancellationToken ct) =>
        DoeAsync(("Betaalbatch goedgekeurd", "verzegeld"), () => verzegel.HandleAsync(caller, BatchId, ct), ct);

    public Task<IActionResult> OnPostOntvangenAsync(CancellationToken ct) =>
        DoeAsync(("Betaalbatch bij de bank gemeld", "ontvangen"), () => meld.OntvangenAsync(caller, BatchId, Tekens, ct), ct);

    public Task<IActionResult> OnPostOnzekerAsync(CancellationToken ct) =>
        DoeAsync(("Betaalbatch onzeker gemeld", "onzeker"), () => meld.OnzekerAsync(caller, BatchId, ct), ct);

    public Task<IActionResult> OnPostAfwezigAsync(CancellationToken ct) =>
        DoeAsync(("Betaalbatch afwezig gemeld", "afwezig"), () => meld.AfwezigAsync(caller, BatchId, ct), ct);

    /// <summary>The file itself: a download is a hand-over, and comes only once.</summary>
    public async Task<IActionResult> OnPostHaalOpAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (verwerking.Naam, verwerking.Actie) = ("Betaalbestand aan de bank aangeboden", Actie.Exporteren);
        var uitkomst = await bied.HandleAsync(caller, BatchId, ct);
        if (uitkomst.Waarde is not { } bestand)
        {
            Weigeringen = Redenen(uitkomst);
            return await ShowAsync(ct);
        }

        geleverd = bestand.GeleverdeVelden();
        return File(bestand.Inhoud.ToArray(), MediaTypeNames.Application.Xml, bestand.Naam);
    }

    public IReadOnlyList<string> GeleverdeVelden() => geleverd;

    private static IReadOnlyList<string> Redenen<T>(Uitkomst<T> uitkomst)
        where T : class => uitkomst.Fouten.Count > 0 ? [.. uitkomst.Fouten.Select(f => f.Detail)] : [uitkomst.Probleem!.Detail];

    private async Task<IActionResult> DoeAsync((string Naam, string Stand) wat, Func<Task<Uitkomst<BetaalbatchView>>> doe, CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (verwerking.Naam, verwerking.Actie) = (wat.Naam, Actie.Muteren);
        var uitkomst = await doe();
        if (uitkomst.Probleem is null)
        {
            return LocalRedirect($"/betalingen/{BatchId}?stand={wat.Stand}");
        }

        Weigeringen = Redenen(uitkomst);
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if ((await lees.FindAsync(caller, BatchId, ct)).Waarde is not { } view)
        {
            HttpContext.Items[FoutModel.Sleutel] = Teksten.BatchOnbekend;
            return StatusCode(StatusCodes.Status404NotFound);
        }

        View = view;
        return Page();
    }
}
