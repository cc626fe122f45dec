using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Koppelingen;

/// <summary>One suspension, for the regievoerder: what it means, and the way to let the exchange go on.</summary>
[Handeling("Opschorting geraadpleegd", Actie.Raadplegen)]
internal sealed class OpschortingModel(LeesOpschortingen lees, HervatUitwisseling hervat, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty]
    public string? Reden { get; set; }

    public OpschortingView View { get; private set; } = null!;

    /// <summary>What is wrong with the form; null: nothing.</summary>
    public string? Fout { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ToonAsync(() => lees.OneAsync(caller, id, ct));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (HervatUitwisseling.Fouten(Reden).Count > 0)
        {
            Fout = Teksten.HervattingReden;
            return await OnGetAsync(id, ct);
        }

        (verwerking.Naam, verwerking.Actie) = ("Uitwisseling hervat", Actie.Muteren);
        return await ToonAsync(() => hervat.HandleAsync(caller, id, Reden!, ct));
    }

    public IReadOnlyList<string> GeleverdeVelden() => View.GeleverdeVelden();

    private async Task<IActionResult> ToonAsync(Func<Task<Uitkomst<OpschortingView>>> werk)
    {
        var uitkomst = Menu.Mag(Menu.Meldingen, caller.Rol) ? await werk() : Uitkomst<OpschortingView>.Niet(Problems.GeenToegang, "rol-niet-toegestaan");
        if (uitkomst.Waarde is not { } view)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        View = view;
        return Page();
    }
}
