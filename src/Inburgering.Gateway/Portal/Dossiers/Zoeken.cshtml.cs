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

    /// <summary>What this role comes here for, and where it goes on.</summary>
    private Zoekdoel Doel => caller.Rol switch
    {
        "REG" => new("Dossier zoeken", "Dossier zoeken", "Zoek een dossier van uw gemeente. Daarna ziet u de gegevens die u voor regie mag zien, eerst afgedekt.", "gegevens"),
        Menu.Ontzorgen => new("Dossier zoeken", "Dossier zoeken", "Zoek een dossier van uw gemeente. Daarna ziet u wat er voor deze persoon wordt betaald, eerst afgedekt.", "ontzorgen"),
        _ => new(
            "Wie heeft gekeken", "Wie heeft gekeken: dossier zoeken",
            "Zoek een dossier. Daarna ziet u wie erin keek, met welk doel, wat is getoond en wat is geweigerd. De inhoud van het dossier ziet u niet.", "inzagen"),
    };

    public string Kop => Doel.Kop;

    public string Titel => Doel.Titel;

    public string Inleiding => Doel.Inleiding;

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
                return LocalRedirect($"/dossiers/{dossierId}/{Doel.Pagina}");
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

    private sealed record Zoekdoel(string Kop, string Titel, string Inleiding, string Pagina);
}
