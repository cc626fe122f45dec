using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>«Betalingen»: the files for the bank, newest first; no person is in it.</summary>
[Handeling("Betaalbatches bekeken", Actie.Raadplegen)]
internal sealed class BetalingenModel(LeesBatches lees, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public BetaalbatchesView View { get; private set; } = new([]);

    public Bladeren Bladeren => new(Cursor is null, "/betalingen", View.Volgende is { } volgende ? $"/betalingen?cursor={Uri.EscapeDataString(volgende)}" : null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var uitkomst = await lees.HandleAsync(caller, Cursor, ct);
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        View = view;
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];
}
