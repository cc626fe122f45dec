using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Dossiers;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>«Gegevens»: per category what this employee may see; masked until «Toon gegevens».</summary>
[Handeling("Dossiergegevens bekeken", Actie.Raadplegen)]
internal sealed class GegevensModel(LeesGegevens lees, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    public Dossiergegevens Gegevens { get; private set; } = null!;

    public bool Open { get; private set; }

    public string Nummer => Dossiernummer.Kort(DossierId);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(Zicht.Gemaskeerd, ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ShowAsync(Zicht.Open, ct);

    public IReadOnlyList<string> GeleverdeVelden() => [.. Gegevens.Blokken.SelectMany(b => b.Velden.Select(v => $"{b.Categorie}.{v.Code}"))];

    private async Task<IActionResult> ShowAsync(Zicht zicht, CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Gegevens, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await lees.HandleAsync(caller, DossierId, zicht, ct) is not { } gegevens)
        {
            HttpContext.Items[FoutModel.Sleutel] = caller.Rol == "REG" ? Teksten.DossierOnbekend : Teksten.GeenNoodtoegang;
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Gegevens = gegevens;
        Open = zicht == Zicht.Open;
        return Page();
    }
}
