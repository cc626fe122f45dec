using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Herstelmodus;

/// <summary>The one page that works while the database, put back to an older state, waits for two persons.</summary>
[InHerstelmodus]
[Handeling("Herstel bekeken", Actie.Beheer)]
internal sealed class HerstelModel(HerstelVrijgave vrijgave, Caller caller) : PageModel, IVerantwoord
{
    public HerstelView Stand { get; private set; } = HerstelView.Geen;

    /// <summary>What just happened, as a word in the address.</summary>
    [FromQuery(Name = "stand")]
    public string? Woord { get; set; }

    public string? Bericht => Woord switch
    {
        "vrijgegeven" => Teksten.HerstelVrijgegeven,
        "niet-gelukt" => Teksten.HerstelNietVrijgegeven,
        _ => null,
    };

    public string Verloren => Stand.Regels switch
    {
        0 => "Geen verzegelde regels van het log. Wat kort voor het terugzetten binnenkwam, kan ontbreken.",
        1 => "1 regel van het log, en wat daarbij hoort.",
        var regels => $"{regels} regels van het log, en wat daarbij hoort.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await vrijgave.ReadAsync(caller, ct) is not { } stand)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Stand = stand;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => LocalRedirect($"/herstel?stand={(await vrijgave.ReleaseAsync(caller, ct) ? "vrijgegeven" : "niet-gelukt")}");

    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.herstel"];
}
