using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>Whose exchange with a partner lies still; no person is in it.</summary>
[Handeling("Opschortingen bekeken", Actie.Beheer)]
internal sealed class OpschortingenModel(LeesOpschortingen opschortingen, Caller caller) : PageModel, IVerantwoord
{
    public IReadOnlyList<Opschortingvermelding> View { get; private set; } = [];

    public bool MagOpenen => Menu.Mag(Menu.Meldingen, caller.Rol);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await opschortingen.LopendAsync(caller, ct) is not { } view)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        View = view;
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];
}
