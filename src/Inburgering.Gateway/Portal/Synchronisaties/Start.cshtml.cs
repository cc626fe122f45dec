using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>«Start nu» and «Proefdraaien»: says what will happen, asks why, and begins. Nothing is offered while a run goes on.</summary>
[Handeling("Synchronisatie bekeken", Actie.Beheer)]
internal sealed class StartModel(LeesSynchronisaties lees, StartUitvoering start, Verwerking verwerking, Caller caller) : Koppelpagina(lees, caller)
{
    /// <summary>"ja": a dry run.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Proef { get; set; }

    public bool IsProef => Proef == "ja";

    public string Titel => IsProef ? "Proefdraaien" : "Start nu";

    public string Wat => $"{View.PartnerNaam} wordt gevraagd naar {Hoeveel}. "
        + (IsProef ? "Wij vergelijken en tellen, en nemen niets over." : "Wat alleen zij weten, nemen wij over. Een verschil met uw eigen gegevens blijft staan tot u kiest.")
        + (View.GewoneDuurSeconden is { } duur ? $" Dat duurt meestal {Tijdwoorden.Duur(TimeSpan.FromSeconds(duur))}." : string.Empty);

    private string Hoeveel => View.GewoonOntvangen switch
    {
        null => "al uw actieve personen",
        1 => "ongeveer 1 persoon",
        var aantal => $"ongeveer {Uitvoeringzinnen.Getal(aantal.Value)} personen",
    };

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ZelfformulierAsync(id, ct);

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Synchronisatie gestart";
        Fouten = Bij(Synchronisatiehandeling.Fouten(Reden), ZelfdeNaam);
        if (Fouten.Count > 0)
        {
            return await FormulierAsync(id, ct);
        }

        var uitkomst = await start.BeginAsync(Wie, id, Reden!, IsProef, ct);
        return uitkomst.Waarde is { } begonnen
            ? LocalRedirect($"/koppelingen/{id}/uitvoeringen/{begonnen.UitvoeringId}")
            : await OpnieuwAsync(id, uitkomst.Probleem!, ct);
    }
}
