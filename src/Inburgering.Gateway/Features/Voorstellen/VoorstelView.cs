using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>Wat een partner voorstelt en waar de gemeente nog niets over zei.</summary>
public sealed record VoorstelView
{
    /// <summary>Nummer van het voorstel.</summary>
    public required Guid VoorstelId { get; init; }

    /// <summary>map of pvt.</summary>
    public required string Soort { get; init; }

    /// <summary>Wie het voorstelt.</summary>
    public required string Partner { get; init; }

    /// <summary>De voorgestelde datum, jjjj-mm-dd.</summary>
    public required DateOnly Datum { get; init; }

    /// <summary>Waar de partner het ondertekende stuk bewaart; alleen bij pvt.</summary>
    public string? DocumentReferentie { get; init; }

    /// <summary>Uren die deze partner tot nu toe meldde.</summary>
    public required decimal Uren { get; init; }

    /// <summary>Wat u moet weten voordat u bevestigt.</summary>
    public required IReadOnlyList<string> Opmerkingen { get; init; }

    /// <summary>Wanneer het voorstel kwam.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }
}

/// <summary>De voorstellen van een dossier die op u wachten, oudste eerst.</summary>
public sealed record VoorstellenView(IReadOnlyList<VoorstelView> Voorstellen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [.. Voorstellen.SelectMany(v => Velden(v.Soort)).Distinct().Order(StringComparer.Ordinal)];

    private static string[] Velden(string soort) => soort == "map" ? ["MAP.voorstelEindgesprek", "MAP.uren"] : ["PVT.datumOndertekening", "PVT.documentReferentie", "PVT.uren"];
}

/// <summary>Een voorstel dat is afgewezen.</summary>
public sealed record AfwijzingView(Guid VoorstelId) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["voorstel"];
}
