using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>«Periode inhalen»: which days, about how many persons, and why.</summary>
[Handeling("Synchronisatie bekeken", Actie.Beheer)]
internal sealed class InhaalModel(LeesSynchronisaties lees, StartInhaalrun inhaal, Verwerking verwerking, Caller caller, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
    : Koppelpagina(lees, caller)
{
    [BindProperty]
    public string? Van { get; set; }

    [BindProperty]
    public string? Tot { get; set; }

    /// <summary>How many it would be about; null: not asked.</summary>
    public string? Omvang { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ZelfformulierAsync(id, ct);

    /// <summary>Counts; nothing begins.</summary>
    public async Task<IActionResult> OnPostRamingAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Inhaalrun geraamd";
        if (Dagen() is not { } dagen)
        {
            return await FormulierAsync(id, ct);
        }

        var uitkomst = await inhaal.RaamAsync(Wie, id, new InhaalramingInvoer { Van = dagen.Van, Tot = dagen.Tot }, ct);
        if (uitkomst.Waarde is not { } raming)
        {
            return await OpnieuwAsync(id, uitkomst.Probleem!, ct);
        }

        Omvang = Zin(raming);
        return await FormulierAsync(id, ct);
    }

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = "Inhaalrun gevraagd";
        var dagen = Dagen();
        Fouten = [.. Fouten, .. Bij(Synchronisatiehandeling.Fouten(Reden), ZelfdeNaam)];
        if (dagen is not { } periode || Fouten.Count > 0)
        {
            return await FormulierAsync(id, ct);
        }

        var uitkomst = await inhaal.BeginAsync(Wie, id, new InhaalInvoer { Van = periode.Van, Tot = periode.Tot, Reden = Reden! }, ct);
        return uitkomst.Waarde is { } begonnen
            ? LocalRedirect($"/koppelingen/{id}/uitvoeringen/{begonnen.UitvoeringId}")
            : await OpnieuwAsync(id, uitkomst.Probleem!, ct);
    }

    private static string Zin(InhaalramingView raming) => raming switch
    {
        { Personen: 0 } => "In deze dagen was niemand in beeld. Er is niets in te halen.",
        { AkkoordNodig: true } => $"Het gaat om {Uitvoeringzinnen.Getal(raming.Personen)} personen. Daarom beslist een ander of het doorgaat.",
        { Personen: 1 } => "Het gaat om 1 persoon.",
        _ => $"Het gaat om {Uitvoeringzinnen.Getal(raming.Personen)} personen.",
    };

    /// <summary>The days that were filled in; null: <see cref="Koppelpagina.Fouten"/> says why not.</summary>
    private (DateOnly Van, DateOnly Tot)? Dagen()
    {
        Fouten = [.. Onleesbaar("van", Van), .. Onleesbaar("tot", Tot)];
        if (Fouten.Count > 0 || !Datum.Lees(Van, out var van) || !Datum.Lees(Tot, out var tot))
        {
            return null;
        }

        Fouten = Bij(Inhaalperioden.Fouten(van, tot, zaakklok), ZelfdeNaam);
        return Fouten.Count == 0 ? (van, tot) : null;
    }

    private static IEnumerable<Veldfout> Onleesbaar(string veld, string? tekst) => Datum.Lees(tekst, out _) ? [] : [new Veldfout(veld, Teksten.DatumOnjuist)];
}
