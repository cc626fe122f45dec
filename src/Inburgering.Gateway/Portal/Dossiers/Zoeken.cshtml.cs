using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>From a number to a dossier; the number travels in a form, never in an address (ux 1.5).</summary>
[Handeling("Dossier gezocht in het portaal", Actie.Zoeken, AlleenPost = true)]
internal sealed class ZoekenModel(VindDossier vind, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Nummer { get; set; }

    public string? Melding { get; private set; }

    public bool VoorRegie => caller.Rol == "REG";

    public IActionResult OnGet() => Menu.Mag(Menu.Zoeken, caller.Rol) ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Zoeken, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        switch (await vind.HandleAsync(caller, Nummer, ct))
        {
            case VindUitkomst.Gevonden { DossierId: var dossierId }:
                return LocalRedirect($"/dossiers/{dossierId}/{(VoorRegie ? "gegevens" : "inzagen")}");
            case VindUitkomst.NietGevonden:
                Melding = Teksten.GeenDossierGevonden;
                return Page();
            case VindUitkomst.GeenNummer:
                Melding = Teksten.GeenNummer;
                return Page();
            case VindUitkomst.NietToegestaan:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];
}
