using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Betalen;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Inburgering.Gateway.Portal.Betalen;

/// <summary>«Van de bank»: read a file of the bank in, see what came of each, and what a person still has to do; of people their dossier alone is on the page.</summary>
[Handeling("Bankberichten bekeken", Actie.Raadplegen)]
internal sealed class BankModel(LeesBankberichten lees, LeesBanktaken taken, OntvangBankbericht ontvang, HandelBanktaakAf handel, Verwerking verwerking, Caller caller) : PageModel, IVerantwoord
{
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Stand { get; set; }

    [BindProperty]
    public IFormFile? Bestand { get; set; }

    [BindProperty]
    public long Nummer { get; set; }

    public BankberichtenView View { get; private set; } = new([]);

    public BanktakenView Taken { get; private set; } = new([], []);

    /// <summary>One sentence each; empty: nothing was refused.</summary>
    public IReadOnlyList<string> Weigeringen { get; private set; } = [];

    public Bladeren Bladeren => new(Cursor is null, "/betalingen/bank", View.Volgende is { } volgende ? $"/betalingen/bank?cursor={Uri.EscapeDataString(volgende)}" : null);

    public string? Gedaan => Stand switch
    {
        "verwerkt" => Teksten.BankberichtVerwerkt,
        "wacht" => Teksten.BankberichtWacht,
        "quarantaine" => Teksten.BankberichtQuarantaine,
        "afgehandeld" => Teksten.BanktaakAfgehandeld,
        "hervat" => Teksten.BetaalstopOpgeheven,
        _ => null,
    };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostLeesInAsync(CancellationToken ct)
    {
        if (Bestand is not { Length: > 0 and <= OntvangBankbericht.MeesteBytes })
        {
            Weigeringen = [Teksten.KiesBankbestand];
            return await ShowAsync(ct);
        }

        using var inhoud = new MemoryStream();
        await Bestand.CopyToAsync(inhoud, ct);
        return await DoeAsync(("Bankbericht ontvangen", Actie.Ontvangen), () => ontvang.HandleAsync(caller, inhoud.ToArray(), ct), bericht => bericht.Stand, ct);
    }

    public Task<IActionResult> OnPostAfgehandeldAsync(CancellationToken ct) =>
        DoeAsync(("Banktaak afgehandeld", Actie.Muteren), () => handel.SignaalAsync(caller, Nummer, ct), _ => "afgehandeld", ct);

    public Task<IActionResult> OnPostHervatAsync(CancellationToken ct) =>
        DoeAsync(("Betaalstop opgeheven", Actie.Muteren), () => handel.StopAsync(caller, Nummer, ct), _ => "hervat", ct);

    public IReadOnlyList<string> GeleverdeVelden() => Taken.GeleverdeVelden();

    private async Task<IActionResult> DoeAsync<T>((string Naam, Actie Actie) wat, Func<Task<Uitkomst<T>>> doe, Func<T, string> stand, CancellationToken ct)
        where T : class
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        (verwerking.Naam, verwerking.Actie) = wat;
        var uitkomst = await doe();
        if (uitkomst.Waarde is { } waarde)
        {
            return LocalRedirect($"/betalingen/bank?stand={stand(waarde)}");
        }

        Weigeringen = [uitkomst.Probleem!.Detail];
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (!Menu.Mag(Menu.Ontzorgen, caller.Rol))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var (berichten, open) = (await lees.HandleAsync(caller, Cursor, ct), await taken.HandleAsync(caller, ct));
        if (berichten.Waarde is not { } view || open.Waarde is not { } banktaken)
        {
            return StatusCode((berichten.Probleem ?? open.Probleem)!.Status);
        }

        (View, Taken) = (view, banktaken);
        return Page();
    }
}
