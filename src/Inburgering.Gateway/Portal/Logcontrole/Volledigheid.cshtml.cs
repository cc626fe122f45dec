using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Logcontrole;

/// <summary>How the nightly comparisons of answers with their lines ended.</summary>
[Handeling("Volledigheid van het log bekeken", Actie.Raadplegen)]
internal sealed class VolledigheidModel(LeesVolledigheid lees, Caller caller) : PageModel, IVerantwoord
{
    public IReadOnlyList<Dagregel> Dagen { get; private set; } = [];

    public string Antwoord => Dagen.Sum(d => d.Ontbreekt) switch
    {
        _ when Dagen.Count == 0 => "Er is nog niet gecontroleerd. Dat gebeurt iedere nacht.",
        0 => $"De afgelopen maand had elk antwoord zijn regel in het log: {Dagen.Sum(d => d.Geteld).ToString("N0", Datum.Nederlands)} antwoorden.",
        1 => "Incident: van 1 antwoord ontbreekt de regel in het log. Meld dit bij de beheerder van de gateway en de security officer.",
        var aantal => $"Incident: van {aantal.ToString("N0", Datum.Nederlands)} antwoorden ontbreekt de regel in het log. Meld dit bij de beheerder van de gateway en de security officer.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await lees.HandleAsync(caller, ct) is not { } dagen)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Dagen = dagen;
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => Dagen.Count == 0 ? [] : ["LOG.tellingen"];
}
