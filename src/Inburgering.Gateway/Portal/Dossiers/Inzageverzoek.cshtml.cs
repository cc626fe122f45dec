using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Inzageverzoeken;
using Inburgering.Gateway.Features.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>The answer to a request for inzage (AVG 15), made for one case.</summary>
[Handeling("Inzage-export gemaakt", Actie.Exporteren, AlleenPost = true)]
internal sealed class InzageverzoekModel(MaakInzageExport maak, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    [BindProperty]
    public string? Nummer { get; set; }

    /// <summary>"json": as data; else as a page.</summary>
    [BindProperty]
    public string? Vorm { get; set; }

    public string? Melding { get; private set; }

    public string Dossier => Dossiernummer.Kort(DossierId);

    public IActionResult OnGet() => Menu.Mag(Menu.Inzageverzoek, caller.Rol) ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Zaaknummer.Fouten(Nummer?.Trim() ?? string.Empty).FirstOrDefault() is { } fout)
        {
            Melding = fout.Detail;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var (niet, export) = await maak.HandleAsync(caller, DossierId, Nummer!.Trim(), ct);
        if (niet is null)
        {
            Response.Headers.ContentDisposition = $"attachment; filename=\"inzage.{(Vorm == "json" ? "json" : "html")}\"";
            return new Bestandsantwoord(PostInzageExport.Als(export!, html: Vorm != "json"));
        }

        HttpContext.Items[FoutModel.Sleutel] = niet == Refusal.GeenRelatie ? Teksten.DossierOnbekend : null;
        return StatusCode(niet == Refusal.GeenRelatie ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden);
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];
}
