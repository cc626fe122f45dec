using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>Een afkeuring: een ontvangen bericht dat niet kon worden verwerkt. Zonder gegevens van de persoon.</summary>
public sealed record AfkeuringView : IVerantwoord
{
    /// <summary>Nummer van de afkeuring; ook het nummer van het bericht.</summary>
    public required Guid AfkeuringId { get; init; }

    /// <summary>Wie het bericht stuurde, bijvoorbeeld duo.</summary>
    public required string Partner { get; init; }

    /// <summary>Code van de gebeurtenis.</summary>
    public required string Code { get; init; }

    /// <summary>Wat de code betekent, over de inburgeraar.</summary>
    public required string Betekenis { get; init; }

    /// <summary>Code van de reden.</summary>
    public required string Redencode { get; init; }

    /// <summary>De reden als zin.</summary>
    public required string Reden { get; init; }

    /// <summary>Wat u kunt doen.</summary>
    public required string Doen { get; init; }

    /// <summary>Naam van de regel waar het bericht niet aan voldoet.</summary>
    public required string Regel { get; init; }

    /// <summary>Het veld in het bericht (JSON Pointer), leeg voor het hele bericht; ontbreekt als het niet aan een veld ligt.</summary>
    public string? Veld { get; init; }

    /// <summary>Wat er op die plaats stond, zonder de waarde; alleen bij het lezen van één afkeuring, en alleen als het aan een waarde ligt.</summary>
    public AfkeurwaardeView? Waarde { get; init; }

    /// <summary>open, bij-partner, in-herhaling, gesloten of afgehandeld.</summary>
    public required string Status { get; init; }

    /// <summary>Wie iets moet doen: wij, partner of niemand.</summary>
    public required string Beurt { get; init; }

    /// <summary>Wanneer het bericht binnenkwam.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Hoe vaak het is geprobeerd.</summary>
    public required int Pogingen { get; init; }

    /// <summary>Wanneer het voor het laatst is geprobeerd; ontbreekt als dat nog niet is gebeurd of nu gebeurt.</summary>
    public DateTimeOffset? LaatstePoging { get; init; }

    /// <summary>Of het zin heeft het opnieuw te verwerken.</summary>
    public required bool KanOpnieuw { get; init; }

    /// <summary>Waarom opnieuw verwerken geen zin heeft; ontbreekt als het zin heeft.</summary>
    public string? WaaromNiet { get; init; }

    /// <summary>De herhaling die het nu opnieuw laat verwerken; ontbreekt als er geen loopt.</summary>
    public Guid? HerhalingId { get; init; }

    /// <summary>Wat een medewerker het laatst besloot; ontbreekt als dat niet is gebeurd.</summary>
    public AfkeurbesluitView? Besluit { get; init; }

    /// <summary>Noem dit nummer als u ons belt.</summary>
    public required string TraceId { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Wat een medewerker over een afkeuring besloot.</summary>
/// <param name="Soort">overdracht (de partner is aan de beurt) of sluiting (niet verwerken).</param>
/// <param name="Op">Wanneer.</param>
/// <param name="Door">Client of account.</param>
/// <param name="Reden">Waarom.</param>
public sealed record AfkeurbesluitView(string Soort, DateTimeOffset Op, string Door, string Reden);

/// <summary>Een waarde in een afgekeurd bericht, omschreven en niet getoond.</summary>
/// <param name="Veld">Plaats in het bericht (JSON Pointer), leeg voor het hele bericht.</param>
/// <param name="Omschrijving">Soort en lengte, bijvoorbeeld «8 cijfers, verwacht 9 cijfers».</param>
/// <param name="Toonbaar">Of wie regie voert de waarde kan vragen, met een reden (POST …/waarden).</param>
public sealed record AfkeurwaardeView(string Veld, string Omschrijving, bool Toonbaar);

/// <summary>Vraag om een waarde uit een afgekeurd bericht te zien.</summary>
/// <param name="Doel">Waarvoor u de waarde nodig heeft: regie-voeren.</param>
/// <param name="Reden">Waarom, in 10 tot 500 tekens en zonder nummers van personen.</param>
public sealed record AfkeurwaardeInvoer(string Doel, string Reden);

/// <summary>Eén waarde uit een afgekeurd bericht, zoals de partner haar stuurde.</summary>
/// <param name="AfkeuringId">Nummer van de afkeuring.</param>
/// <param name="Veld">Plaats in het bericht (JSON Pointer).</param>
/// <param name="Gegeven">Onder welk gegeven het in het log staat, bijvoorbeeld IDN.bsn.</param>
/// <param name="Waarde">De waarde.</param>
public sealed record AfkeurwaardeInhoudView(Guid AfkeuringId, string Veld, string Gegeven, string Waarde) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [Gegeven];
}

/// <summary>Eén pagina afkeuringen.</summary>
/// <param name="Afkeuringen">Oudste eerst.</param>
/// <param name="Gevonden">Hoeveel er bij deze filters zijn, op alle pagina's samen.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record AfkeuringenView(IReadOnlyList<AfkeuringView> Afkeuringen, long Gevonden, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Een besluit over een afkeuring.</summary>
/// <param name="Reden">Waarom, in 10 tot 500 tekens en zonder nummers van personen.</param>
public sealed record AfkeurbesluitInvoer(string Reden);
