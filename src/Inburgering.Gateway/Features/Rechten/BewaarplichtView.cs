using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Een bewaarplicht: zolang deze loopt, wordt niets van het dossier verwijderd.</summary>
/// <param name="BewaarplichtId">Nummer van de bewaarplicht.</param>
/// <param name="Zaaknummer">Zaak waarvoor de gegevens nodig blijven.</param>
/// <param name="Van">Begin.</param>
/// <param name="Tot">Einde; ontbreekt zolang de bewaarplicht loopt.</param>
public sealed record BewaarplichtView(Guid BewaarplichtId, string Zaaknummer, DateTimeOffset Van, DateTimeOffset? Tot = null) : IVerantwoord
{
    internal static BewaarplichtView Of(Bewaarplicht b) => new(b.BewaarplichtId, b.Zaaknummer, b.Van, b.Tot);

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}

/// <summary>Alle bewaarplichten van een dossier, oudste eerst.</summary>
public sealed record BewaarplichtenView(IReadOnlyList<BewaarplichtView> Bewaarplichten) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}
