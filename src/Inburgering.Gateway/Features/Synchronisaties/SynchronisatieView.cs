using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Een synchronisatie: wat er vanzelf met een partner wordt uitgewisseld, wanneer, en hoe het ervoor staat.</summary>
public sealed record SynchronisatieView : IVerantwoord
{
    /// <summary>Nummer van de synchronisatie.</summary>
    public required Guid SynchronisatieId { get; init; }

    /// <summary>Met wie, bijvoorbeeld duo.</summary>
    public required string Partner { get; init; }

    /// <summary>Wat er gebeurt, bijvoorbeeld afstemming.</summary>
    public required string Soort { get; init; }

    /// <summary>Hoe zij heet.</summary>
    public required string Naam { get; init; }

    /// <summary>onbekend, loopt, gelukt, gelukt-met-afkeur, verdacht-leeg, mislukt, gestopt, te-laat of gepauzeerd.</summary>
    public required string Status { get; init; }

    /// <summary>De status als zin.</summary>
    public required string Stand { get; init; }

    /// <summary>Wanneer zij vanzelf begint.</summary>
    public required RoosterVorm Rooster { get; init; }

    /// <summary>Het rooster als zin.</summary>
    public required string RoosterZin { get; init; }

    /// <summary>Het rooster dat geldt als uw gemeente niets kiest, als zin.</summary>
    public required string Standaard { get; init; }

    /// <summary>Of uw gemeente een eigen rooster koos.</summary>
    public required bool EigenRooster { get; init; }

    /// <summary>De eerste vijf momenten; leeg als zij alleen met de hand begint.</summary>
    public required IReadOnlyList<DateTimeOffset> Volgende { get; init; }

    /// <summary>Sinds wanneer zij is gepauzeerd; ontbreekt als zij niet is gepauzeerd.</summary>
    public DateTimeOffset? PauzeVanaf { get; init; }

    /// <summary>Wanneer zij vanzelf verdergaat.</summary>
    public DateTimeOffset? PauzeTot { get; init; }

    /// <summary>De laatste uitvoeringen, nieuwste eerst, hoogstens veertien.</summary>
    public required IReadOnlyList<UitvoeringView> Laatste { get; init; }

    /// <summary>Hoelang een uitvoering meestal duurt, in seconden; ontbreekt zolang er geen was.</summary>
    public double? GewoneDuurSeconden { get; init; }

    /// <summary>Stuur deze mee als u het rooster wijzigt.</summary>
    public required int Versie { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>De synchronisaties van uw gemeente.</summary>
/// <param name="Synchronisaties">Wat actie vraagt eerst, daarna op naam.</param>
public sealed record SynchronisatiesView(IReadOnlyList<SynchronisatieView> Synchronisaties) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Eén uitvoering van een synchronisatie.</summary>
public sealed record UitvoeringView : IVerantwoord
{
    /// <summary>Nummer van de uitvoering.</summary>
    public required Guid UitvoeringId { get; init; }

    /// <summary>Nummer van de synchronisatie.</summary>
    public required Guid SynchronisatieId { get; init; }

    /// <summary>Het moment van het rooster waar zij bij hoort; ontbreekt als iemand haar startte.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>rooster, hand, proef of inhaal.</summary>
    public required string Aanleiding { get; init; }

    /// <summary>Client of account dat haar startte, of de naam van de taak.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Waarom iemand haar startte.</summary>
    public string? Toelichting { get; init; }

    /// <summary>Wanneer zij begon.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>Wanneer zij eindigde; ontbreekt zolang zij loopt.</summary>
    public DateTimeOffset? GeeindigdOp { get; init; }

    /// <summary>loopt, gelukt, gelukt-met-afkeur, mislukt, gestopt of overgeslagen.</summary>
    public required string Status { get; init; }

    /// <summary>Waarom zij wacht, niet begon of mislukte.</summary>
    public string? Reden { get; init; }

    /// <summary>Tot wanneer zij op de partner wacht.</summary>
    public DateTimeOffset? WachtTot { get; init; }

    /// <summary>De hoeveelste poging zij bij de partner doet, zolang zij loopt.</summary>
    public int? Poging { get; init; }

    /// <summary>Hoeveel er te doen was: bij een afstemming het aantal personen.</summary>
    public required int Ontvangen { get; init; }

    /// <summary>Hoeveel er is gedaan: de som van de zes aantallen hierna.</summary>
    public required int Gedaan { get; init; }

    /// <summary>Nieuw voor ons.</summary>
    public required int Nieuw { get; init; }

    /// <summary>Overgenomen: de partner wist iets dat wij niet wisten.</summary>
    public required int Gewijzigd { get; init; }

    /// <summary>Niets nieuws.</summary>
    public required int Gelijk { get; init; }

    /// <summary>Een andere bron zegt iets anders; u kiest.</summary>
    public required int Verschillend { get; init; }

    /// <summary>Het lukte niet.</summary>
    public required int Afgekeurd { get; init; }

    /// <summary>Mocht niet worden gevraagd.</summary>
    public required int Tegengehouden { get; init; }

    /// <summary>De telling als som.</summary>
    public required string Telling { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Eén pagina uitvoeringen.</summary>
/// <param name="Uitvoeringen">Nieuwste eerst.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record UitvoeringenView(IReadOnlyList<UitvoeringView> Uitvoeringen, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Een ander rooster.</summary>
public sealed record RoosterInvoer
{
    /// <summary>Het rooster; weggelaten: weer het standaardrooster.</summary>
    public RoosterVorm? Rooster { get; init; }

    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>De versie die u las.</summary>
    public required int Versie { get; init; }
}

/// <summary>Nu beginnen.</summary>
public sealed record UitvoeringInvoer
{
    /// <summary>Waarom u niet op het rooster wacht, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>Proefdraaien: telt wat er zou gebeuren en neemt niets over.</summary>
    public bool Proef { get; init; }
}

/// <summary>Een tijd niet vanzelf beginnen.</summary>
public sealed record PauzeInvoer
{
    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>Wanneer zij vanzelf verdergaat, hoogstens 14 dagen verder; weggelaten: morgen om 06:00 uur.</summary>
    public DateTimeOffset? Tot { get; init; }
}

/// <summary>Weer verdergaan.</summary>
public sealed record HervatInvoer
{
    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen.</summary>
    public required string Reden { get; init; }

    /// <summary>inhalen: begint nu als er in de pauze een moment voorbijging. overslaan: wacht op het volgende moment.</summary>
    public required string Wijze { get; init; }
}
