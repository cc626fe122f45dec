using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Wat een ontvanger van een verkeerd gegeven moet doen (AVG artikel 19), of de bron die het moet verbeteren.</summary>
public sealed record CorrectietaakView : IVerantwoord
{
    /// <summary>Nummer van de taak.</summary>
    public required Guid CorrectietaakId { get; init; }

    /// <summary>De rectificatie waar de taak bij hoort.</summary>
    public required Guid RectificatieId { get; init; }

    /// <summary>Categorie en veld, bijvoorbeeld CON.email.</summary>
    public required string Veld { get; init; }

    /// <summary>De client van de afnemer die het gegeven kreeg, of de sleutel van de bron, bijvoorbeeld duo.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>open, bevestigd of vervallen.</summary>
    public required string Status { get; init; }

    /// <summary>Wanneer de taak ontstond.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Wanneer de taak is bevestigd of vervallen.</summary>
    public DateTimeOffset? AfgehandeldOp { get; init; }

    internal static CorrectietaakView Of(Correctietaak t) => new()
    {
        CorrectietaakId = t.CorrectietaakId,
        RectificatieId = t.RectificatieId,
        Veld = t.Veld,
        Ontvanger = t.Ontvanger,
        Status = t.Status,
        GemaaktOp = t.GemaaktOp,
        AfgehandeldOp = t.AfgehandeldOp,
    };

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}

/// <summary>Alle correctietaken van een dossier, oudste eerst.</summary>
public sealed record CorrectietakenView(IReadOnlyList<CorrectietaakView> Correctietaken) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}
