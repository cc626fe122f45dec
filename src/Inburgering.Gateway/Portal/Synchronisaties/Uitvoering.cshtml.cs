using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal.Synchronisaties;

/// <summary>One run: how far it is or how it ended, counts that add up, its tries, and what can be done about it.</summary>
[Handeling("Uitvoering bekeken", Actie.Beheer)]
internal sealed class UitvoeringModel(
    LeesSynchronisaties lees, StartUitvoering start, StartInhaalrun inhaal, Verwerking verwerking, Caller caller, TimeProvider systeemklok) : Koppelpagina(lees, caller)
{
    public UitvoeringView Uitvoering { get; private set; } = null!;

    public Uitvoeringstand Stand => new(Uitvoering, View, systeemklok.GetUtcNow());

    public bool Loopt => Uitvoering.Status == "loopt";

    /// <summary>Where what was rejected of a delivery is; null: nothing was, or it is of another kind.</summary>
    public string? Afkeur => LevertZelf && Uitvoering.Afgekeurd > 0 ? $"/koppelingen/afkeur?partner={View.Partner}" : null;

    public bool WachtOpAkkoord => Uitvoering.Status == "wacht-op-akkoord";

    /// <summary>Who asked cannot decide.</summary>
    public bool IsEigen => Uitvoering.GestartDoor == Wie.Id;

    /// <summary>Something was left when it was stopped.</summary>
    public bool MagVerder => MagDoen && Lopend is null && Uitvoering is { Status: "gestopt", Aanleiding: not "proef" } && Uitvoering.Gedaan < Uitvoering.Ontvangen;

    public Task<IActionResult> OnGetAsync(Guid id, Guid uitvoeringId, CancellationToken ct) => LeesAsync(id, uitvoeringId, ct);

    /// <summary>The line says what was done, not that the page was looked at.</summary>
    public Task<IActionResult> OnPostStopAsync(Guid id, Guid uitvoeringId, CancellationToken ct) =>
        DoeAsync(id, uitvoeringId, "Uitvoering gestopt", metReden: false, () => start.StopAsync(Wie, id, uitvoeringId, ct), ct);

    /// <summary>As above.</summary>
    public Task<IActionResult> OnPostVervolgAsync(Guid id, Guid uitvoeringId, CancellationToken ct) =>
        DoeAsync(id, uitvoeringId, "Uitvoering vervolgd", metReden: true, () => start.VervolgAsync(Wie, id, uitvoeringId, Reden!, ct), ct);

    /// <summary>As above.</summary>
    public Task<IActionResult> OnPostAkkoordAsync(Guid id, Guid uitvoeringId, CancellationToken ct) => BeslisAsync(id, uitvoeringId, akkoord: true, ct);

    /// <summary>As above.</summary>
    public Task<IActionResult> OnPostNietAkkoordAsync(Guid id, Guid uitvoeringId, CancellationToken ct) => BeslisAsync(id, uitvoeringId, akkoord: false, ct);

    private Task<IActionResult> BeslisAsync(Guid id, Guid uitvoeringId, bool akkoord, CancellationToken ct) => DoeAsync(
        id,
        uitvoeringId,
        "Over inhaalrun beslist",
        metReden: true,
        () => inhaal.BeslisAsync(Wie, id, uitvoeringId, new InhaalbesluitInvoer { Akkoord = akkoord, Reden = Reden! }, ct),
        ct);

    private async Task<IActionResult> DoeAsync(Guid id, Guid uitvoeringId, string naam, bool metReden, Func<Task<Uitkomst<UitvoeringView>>> doe, CancellationToken ct)
    {
        verwerking.Naam = naam;
        Fouten = metReden ? Bij(Synchronisatiehandeling.Fouten(Reden), ZelfdeNaam) : [];
        if (Fouten.Count > 0)
        {
            return await LeesAsync(id, uitvoeringId, ct);
        }

        var uitkomst = await doe();
        if (uitkomst.Waarde is { } uitvoering)
        {
            return LocalRedirect($"/koppelingen/{id}/uitvoeringen/{uitvoering.UitvoeringId}");
        }

        if (uitkomst.Probleem!.Status != StatusCodes.Status409Conflict)
        {
            return StatusCode(uitkomst.Probleem.Status);
        }

        Weigering = uitkomst.Probleem.Detail;
        return await LeesAsync(id, uitvoeringId, ct);
    }

    private async Task<IActionResult> LeesAsync(Guid id, Guid uitvoeringId, CancellationToken ct)
    {
        var pagina = await ToonAsync(id, ct);
        if (View is null)
        {
            return pagina;
        }

        var uitkomst = await Lees.UitvoeringAsync(Wie, id, uitvoeringId, ct);
        if (uitkomst.Waarde is not { } uitvoering)
        {
            return StatusCode(uitkomst.Probleem!.Status);
        }

        Uitvoering = uitvoering;
        return pagina;
    }
}
