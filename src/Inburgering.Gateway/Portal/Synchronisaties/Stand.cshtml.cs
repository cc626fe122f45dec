using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Synchronisaties;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>The part of a run's page that a script asks for every five seconds.</summary>
[ZonderLogregel("aantallen van de eigen gemeente, geen persoonsgegevens; de pagina waar het in staat, heeft haar regel")]
internal sealed class StandModel(LeesSynchronisaties lees, Caller caller, TimeProvider systeemklok) : PageModel
{
    public Uitvoeringstand Stand { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid uitvoeringId, CancellationToken ct)
    {
        var koppeling = await lees.OneAsync(caller, id, ct);
        var uitvoering = await lees.UitvoeringAsync(caller, id, uitvoeringId, ct);
        if (koppeling.Waarde is null || uitvoering.Waarde is null)
        {
            return StatusCode((koppeling.Probleem ?? uitvoering.Probleem)!.Status);
        }

        Stand = new Uitvoeringstand(uitvoering.Waarde, koppeling.Waarde, systeemklok.GetUtcNow());
        return Page();
    }
}
