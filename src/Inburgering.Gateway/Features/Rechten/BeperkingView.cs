using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Een beperking (AVG artikel 18): deze gegevenscategorie wordt overal tegengehouden.</summary>
/// <param name="BeperkingId">Nummer van de beperking.</param>
/// <param name="Categorie">Code van de gegevenscategorie.</param>
/// <param name="Zaaknummer">Zaak waarin de beperking is gevraagd.</param>
/// <param name="Van">Vanaf dit moment tegengehouden.</param>
/// <param name="Tot">Opgeheven op dit moment; ontbreekt zolang de beperking geldt.</param>
public sealed record BeperkingView(Guid BeperkingId, string Categorie, string Zaaknummer, DateTimeOffset Van, DateTimeOffset? Tot = null) : IVerantwoord
{
    internal static BeperkingView Of(Beperking b) => new(b.BeperkingId, b.Categorie, b.Zaaknummer, b.Van, b.Tot);

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}

/// <summary>Alle beperkingen van een dossier, oudste eerst.</summary>
public sealed record BeperkingenView(IReadOnlyList<BeperkingView> Beperkingen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}
