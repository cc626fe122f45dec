using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Afkeuringen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>Before it begins: how many can be tried again, and why the others cannot.</summary>
[Handeling("Herhaling vooraf geteld", Actie.Beheer)]
internal sealed class HerhalenModel(HerhaalAfkeuringen herhaal, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    /// <summary>Those chosen; empty: by the filter.</summary>
    [BindProperty(SupportsGet = true)]
    public IReadOnlyList<Guid> Id { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Reden { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    public string? Toelichting { get; set; }

    public HerhalingproefView Proef { get; private set; } = null!;

    /// <summary>Why it was not begun; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    private HerhaalInvoer Invoer => Id.Count > 0
        ? new HerhaalInvoer { Afkeuringen = Id, Proef = true }
        : new HerhaalInvoer { Partner = Leeg(Partner), Redencode = Leeg(Reden), Proef = true };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => TelAsync(null, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Afkeurhandeling.Fouten(Toelichting).Count > 0)
        {
            return await TelAsync(Teksten.AfkeurReden, ct);
        }

        if (herhaal.Fouten(Invoer).Count > 0)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        verwerking.Naam = "Afkeuringen herhaald";
        var uitkomst = await herhaal.BeginAsync(caller, Herhaalselectie.Van(Invoer), Toelichting!, ct);
        return uitkomst switch
        {
            { Waarde: { } herhaling } => Redirect($"/koppelingen/afkeur/herhalingen/{herhaling.HerhalingId}"),
            { Probleem: { Status: StatusCodes.Status409Conflict } probleem } => await TelAsync(probleem.Detail, ct),
            _ => StatusCode(uitkomst.Probleem!.Status),
        };
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];

    private static string? Leeg(string? waarde) => string.IsNullOrEmpty(waarde) ? null : waarde;

    private async Task<IActionResult> TelAsync(string? fout, CancellationToken ct)
    {
        // the form of the list without a choice: nothing to count
        if (Id.Count == 0 && Leeg(Partner) is null && Leeg(Reden) is null)
        {
            return Redirect("/koppelingen/afkeur");
        }

        if (herhaal.Fouten(Invoer).Count > 0)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var uitkomst = await herhaal.ProefAsync(caller, Herhaalselectie.Van(Invoer), ct);
        if (uitkomst.Waarde is not { } proef)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        (Proef, Fout) = (proef, fout);
        return Page();
    }
}
