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
internal sealed class AfkeuringModel(LeesAfkeuring lees, LeesAfkeuringen alle, BeslisOverAfkeuring beslis, ToonAfkeurwaarde toon, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Reden { get; set; }

    [BindProperty]
    public string? Doel { get; set; }

    /// <summary>Why the value is asked.</summary>
    [BindProperty]
    public string? Waarom { get; set; }

    public AfkeuringView View { get; private set; } = null!;

    /// <summary>Shown in the answer to who asked it, and nowhere else; null: not asked, or refused.</summary>
    public AfkeurwaardeInhoudView? Getoond { get; private set; }

    /// <summary>Why the value is not shown; null: nothing was refused.</summary>
    public string? Waardefout { get; private set; }

    /// <summary>Why what was asked was not done; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    public string Partner => alle.Partners.FirstOrDefault(p => p.Waarde == View.Partner)?.Naam ?? View.Partner;

    public bool MagBeslissen => View.Status is "open" or "bij-partner" && Menu.Mag(Menu.Afstemmen, caller.Rol);

    public bool MagTonen => View.Waarde is { Toonbaar: true } && Menu.Mag(Menu.Afkeurwaarde, caller.Rol);

    /// <summary>What the value may be asked for.</summary>
    public static Keuzelijst Doelen(string? gekozen) => new("Doel", "Waarvoor heeft u de waarde nodig?", [new Keuze(AccessDesk.Regie, "Regie voeren over deze persoon")], gekozen, "Kies een doel");

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

    public async Task<IActionResult> OnPostWaardeAsync(Guid id, CancellationToken ct)
    {
        var getoond = await ToonAsync(id, null, ct);
        if (getoond is not PageResult)
        {
            return getoond;
        }

        if (string.IsNullOrEmpty(Doel) || Afkeurhandeling.Fouten(Waarom).Count > 0)
        {
            Waardefout = Teksten.AfkeurWaarde;
            return getoond;
        }

        var uitkomst = await toon.HandleAsync(caller, id, new AfkeurwaardeInvoer(Doel, Waarom!), ct);
        if (uitkomst.Probleem is { Status: StatusCodes.Status503ServiceUnavailable or StatusCodes.Status404NotFound } weg)
        {
            return StatusCode(weg.Status);
        }

        (Getoond, Waardefout) = (uitkomst.Waarde, uitkomst.Probleem?.Detail);
        return getoond;
    }

    public IReadOnlyList<string> GeleverdeVelden() => Getoond?.GeleverdeVelden() ?? View.GeleverdeVelden();

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
        var uitkomst = await lees.HandleAsync(caller, id, ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        (View, Fout) = (view, fout);
        return Page();
    }
}
