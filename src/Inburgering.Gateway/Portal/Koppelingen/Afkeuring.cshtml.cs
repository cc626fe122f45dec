using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Afkeuringen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>One rejected message: why, and what a person decides about it.</summary>
[Handeling("Afkeuring bekeken", Actie.Beheer)]
internal sealed class AfkeuringModel(LeesAfkeuringen lees, BeslisOverAfkeuring beslis, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Reden { get; set; }

    public AfkeuringView View { get; private set; } = null!;

    /// <summary>Why what was asked was not done; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    public string Partner => lees.Partners.FirstOrDefault(p => p.Waarde == View.Partner)?.Naam ?? View.Partner;

    public bool MagBeslissen => View.Status is "open" or "bij-partner" && Menu.Mag(Menu.Afstemmen, caller.Rol);

    public static Badge Stand(AfkeuringView afkeuring) => afkeuring.Status switch
    {
        "open" => new Badge("Wacht op een mens", Ernst.Fout),
        "bij-partner" => new Badge("Bij de partner", Ernst.Let),
        "in-herhaling" => new Badge("Wordt opnieuw verwerkt", Ernst.Neutraal),
        "gesloten" => new Badge("Gesloten zonder verwerken", Ernst.Neutraal),
        _ => new Badge("Afgehandeld", Ernst.Neutraal),
    };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ToonAsync(id, null, ct);

    public Task<IActionResult> OnPostOverdrachtAsync(Guid id, CancellationToken ct) =>
        BeslisAsync(id, "Afkeuring bij de partner gelegd", reden => beslis.DraagOverAsync(caller, id, reden, ct), ct);

    public Task<IActionResult> OnPostSluitingAsync(Guid id, CancellationToken ct) => BeslisAsync(id, "Afkeuring gesloten", reden => beslis.SluitAsync(caller, id, reden, ct), ct);

    public IReadOnlyList<string> GeleverdeVelden() => View.GeleverdeVelden();

    private async Task<IActionResult> BeslisAsync(Guid id, string naam, Func<string, Task<Uitkomst<AfkeuringView>>> besluit, CancellationToken ct)
    {
        if (Afkeurhandeling.Fouten(Reden).Count > 0)
        {
            return await ToonAsync(id, Teksten.AfkeurReden, ct);
        }

        verwerking.Naam = naam;
        var uitkomst = await besluit(Reden!);
        return uitkomst switch
        {
            { Waarde: not null } => RedirectToPage(null, null, new { id }),
            { Probleem: { Status: StatusCodes.Status409Conflict } probleem } => await ToonAsync(id, probleem.Detail, ct),
            _ => StatusCode(uitkomst.Probleem!.Status),
        };
    }

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
