using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Bronnen;

/// <summary>Eén gegeven waarover bronnen iets anders zeggen.</summary>
public sealed record BronverschilView
{
    /// <summary>Gegevenscategorie, bijvoorbeeld PIP.</summary>
    public required string Categorie { get; init; }

    /// <summary>Veld, bijvoorbeeld niveau.</summary>
    public required string Veld { get; init; }

    /// <summary>Waarover binnen het veld, bijvoorbeeld lezen; ontbreekt als het over het hele veld gaat.</summary>
    public string? Onderdeel { get; init; }

    /// <summary>Wat elke bron zegt.</summary>
    public required IReadOnlyList<BronwaardeView> Waarden { get; init; }

    /// <summary>De bron die nu geldt: de keuze van de regievoerder, anders de bronhouder; ontbreekt als er geen bronhouder bij is.</summary>
    public string? Geldt { get; init; }

    /// <summary>Waarom die bron geldt.</summary>
    public required string Waarom { get; init; }

    /// <summary>Of er nog gekozen moet worden.</summary>
    public required bool Open { get; init; }

    /// <summary>Kenmerk van wat de bronnen nu zeggen; geef het mee met uw keuze.</summary>
    public required string Stand { get; init; }

    /// <summary>Uw laatste keuze; ontbreekt als er niet is gekozen.</summary>
    public BronkeuzeView? Keuze { get; init; }
}

/// <summary>Wat één bron zegt.</summary>
/// <param name="Bron">Sleutel van de partner, of gemeente.</param>
/// <param name="Naam">Naam van de bron.</param>
/// <param name="Waarde">De waarde als tekst.</param>
public sealed record BronwaardeView(string Bron, string Naam, string Waarde);

/// <summary>Wat de regievoerder koos.</summary>
/// <param name="Bron">Sleutel van de partner, of gemeente.</param>
/// <param name="Reden">Waarom.</param>
/// <param name="GekozenOp">Wanneer.</param>
public sealed record BronkeuzeView(string Bron, string Reden, DateTimeOffset GekozenOp) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["bronkeuze"];
}

/// <summary>Waar de bronnen van een dossier iets anders zeggen, open en gekozen.</summary>
public sealed record BronverschillenView(IReadOnlyList<BronverschilView> Verschillen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [.. Verschillen.Select(v => $"{v.Categorie}.{v.Veld}").Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Welke bron geldt.</summary>
public sealed record NieuweBronkeuze
{
    /// <summary>Gegevenscategorie, bijvoorbeeld PIP.</summary>
    public required string Categorie { get; init; }

    /// <summary>Veld, bijvoorbeeld niveau.</summary>
    public required string Veld { get; init; }

    /// <summary>Waarover binnen het veld; ontbreekt als het over het hele veld gaat.</summary>
    public string? Onderdeel { get; init; }

    /// <summary>De bron die geldt, een van die van het verschil.</summary>
    public required string Bron { get; init; }

    /// <summary>Het kenmerk dat u kreeg met het verschil.</summary>
    public required string Stand { get; init; }

    /// <summary>Waarom u deze bron kiest, 10 tot 500 tekens, zonder nummer van een persoon.</summary>
    public required string Reden { get; init; }
}
