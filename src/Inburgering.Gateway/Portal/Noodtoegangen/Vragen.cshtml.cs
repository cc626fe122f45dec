using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Noodtoegangen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Noodtoegangen;

/// <summary>Asking for emergency access to one dossier; number and reason travel in a form, never in an address.</summary>
[Handeling("Noodtoegang gevraagd", Actie.Beheer)]
internal sealed class VragenModel(VraagNoodtoegang vraag, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Nummer { get; set; }

    [BindProperty]
    public string? Reden { get; set; }

    /// <summary>What just happened, as a word in the address.</summary>
    [FromQuery(Name = "stand")]
    public string? Stand { get; set; }

    public IReadOnlyList<Noodtoegangvermelding> Eigen { get; private set; } = [];

    public string? FoutNummer { get; private set; }

    public string? FoutReden { get; private set; }

    public bool Fout => FoutNummer is not null || FoutReden is not null;

    public string? Bericht => Stand switch
    {
        "wacht" => "U had de afgelopen 7 dagen al eens noodtoegang. Daarom moet een privacy officer deze vraag eerst goedkeuren. U ziet hieronder wanneer dat is gebeurd.",
        "klaar" => "De noodtoegang is beëindigd. Een collega beoordeelt hem nog.",
        _ => null,
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        switch (await vraag.HandleAsync(caller, Nummer, Reden, ct))
        {
            case NoodtoegangUitkomst.Gegeven { DossierId: var dossierId }:
                return LocalRedirect($"/dossiers/{dossierId}/gegevens");
            case NoodtoegangUitkomst.Wacht:
                return LocalRedirect("/noodtoegang?stand=wacht");
            case NoodtoegangUitkomst.GeenReden:
                FoutReden = Teksten.RedenOntbreekt;
                return await ShowAsync(ct);
            case NoodtoegangUitkomst.GeenNummer:
                FoutNummer = Teksten.GeenNummer;
                return await ShowAsync(ct);
            case NoodtoegangUitkomst.NietGevonden:
                FoutNummer = Teksten.GeenDossierGevonden;
                return await ShowAsync(ct);
            case NoodtoegangUitkomst.NietToegestaan:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public async Task<IActionResult> OnPostKlaarAsync(Guid id, CancellationToken ct) =>
        await vraag.EndAsync(caller, id, ct) ? LocalRedirect("/noodtoegang?stand=klaar") : LocalRedirect("/noodtoegang");

    public IReadOnlyList<string> GeleverdeVelden() => [];

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await vraag.ReadAsync(caller, ct) is not { } eigen)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Eigen = eigen;
        return Page();
    }
}
