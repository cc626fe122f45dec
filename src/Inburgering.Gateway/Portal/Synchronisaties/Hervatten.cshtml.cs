using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>«Hervat»: catch up with what passed in the pause, or skip it.</summary>
[Handeling("Synchronisatie bekeken", Actie.Beheer)]
internal sealed class HervattenModel(LeesSynchronisaties lees, WijzigSynchronisatie wijzig, Verwerking verwerking, Caller caller) : Koppelpagina(lees, caller)
{
    public static IReadOnlyList<(string Waarde, string Naam, string Uitleg)> Wijzen { get; } =
    [
        (WijzigSynchronisatie.Inhalen, "Inhalen", "Ging in de pauze een moment voorbij? Dan beginnen wij nu."),
        (WijzigSynchronisatie.Overslaan, "Overslaan", "Wij wachten op het volgende moment van het rooster."),
    ];

    [BindProperty]
    public string? Wijze { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ZelfformulierAsync(id, ct);

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Synchronisatie hervat";
        var invoer = new HervatInvoer { Reden = Reden ?? string.Empty, Wijze = Wijze ?? string.Empty };
        Fouten = Bij(WijzigSynchronisatie.Fouten(invoer), p => p == "/wijze" ? $"wijze-{WijzigSynchronisatie.Inhalen}" : ZelfdeNaam(p));
        if (Fouten.Count > 0)
        {
            return await FormulierAsync(id, ct);
        }

        var uitkomst = await wijzig.HervatAsync(Wie, id, invoer, ct);
        return uitkomst.Waarde is null ? await OpnieuwAsync(id, uitkomst.Probleem!, ct) : LocalRedirect($"/koppelingen/{id}?stand=hervat");
    }
}
