using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Features.Meldingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>One melding, for the regievoerder: what the receiver said, and what to do.</summary>
[Handeling("Melding opgevraagd", Actie.Raadplegen)]
internal sealed class MeldingModel(LeesMelding lees, HerhaalMelding herhaal, TrekMeldingIn trek, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    public MeldingView View { get; private set; } = null!;

    /// <summary>Why what was asked was not done; null: nothing was refused.</summary>
    public string? Fout { get; private set; }

    public Uitleg? Uitleg => Meldingwoorden.Reden(View.Reden);

    public bool KanOpnieuw => View.Status == "wacht-op-mens";

    public bool KanWeg => View.Status is "wacht" or "wacht-op-mens" or "bevestigd" or "afgerond";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ToonAsync(id, () => lees.HandleAsync(caller, id, ct), ct);

    public Task<IActionResult> OnPostOpnieuwAsync(Guid id, CancellationToken ct) => WijzigAsync("Melding nog eens verstuurd", id, () => herhaal.HandleAsync(caller, id, ct), ct);

    public Task<IActionResult> OnPostWegAsync(Guid id, CancellationToken ct) => WijzigAsync("Melding ingetrokken", id, () => trek.HandleAsync(caller, id, ct), ct);

    public IReadOnlyList<string> GeleverdeVelden() => View.GeleverdeVelden();

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    private Task<IActionResult> WijzigAsync(string naam, Guid id, Func<Task<Uitkomst<MeldingView>>> werk, CancellationToken ct)
    {
        (verwerking.Naam, verwerking.Actie) = (naam, Actie.Muteren);
        return ToonAsync(id, werk, ct);
    }

    private async Task<IActionResult> ToonAsync(Guid id, Func<Task<Uitkomst<MeldingView>>> werk, CancellationToken ct)
    {
        var uitkomst = Menu.Mag(Menu.Meldingen, caller.Rol) ? await werk() : Uitkomst<MeldingView>.Niet(Problems.GeenToegang, "rol-niet-toegestaan");
        if (uitkomst.Waarde is { } view)
        {
            View = view;
            return Page();
        }

        if (uitkomst.Probleem!.Status != StatusCodes.Status409Conflict)
        {
            return StatusCode(uitkomst.Probleem.Status);
        }

        var nu = await lees.HandleAsync(caller, id, ct);
        if (nu.Waarde is null)
        {
            return StatusCode(nu.Probleem!.Status);
        }

        View = nu.Waarde;
        Fout = uitkomst.Probleem.Detail;
        return Page();
    }
}
