using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Rechten;

namespace Inburgering.Gateway.Features.Rechten;

/// <summary>Een bezwaar (AVG artikel 21): dit gebruik staat stil tot er is beslist.</summary>
public sealed record BezwaarView : IVerantwoord
{
    /// <summary>Nummer van het bezwaar.</summary>
    public required Guid BezwaarId { get; init; }

    /// <summary>Het gebruik waartegen bezwaar is gemaakt.</summary>
    public required string Doel { get; init; }

    /// <summary>De enige afnemer waarvoor het geldt; ontbreekt als het voor iedere afnemer geldt.</summary>
    public string? ClientId { get; init; }

    /// <summary>Zaak waarin het bezwaar is gemaakt.</summary>
    public required string Zaaknummer { get; init; }

    /// <summary>Vanaf dit moment staat het gebruik stil.</summary>
    public required DateTimeOffset Van { get; init; }

    /// <summary>Vanaf dit moment mag het gebruik weer; ontbreekt zolang het stilstaat.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>gegrond of ongegrond; ontbreekt zolang er niet is beslist.</summary>
    public string? Uitkomst { get; init; }

    internal static BezwaarView Of(Bezwaar b) => new()
    {
        BezwaarId = b.BezwaarId,
        Doel = b.Doel,
        ClientId = b.ClientId,
        Zaaknummer = b.Zaaknummer,
        Van = b.Van,
        Tot = b.Tot,
        Uitkomst = b.Uitkomst,
    };

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}

/// <summary>Alle bezwaren van een dossier, oudste eerst.</summary>
public sealed record BezwarenView(IReadOnlyList<BezwaarView> Bezwaren) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["VRZ.verzoeken"];
}
