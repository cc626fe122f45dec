using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity.Staff;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal;

/// <summary>Name, password and code in one form; one text for whatever is wrong.</summary>
[AllowAnonymous]
[InHerstelmodus]
[Handeling("Aangemeld in het portaal", Actie.Inloggen, AlleenPost = true)]
internal sealed class InloggenModel(Aanmelden aanmelden) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Wachtwoord { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Where the visitor wanted to go.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Terug { get; set; }

    public string? Melding { get; private set; }

    public IActionResult OnGet() => Medewerker.Of(User) is null ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        var uitkomst = await aanmelden.MeldAanAsync(Login, Wachtwoord, Code);
        if (uitkomst.Gelukt)
        {
            return LocalRedirect(Url.IsLocalUrl(Terug) ? Terug : "/");
        }

        Melding = uitkomst.Melding;
        return Page();
    }

    public IReadOnlyList<string> GeleverdeVelden() => [];
}
