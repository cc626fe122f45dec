using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Wat u in uw eigen administratie moet verbeteren (AVG artikel 19); nooit de waarde zelf.</summary>
public sealed record EigenCorrectietaakView : IVerantwoord
{
    /// <summary>Nummer van de taak.</summary>
    public required Guid CorrectietaakId { get; init; }

    /// <summary>Het id waaronder u het dossier kent of kende; ontbreekt als u het nooit kreeg.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>Categorie en veld, bijvoorbeeld CON.email.</summary>
    public required string Veld { get; init; }

    /// <summary>open, bevestigd of vervallen.</summary>
    public required string Status { get; init; }

    /// <summary>Wanneer de taak ontstond.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Wanneer de taak is bevestigd of vervallen.</summary>
    public DateTimeOffset? AfgehandeldOp { get; init; }

    internal static IReadOnlyList<string> Velden { get; } = ["VRZ.openTaak"];

    internal static EigenCorrectietaakView Of(EigenCorrectietaak eigen) => new()
    {
        CorrectietaakId = eigen.Taak.CorrectietaakId,
        DossierId = eigen.ExternId,
        Veld = eigen.Taak.Veld,
        Status = eigen.Taak.Status,
        GemaaktOp = eigen.Taak.GemaaktOp,
        AfgehandeldOp = eigen.Taak.AfgehandeldOp,
    };

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Velden;
}

/// <summary>Uw openstaande correctietaken, oudste eerst.</summary>
public sealed record EigenCorrectietakenView(IReadOnlyList<EigenCorrectietaakView> Correctietaken) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Correctietaken.Count == 0 ? [] : EigenCorrectietaakView.Velden;
}
