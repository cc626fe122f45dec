using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Register;

/// <summary>Wat het register over een verwerkingsactiviteit zegt (AVG artikel 30).</summary>
internal sealed record ActiviteitversieView : IVerantwoord
{
    /// <summary>Sleutel van de activiteit.</summary>
    public required string Id { get; init; }

    /// <summary>Of met deze activiteit gegevens worden verwerkt.</summary>
    public required bool Actief { get; init; }

    /// <summary>Nummer van deze versie.</summary>
    public required int Versie { get; init; }

    /// <summary>Naam van de activiteit.</summary>
    public required string Naam { get; init; }

    /// <summary>Eerste dag waarop deze versie geldt.</summary>
    public required DateOnly GeldigVanaf { get; init; }

    /// <summary>Waarvoor de gegevens worden verwerkt.</summary>
    public required IReadOnlyList<NaamView> Doelen { get; init; }

    /// <summary>Waarom dat mag.</summary>
    public required IReadOnlyList<GrondslagView> Grondslagen { get; init; }

    /// <summary>Wie doel en middelen bepaalt.</summary>
    public required string Verwerkingsverantwoordelijke { get; init; }

    /// <summary>Wie in opdracht verwerkt.</summary>
    public required string Verwerker { get; init; }

    /// <summary>Over wie de gegevens gaan.</summary>
    public required IReadOnlyList<string> Betrokkenen { get; init; }

    /// <summary>Welke gegevens, en hoe lang zij blijven.</summary>
    public required IReadOnlyList<RegistercategorieView> Gegevenscategorieen { get; init; }

    /// <summary>Van welke partners gegevens komen.</summary>
    public required IReadOnlyList<NaamView> Bronnen { get; init; }

    /// <summary>Wie de gegevens ziet of krijgt.</summary>
    public required IReadOnlyList<OntvangerView> Ontvangers { get; init; }

    /// <summary>Hoe de gegevens zijn beschermd.</summary>
    public required IReadOnlyList<string> Maatregelen { get; init; }

    /// <summary>Nummer van de gegevensbeschermingseffectbeoordeling; ontbreekt als die niet nodig is.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? DpiaNummer { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Een code met haar naam.</summary>
/// <param name="Code">Woord van het beleid.</param>
/// <param name="Naam">Naam in gewone taal.</param>
internal sealed record NaamView(string Code, string Naam);

/// <summary>Een grondslag.</summary>
/// <param name="Code">Woord van het beleid.</param>
/// <param name="Naam">Naam in gewone taal.</param>
/// <param name="Dpv">Term uit W3C DPV.</param>
internal sealed record GrondslagView(string Code, string Naam, string Dpv);

/// <summary>Een gegevenscategorie van een verwerkingsactiviteit.</summary>
/// <param name="Code">Code van de categorie.</param>
/// <param name="Naam">Naam in gewone taal.</param>
/// <param name="Bijzonder">N gewoon, G gevoelig, B bijzonder (AVG artikel 9).</param>
/// <param name="Bewaartermijn">Hoe lang de gegevens blijven.</param>
/// <param name="Afwijkend">Velden met een andere termijn.</param>
internal sealed record RegistercategorieView(string Code, string Naam, string Bijzonder, BewaartermijnView Bewaartermijn, IReadOnlyList<AfwijkingView> Afwijkend);

/// <summary>Een bewaartermijn.</summary>
/// <param name="Naam">In gewone taal.</param>
/// <param name="Duur">ISO 8601.</param>
/// <param name="Vanaf">Waar de termijn begint.</param>
internal sealed record BewaartermijnView(string Naam, string Duur, string Vanaf);

/// <summary>Een veld met een eigen bewaartermijn.</summary>
/// <param name="Veld">Naam van het veld.</param>
/// <param name="Bewaartermijn">Hoe lang het blijft.</param>
internal sealed record AfwijkingView(string Veld, BewaartermijnView Bewaartermijn);

/// <summary>Wie gegevens ziet of krijgt.</summary>
/// <param name="Code">Rol, partner of ontvanger.</param>
/// <param name="Naam">Naam in gewone taal.</param>
/// <param name="Gegevenscategorieen">Welke categorieën.</param>
internal sealed record OntvangerView(string Code, string Naam, IReadOnlyList<string> Gegevenscategorieen);
