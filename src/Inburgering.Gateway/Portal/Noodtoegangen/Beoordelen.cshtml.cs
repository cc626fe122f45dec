using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Noodtoegangen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Noodtoegangen;

/// <summary>The review pile: what waits for approval, what has to be judged, and what was judged.</summary>
[Handeling("Noodtoegang beoordeeld", Actie.Beheer)]
internal sealed class BeoordelenModel(BeoordeelNoodtoegang beoordeel, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Toelichting { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>What just happened, as a word in the address.</summary>
    [FromQuery(Name = "stand")]
    public string? Stand { get; set; }

    public IReadOnlyList<Noodtoegangvermelding> Alle { get; private set; } = [];

    public string? Fout { get; private set; }

    public string Antwoord => Alle.Count(n => n.TeBeoordelen) switch
    {
        0 => "Er is geen noodtoegang te beoordelen.",
        1 => "Er is 1 noodtoegang te beoordelen.",
        var aantal => $"Er zijn {aantal} keer noodtoegang te beoordelen.",
    };

    public string? Bericht => Stand switch
    {
        "vastgelegd" => "Uw oordeel is vastgelegd.",
        "goedgekeurd" => "De noodtoegang is goedgekeurd en begint nu.",
        "geweigerd" => "De noodtoegang is geweigerd en begint niet. De aanvrager leest uw reden.",
        "niet-gelukt" => "Dit kon niet. Misschien vroeg of keurde u deze noodtoegang zelf goed, of was een ander u voor. Er is niets veranderd.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostGoedkeurenAsync(CancellationToken ct) =>
        LocalRedirect($"/noodtoegang/beoordelen?stand={(await beoordeel.ApproveAsync(caller, Id, ct) ? "goedgekeurd" : "niet-gelukt")}");

    public Task<IActionResult> OnPostWeigerenAsync(CancellationToken ct) =>
        ConcludeAsync(Teksten.RedenVanWeigeringOntbreekt, "geweigerd", () => beoordeel.RefuseAsync(caller, Id, Toelichting, ct), ct);

    public Task<IActionResult> OnPostInOrdeAsync(CancellationToken ct) => JudgeAsync(BeoordeelNoodtoegang.InOrde, ct);

    public Task<IActionResult> OnPostOnrechtmatigAsync(CancellationToken ct) => JudgeAsync(BeoordeelNoodtoegang.Onrechtmatig, ct);

    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.noodtoegang"];

    private Task<IActionResult> JudgeAsync(string oordeel, CancellationToken ct) =>
        ConcludeAsync(Teksten.ToelichtingOntbreekt, "vastgelegd", () => beoordeel.JudgeAsync(caller, Id, oordeel, Toelichting, ct), ct);

    private async Task<IActionResult> ConcludeAsync(string zonderToelichting, string gelukt, Func<Task<bool>> conclude, CancellationToken ct)
    {
        if (Toelichting?.Trim().Length is not >= BeoordeelNoodtoegang.KortsteToelichting)
        {
            Fout = zonderToelichting;
            return await ShowAsync(ct);
        }

        return LocalRedirect($"/noodtoegang/beoordelen?stand={(await conclude() ? gelukt : "niet-gelukt")}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await beoordeel.ReadAsync(caller, ct) is not { } alle)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Alle = alle;
        return Page();
    }
}
