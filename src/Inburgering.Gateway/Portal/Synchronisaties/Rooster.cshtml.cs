using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>Choosing a schedule: shown as a sentence with its first moments before it is kept, and kept only with a reason.</summary>
[Handeling("Rooster bekeken", Actie.Beheer)]
internal sealed class RoosterModel(LeesSynchronisaties lees, ToonRooster toon, WijzigSynchronisatie wijzig, Verwerking verwerking, Caller caller) : Koppelpagina(lees, caller)
{
    private const string Gewijzigd = "Rooster gewijzigd";

    [BindProperty]
    public Roosterformulier Formulier { get; set; } = new();

    /// <summary>The version that was seen; another one means that a colleague was first.</summary>
    [BindProperty]
    public int Versie { get; set; }

    /// <summary>What was filled in, in words; null: not asked for.</summary>
    public RoostervoorbeeldView? Voorbeeld { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var pagina = await FormulierAsync(id, ct);
        if (View is not null)
        {
            (Formulier, Versie) = (Roosterformulier.Of(View.Rooster), View.Versie);
            Formulier.VulAan();
        }

        return pagina;
    }

    public async Task<IActionResult> OnPostVoorbeeldAsync(Guid id, CancellationToken ct)
    {
        var uitkomst = await toon.HandleAsync(Wie, id, Formulier.NaarVorm(), ct);
        (Voorbeeld, Fouten) = (uitkomst.Waarde, Bij(uitkomst.Fouten, Roosterformulier.Veld));
        return await NogEensAsync(id, ct);
    }

    /// <summary>Faults of schedule and reason are told together.</summary>
    public async Task<IActionResult> OnPostOpslaanAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = Gewijzigd;
        var rooster = await toon.HandleAsync(Wie, id, Formulier.NaarVorm(), ct);
        Fouten = [.. Bij(rooster.Fouten, Roosterformulier.Veld), .. Bij(Synchronisatiehandeling.Fouten(Reden), ZelfdeNaam)];
        return Fouten.Count > 0 ? await NogEensAsync(id, ct) : await BewaarAsync(id, Formulier.NaarVorm(), ct);
    }

    public async Task<IActionResult> OnPostStandaardAsync(Guid id, CancellationToken ct)
    {
        verwerking.Naam = Gewijzigd;
        Fouten = Bij(Synchronisatiehandeling.Fouten(Reden), ZelfdeNaam);
        return Fouten.Count > 0 ? await NogEensAsync(id, ct) : await BewaarAsync(id, null, ct);
    }

    /// <param name="rooster">Null: that of config.</param>
    private async Task<IActionResult> BewaarAsync(Guid id, RoosterVorm? rooster, CancellationToken ct)
    {
        var uitkomst = await wijzig.RoosterAsync(Wie, id, new RoosterInvoer { Rooster = rooster, Reden = Reden!, Versie = Versie }, ct);
        if (uitkomst.Waarde is not null)
        {
            return LocalRedirect($"/koppelingen/{id}?stand=rooster");
        }

        Fouten = Bij(uitkomst.Fouten, Roosterformulier.Veld);
        var pagina = Fouten.Count > 0 ? await FormulierAsync(id, ct) : await OpnieuwAsync(id, uitkomst.Probleem!, ct);
        Formulier.VulAan();
        if (Weigering is not null && View?.Wijzigingen is [var laatste, ..])
        {
            // who saves again has read what the colleague did
            (Versie, Weigering) = (View.Versie, $"{laatste.DoorNaam} wijzigde deze koppeling terwijl u bezig was: «{laatste.Reden}». Nu geldt: {View.RoosterZin}. Sla opnieuw op als u toch uw rooster wilt.");
        }

        return pagina;
    }

    private Task<IActionResult> NogEensAsync(Guid id, CancellationToken ct)
    {
        Formulier.VulAan();
        return FormulierAsync(id, ct);
    }
}
