using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Afkeuringen;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>What is tried again: how far it is, what came of each message, and the way to stop it.</summary>
[Handeling("Herhaling bekeken", Actie.Beheer)]
internal sealed class HerhalingModel(LeesHerhalingen lees, HerhaalAfkeuringen herhaal, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    public HerhalingView View { get; private set; } = null!;

    /// <summary>Why what was asked was not done; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    public bool Loopt => View.Status == "loopt";

    public int Gedaan => View.Totaal - View.NogTeDoen;

    public bool MagStoppen => Menu.Mag(Menu.Afstemmen, caller.Rol);

    public static Badge Stand(HerhalingView herhaling) => herhaling switch
    {
        { Status: "loopt" } => new Badge("Loopt", Ernst.Neutraal),
        { Status: "gestopt" } => new Badge("Gestopt", Ernst.Neutraal),
        { Status: "automatisch-gestopt" } => new Badge("Automatisch gestopt", Ernst.Fout),
        { Afgekeurd: > 0 } => new Badge("Klaar, niet alles gelukt", Ernst.Fout),
        { Overgeslagen: > 0 } or { ZonderGevolg: > 0 } => new Badge("Klaar", Ernst.Let),
        _ => new Badge("Gelukt", Ernst.Goed),
    };

    public static Badge Uitkomst(HerhalingdeelView deel) => deel.Uitkomst switch
    {
        "verwerkt" => new Badge("Verwerkt", Ernst.Goed),
        "afgekeurd" => new Badge("Opnieuw afgekeurd", Ernst.Fout),
        "overgeslagen" => new Badge("Overgeslagen", Ernst.Let),
        "zonder-gevolg" => new Badge("Zonder gevolg", Ernst.Neutraal),
        "niet-gedaan" => new Badge("Niet gedaan", Ernst.Neutraal),
        "bezig" => new Badge("Bezig", Ernst.Neutraal),
        _ => new Badge("Wacht op zijn beurt", Ernst.Neutraal),
    };

    public static string Reden(HerhalingdeelView deel) => Berichtwoorden.Reden(deel.Redencode)!.Wat;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ToonAsync(id, null, ct);

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Herhaling gestopt";
        var uitkomst = await herhaal.StopAsync(caller, id, ct);
        return uitkomst switch
        {
            { Waarde: not null } => RedirectToPage(null, null, new { id }),
            { Probleem: { Status: StatusCodes.Status409Conflict } probleem } => await ToonAsync(id, probleem.Detail, ct),
            _ => StatusCode(uitkomst.Probleem!.Status),
        };
    }

    public IReadOnlyList<string> GeleverdeVelden() => View.GeleverdeVelden();

    private async Task<IActionResult> ToonAsync(Guid id, string? fout, CancellationToken ct)
    {
        var uitkomst = await lees.OneAsync(caller, id, ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        (View, Fout) = (view, fout);
        return Page();
    }
}
