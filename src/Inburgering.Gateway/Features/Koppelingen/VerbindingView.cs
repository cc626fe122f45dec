namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>Hoe de verbinding met een ketenpartner ervoor staat.</summary>
public sealed record VerbindingView
{
    /// <summary>De ketenpartner, bijvoorbeeld duo.</summary>
    public required string Partner { get; init; }

    /// <summary>Hoe de partner heet.</summary>
    public required string Naam { get; init; }

    /// <summary>geen-storing, antwoordt-niet, herkent-ons-niet of onbekend.</summary>
    public required string Status { get; init; }

    /// <summary>De status als zin, met wat u moet doen.</summary>
    public required string Stand { get; init; }

    /// <summary>Of u iets moet doen.</summary>
    public required bool ActieNodig { get; init; }

    /// <summary>Sinds wanneer dit zo is; ontbreekt als wij dat niet weten.</summary>
    public DateTimeOffset? Sinds { get; init; }

    /// <summary>Wanneer wij het opnieuw proberen; ontbreekt als er niets wacht.</summary>
    public DateTimeOffset? OpnieuwOp { get; init; }

    /// <summary>Hoe de processen van de gateway de partner zien, op naam.</summary>
    public required IReadOnlyList<ProcesstandView> Processen { get; init; }
}

/// <summary>Hoe één proces van de gateway een partner ziet.</summary>
/// <param name="Proces">Machine en poort.</param>
/// <param name="Onderbreker">dicht: vragen gaan door. open: het proces spaart de partner. half-open: één vraag kijkt of de partner er weer is. onbekend: het proces is gestopt of al een minuut niet gezien.</param>
/// <param name="Sinds">Sinds wanneer; ontbreekt bij onbekend.</param>
public sealed record ProcesstandView(string Proces, string Onderbreker, DateTimeOffset? Sinds);
