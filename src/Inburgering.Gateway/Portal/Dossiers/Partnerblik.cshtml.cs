using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Dossiers;

/// <summary>«Zo ziet deze partner dit dossier»: partner and doel stand in the address, a case number and open values only in a form.</summary>
[Handeling("Partnerblik bekeken", Actie.Raadplegen)]
internal sealed class PartnerblikModel(ToonVoorPartner toon, Partnervraag vraag, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public Guid DossierId { get; set; }

    [FromQuery(Name = "partner")]
    public string? Partner { get; set; }

    [FromQuery(Name = "doel")]
    public string? Doel { get; set; }

    [BindProperty]
    public string? Zaaknummer { get; set; }

    public Voorvertoning? Blik { get; private set; }

    public string Nummer => Dossiernummer.Kort(DossierId);

    public bool VoorRegie => caller.Rol == "REG";

    public IReadOnlyList<Keuzelijst> Keuzes =>
    [
        new("partner", "Partner", vraag.Partners(caller.Gemeentecode), Partner, "Kies een partner"),
        new("doel", "Doel", vraag.Doelen(), Doel, "Kies een doel"),
    ];

    private bool Gekozen => !string.IsNullOrEmpty(Partner) && !string.IsNullOrEmpty(Doel);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(Zicht.Gemaskeerd, ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ShowAsync(VoorRegie ? Zicht.Open : Zicht.Gemaskeerd, ct);

    public IReadOnlyList<string> GeleverdeVelden() => Blik?.MetWaarde.ToArray() is { Length: > 0 } velden ? velden : ["LOG.partnerblik"];

    private async Task<IActionResult> ShowAsync(Zicht zicht, CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Partnerblik, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!Gekozen)
        {
            return await toon.MagAsync(caller, DossierId, ct) ? Page() : Unknown();
        }

        switch (await toon.HandleAsync(caller, DossierId, (Partner, Doel), zicht, Zaaknummer?.Trim(), ct))
        {
            case VoorvertoningUitkomst.Getoond { Inhoud: var blik }:
                Blik = blik;
                return Page();
            case VoorvertoningUitkomst.Geweigerd { Refusal: Refusal.GeenRelatie }:
                return Unknown();
            case VoorvertoningUitkomst.Geweigerd:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private StatusCodeResult Unknown()
    {
        HttpContext.Items[FoutModel.Sleutel] = Teksten.DossierOnbekend;
        return StatusCode(StatusCodes.Status404NotFound);
    }
}
