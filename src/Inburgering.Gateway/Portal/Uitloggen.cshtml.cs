using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity.Staff;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>Ends the session.</summary>
[InHerstelmodus]
[Handeling("Afgemeld van het portaal", Actie.Inloggen, AlleenPost = true)]
internal sealed class UitloggenModel(Aanmelden aanmelden) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await aanmelden.AfmeldenAsync();
        return LocalRedirect("/inloggen");
    }
}
