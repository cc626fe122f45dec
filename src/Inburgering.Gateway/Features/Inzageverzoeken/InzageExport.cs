using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Inzageverzoeken;

/// <summary>Alles wat de gemeente over één persoon heeft, voor die persoon zelf (AVG 15).</summary>
public sealed record InzageExport : IVerantwoord
{
    /// <summary>Het dossier.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>De gemeente die verantwoordelijk is.</summary>
    public required string Gemeente { get; init; }

    /// <summary>Wanneer dit overzicht is gemaakt.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Per gegevenscategorie de gegevens.</summary>
    public required IReadOnlyDictionary<string, JsonObject> Gegevens { get; init; }

    /// <summary>Per gegevenscategorie waarvoor, wie het mag zien, hoe lang en van wie het komt.</summary>
    public required IReadOnlyList<Categorieuitleg> Categorieen { get; init; }

    /// <summary>Wat wel in het dossier staat, maar niet in dit overzicht, en waarom.</summary>
    public required IReadOnlyList<NietOpgenomen> NietOpgenomen { get; init; }

    /// <summary>Organisaties die voor deze persoon werken of werkten.</summary>
    public required IReadOnlyList<Partnertaak> Partners { get; init; }

    /// <summary>Toestemmingen, ook die zijn ingetrokken.</summary>
    public required IReadOnlyList<Toestemmingsuitleg> Toestemmingen { get; init; }

    /// <summary>Wat deze persoon eerder vroeg: beperking, bezwaar of verbetering.</summary>
    public required IReadOnlyList<Rechtuitleg> Verzoeken { get; init; }

    /// <summary>Wie de gegevens zag, kreeg of bracht, per dag; zonder namen van medewerkers en systemen.</summary>
    public required IReadOnlyList<Gebruik> Gebruik { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [.. Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}")), "opdracht", "toestemming", "verzoek", "logregels"];
}

/// <summary>Uitleg bij een gegevenscategorie.</summary>
/// <param name="Code">Code van de categorie.</param>
/// <param name="Naam">In gewone taal.</param>
/// <param name="Waarvoor">Doelen, in gewone taal.</param>
/// <param name="Grondslagen">Waarom de gemeente dit mag.</param>
/// <param name="Ontvangers">Wie deze gegevens voor die doelen mag zien of krijgt.</param>
/// <param name="Bewaartermijn">Hoe lang de gegevens blijven.</param>
/// <param name="Bronnen">Per veld van wie het komt.</param>
public sealed record Categorieuitleg(
    string Code, string Naam, IReadOnlyList<string> Waarvoor, IReadOnlyList<string> Grondslagen, IReadOnlyList<string> Ontvangers, string Bewaartermijn, IReadOnlyList<Veldbron> Bronnen);

/// <summary>Van wie een veld komt.</summary>
/// <param name="Veld">Naam van het veld.</param>
/// <param name="Naam">In gewone taal.</param>
/// <param name="Bronnen">Wie het aanleverde; de eerste is de waarde die geldt.</param>
/// <param name="Anders">Wat een andere bron zegt, als dat verschilt.</param>
public sealed record Veldbron(string Veld, string Naam, IReadOnlyList<string> Bronnen, IReadOnlyList<AndereWaarde> Anders);

/// <summary>Een waarde die verschilt van wat geldt.</summary>
/// <param name="Bron">Van wie.</param>
/// <param name="Waarde">Wat deze bron zegt.</param>
public sealed record AndereWaarde(string Bron, JsonNode Waarde);

/// <summary>Een categorie die er wel is, maar niet in dit overzicht.</summary>
/// <param name="Code">Code van de categorie.</param>
/// <param name="Naam">In gewone taal.</param>
/// <param name="Reden">Waarom niet, en hoe u het wel krijgt.</param>
public sealed record NietOpgenomen(string Code, string Naam, string Reden);

/// <summary>Een organisatie die voor deze persoon werkt.</summary>
/// <param name="Naam">Naam van de organisatie.</param>
/// <param name="Taak">Wat zij doet.</param>
/// <param name="Van">Vanaf.</param>
/// <param name="Tot">Tot; ontbreekt zolang er geen einde is.</param>
public sealed record Partnertaak(string Naam, string Taak, DateTimeOffset Van, DateTimeOffset? Tot = null);

/// <summary>Een toestemming.</summary>
/// <param name="Aan">Naam van de organisatie.</param>
/// <param name="Doel">Waarvoor, in gewone taal.</param>
/// <param name="GegevenOp">Wanneer.</param>
/// <param name="IngetrokkenOp">Wanneer ingetrokken; ontbreekt zolang zij geldt.</param>
public sealed record Toestemmingsuitleg(string Aan, string Doel, DateTimeOffset GegevenOp, DateTimeOffset? IngetrokkenOp = null);

/// <summary>Een eerder verzoek.</summary>
/// <param name="Soort">beperking, bezwaar of verbetering.</param>
/// <param name="Waarover">Categorie, doel of veld, in gewone taal.</param>
/// <param name="Op">Wanneer.</param>
/// <param name="Tot">Wanneer het eindigde of is beslist; ontbreekt zolang het loopt.</param>
public sealed record Rechtuitleg(string Soort, string Waarover, DateTimeOffset Op, DateTimeOffset? Tot = null);

/// <summary>Wat op één dag hetzelfde was.</summary>
public sealed record Gebruik
{
    /// <summary>Nederlandse dag.</summary>
    public required DateOnly Dag { get; init; }

    /// <summary>Naam van de organisatie.</summary>
    public required string Organisatie { get; init; }

    /// <summary>Rol, zonder naam.</summary>
    public required string Rol { get; init; }

    /// <summary>Wat er gebeurde, in gewone taal.</summary>
    public required string Wat { get; init; }

    /// <summary>Naam van wie de gegevens kreeg; ontbreekt als dat de organisatie zelf was.</summary>
    public string? Aan { get; init; }

    /// <summary>Waarvoor, in gewone taal.</summary>
    public required string Waarvoor { get; init; }

    /// <summary>Soorten gegevens die zijn getoond, in gewone taal.</summary>
    public required IReadOnlyList<string> Gegevens { get; init; }

    /// <summary>Of het mocht; zo niet, dan is niets getoond.</summary>
    public required bool Toegestaan { get; init; }

    /// <summary>Hoe vaak op deze dag.</summary>
    public required long Aantal { get; init; }
}
