using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Een rectificatie (AVG artikel 16): welk gegeven verkeerd was en wat ervoor in de plaats kwam.</summary>
public sealed record RectificatieView : IVerantwoord
{
    /// <summary>Nummer van de rectificatie.</summary>
    public required Guid RectificatieId { get; init; }

    /// <summary>Code van de gegevenscategorie.</summary>
    public required string Categorie { get; init; }

    /// <summary>Naam van het veld.</summary>
    public required string Veld { get; init; }

    /// <summary>Zaak waarin om rectificatie is gevraagd.</summary>
    public required string Zaaknummer { get; init; }

    /// <summary>Wanneer de rectificatie is vastgelegd.</summary>
    public required DateTimeOffset Op { get; init; }

    /// <summary>Waar: hier verbeterd. Onwaar: een ander is de bron en is gevraagd het te verbeteren.</summary>
    public required bool HierVerbeterd { get; init; }

    /// <summary>Wat er stond; ontbreekt in lijsten, en als u het niet mag zien.</summary>
    public JsonNode? OudeWaarde { get; init; }

    /// <summary>Wat ervoor in de plaats kwam; ontbreekt in lijsten, en als u het niet mag zien.</summary>
    public JsonNode? NieuweWaarde { get; init; }

    /// <summary>Wie moet corrigeren; ontbreekt in lijsten.</summary>
    public IReadOnlyList<CorrectietaakView>? Correctietaken { get; init; }

    internal static RectificatieView Of(Rectificatie r) => new()
    {
        RectificatieId = r.RectificatieId,
        Categorie = r.Categorie,
        Veld = r.Veld,
        Zaaknummer = r.Zaaknummer,
        Op = r.Op,
        HierVerbeterd = r.NieuwFeitId is not null,
    };

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => OudeWaarde is null && NieuweWaarde is null ? ["VRZ.verzoeken"] : ["VRZ.verzoeken", $"{Categorie}.{Veld}"];
}

/// <summary>Alle rectificaties van een dossier, oudste eerst.</summary>
public sealed record RectificatiesView(IReadOnlyList<RectificatieView> Rectificaties) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}
