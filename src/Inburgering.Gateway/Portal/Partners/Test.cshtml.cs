using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Partnerblik;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Partners;

/// <summary>«Test een vraag»: what the rules do for invented people.</summary>
[ZonderLogregel("verzonnen personen, geen persoonsgegevens")]
internal sealed class TestModel(TestEenVraag test, Partnervraag vraag, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "partner")]
    public string? Partner { get; set; }

    [BindProperty(SupportsGet = true, Name = "doel")]
    public string? Doel { get; set; }

    [BindProperty(SupportsGet = true, Name = "persoon")]
    public string? Persoon { get; set; }

    public Testuitslag? Uitslag { get; private set; }

    public bool Gevraagd => Partner is not null || Doel is not null || Persoon is not null;

    public IReadOnlyList<Keuzelijst> Keuzes =>
    [
        new("partner", "Partner", vraag.Partners(caller.Gemeentecode), Partner, "Kies een partner"),
        new("doel", "Doel", vraag.Doelen(), Doel, "Kies een doel"),
        new("persoon", "Verzonnen persoon", [.. Voorbeeldpersoon.Alle.Select(p => new Keuze(p.Sleutel, p.Naam))], Persoon, "Kies een persoon"),
    ];

    public static IReadOnlyList<Voorbeeldpersoon> Personen => Voorbeeldpersoon.Alle;

    public IActionResult OnGet()
    {
        if (!Menu.Mag(Menu.Beleid, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Uitslag = test.Handle(caller.Gemeentecode, Partner, Doel, Persoon);
        return Page();
    }
}
