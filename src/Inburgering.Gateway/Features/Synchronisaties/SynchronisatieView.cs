using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Koppelingen;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>Een synchronisatie: wat er vanzelf met een partner wordt uitgewisseld of wat de partner zelf levert, wanneer, en hoe het ervoor staat.</summary>
public sealed record SynchronisatieView : IVerantwoord
{
    /// <summary>Nummer van de synchronisatie.</summary>
    public required Guid SynchronisatieId { get; init; }

    /// <summary>Met wie, bijvoorbeeld duo.</summary>
    public required string Partner { get; init; }

    /// <summary>Hoe de partner heet.</summary>
    public required string PartnerNaam { get; init; }

    /// <summary>Wat er gebeurt: afstemming (wij vragen) of levering (de partner levert zelf; u kunt haar niet starten, inhalen of pauzeren).</summary>
    public required string Soort { get; init; }

    /// <summary>Bij een levering: wie levert, bijvoorbeeld taalpunt.</summary>
    public string? Instantie { get; init; }

    /// <summary>Hoe zij heet.</summary>
    public required string Naam { get; init; }

    /// <summary>onbekend, loopt, gelukt, gelukt-met-afkeur, verdacht-leeg, mislukt, gestopt, te-laat of gepauzeerd.</summary>
    public required string Status { get; init; }

    /// <summary>De status als zin.</summary>
    public required string Stand { get; init; }

    /// <summary>Of u iets moet doen.</summary>
    public required bool ActieNodig { get; init; }

    /// <summary>Wanneer zij vanzelf begint; bij een levering wanneer zij er moet zijn.</summary>
    public required RoosterVorm Rooster { get; init; }

    /// <summary>Het rooster als zin.</summary>
    public required string RoosterZin { get; init; }

    /// <summary>Het rooster dat geldt als uw gemeente niets kiest, als zin.</summary>
    public required string Standaard { get; init; }

    /// <summary>Of uw gemeente een eigen rooster koos.</summary>
    public required bool EigenRooster { get; init; }

    /// <summary>De eerste vijf momenten; leeg als zij alleen met de hand begint of er geen levering wordt verwacht.</summary>
    public required IReadOnlyList<DateTimeOffset> Volgende { get; init; }

    /// <summary>Sinds wanneer zij is gepauzeerd; ontbreekt als zij niet is gepauzeerd.</summary>
    public DateTimeOffset? PauzeVanaf { get; init; }

    /// <summary>Wanneer zij vanzelf verdergaat.</summary>
    public DateTimeOffset? PauzeTot { get; init; }

    /// <summary>De laatste uitvoeringen, nieuwste eerst, hoogstens veertien.</summary>
    public required IReadOnlyList<UitvoeringView> Laatste { get; init; }

    /// <summary>Hoelang een uitvoering meestal duurt, in seconden: de mediaan van de laatste tien; ontbreekt zolang er geen was, en bij een levering.</summary>
    public double? GewoneDuurSeconden { get; init; }

    /// <summary>Hoeveel er meestal te doen is: de mediaan van de laatste tien; ontbreekt zolang er geen was.</summary>
    public int? GewoonOntvangen { get; init; }

    /// <summary>De laatste vijf wijzigingen door iemand, nieuwste eerst; alleen bij één synchronisatie.</summary>
    public IReadOnlyList<WijzigingView>? Wijzigingen { get; init; }

    /// <summary>Wat de laatste dertig dagen brachten, oudste eerst, zonder proefdraaien; alleen bij één synchronisatie.</summary>
    public IReadOnlyList<DagView>? Dagen { get; init; }

    /// <summary>Sinds wanneer uw meldpunt over de laatste verandering van status iets moest horen en dat niet aankwam; ontbreekt als het aankwam of er niets te melden was.</summary>
    public DateTimeOffset? MeldingNietVerstuurdSinds { get; init; }

    /// <summary>Stuur deze mee als u het rooster wijzigt.</summary>
    public required int Versie { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>De synchronisaties van uw gemeente.</summary>
/// <param name="Synchronisaties">Wat actie vraagt eerst, daarna op naam; wat niet bij de filters past, ontbreekt.</param>
/// <param name="Alle">Hoeveel uw gemeente er heeft, ook buiten de filters.</param>
/// <param name="MetActie">Bij hoeveel daarvan u iets moet doen.</param>
/// <param name="Verbindingen">Hoe de verbinding met elke partner ervoor staat, op naam.</param>
public sealed record SynchronisatiesView(
    IReadOnlyList<SynchronisatieView> Synchronisaties, int Alle, int MetActie, IReadOnlyList<VerbindingView> Verbindingen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Wat iemand aan een synchronisatie wijzigde.</summary>
/// <param name="Soort">rooster, pauze of hervatting.</param>
/// <param name="Op">Wanneer.</param>
/// <param name="Door">Account of client.</param>
/// <param name="DoorNaam">Wie dat is.</param>
/// <param name="Reden">Waarom.</param>
/// <param name="Standaard">Bij een rooster: of het standaardrooster weer gaat gelden.</param>
/// <param name="Tot">Bij een pauze: tot wanneer.</param>
public sealed record WijzigingView(string Soort, DateTimeOffset Op, string Door, string DoorNaam, string Reden, bool? Standaard = null, DateTimeOffset? Tot = null);

/// <summary>Wat één dag bracht, op de Nederlandse klok.</summary>
/// <param name="Dag">De dag waarop de uitvoeringen begonnen.</param>
/// <param name="Uitvoeringen">Hoeveel er waren.</param>
/// <param name="Mislukt">Hoeveel daarvan mislukten.</param>
/// <param name="Ontvangen">Hoeveel er te doen was.</param>
/// <param name="Nieuw">Nieuw voor ons.</param>
/// <param name="Gewijzigd">Overgenomen.</param>
/// <param name="Gelijk">Niets nieuws.</param>
/// <param name="Verschillend">Een andere bron zegt iets anders.</param>
/// <param name="Afgekeurd">Het lukte niet.</param>
/// <param name="Tegengehouden">Mocht niet worden gevraagd.</param>
public sealed record DagView(DateOnly Dag, int Uitvoeringen, int Mislukt, int Ontvangen, int Nieuw, int Gewijzigd, int Gelijk, int Verschillend, int Afgekeurd, int Tegengehouden);

/// <summary>Eén uitvoering van een synchronisatie.</summary>
public sealed record UitvoeringView : IVerantwoord
{
    /// <summary>Nummer van de uitvoering.</summary>
    public required Guid UitvoeringId { get; init; }

    /// <summary>Nummer van de synchronisatie.</summary>
    public required Guid SynchronisatieId { get; init; }

    /// <summary>Het moment van het rooster waar zij bij hoort; ontbreekt als iemand haar startte of de partner leverde.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>rooster, hand, proef, inhaal, inhaalrun, vervolg of levering.</summary>
    public required string Aanleiding { get; init; }

    /// <summary>De gestopte uitvoering waarvan zij de rest doet.</summary>
    public Guid? VervolgVan { get; init; }

    /// <summary>Eerste dag die een inhaalrun opnieuw ophaalt.</summary>
    public DateOnly? PeriodeVan { get; init; }

    /// <summary>Laatste dag die een inhaalrun opnieuw ophaalt.</summary>
    public DateOnly? PeriodeTot { get; init; }

    /// <summary>Client of account dat haar startte, of de naam van de taak; bij een levering de client die levert.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Wie dat is: een medewerker, een systeem, het rooster of de partner.</summary>
    public required string GestartDoorNaam { get; init; }

    /// <summary>Waarom iemand haar startte.</summary>
    public string? Toelichting { get; init; }

    /// <summary>Wanneer zij begon; bij een levering het eerste bericht van die dag, of zonder bericht het moment waarop het er had moeten zijn.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>Wanneer zij eindigde; ontbreekt zolang zij loopt. Een levering loopt tot haar moment of het einde van de dag.</summary>
    public DateTimeOffset? GeeindigdOp { get; init; }

    /// <summary>loopt, gelukt, gelukt-met-afkeur, verdacht-leeg, mislukt, gestopt, overgeslagen, wacht-op-akkoord of afgewezen.</summary>
    public required string Status { get; init; }

    /// <summary>De status als zin, met waarom zij wacht, niet begon of mislukte.</summary>
    public required string Stand { get; init; }

    /// <summary>Waarom zij wacht, niet begon of mislukte.</summary>
    public string? Reden { get; init; }

    /// <summary>Tot wanneer zij op de partner wacht.</summary>
    public DateTimeOffset? WachtTot { get; init; }

    /// <summary>De hoeveelste poging zij bij de partner doet; na afloop hoeveel het er waren. Ontbreekt als zij niet begon.</summary>
    public int? Poging { get; init; }

    /// <summary>Hoeveel er te doen was: bij een afstemming het aantal personen, bij een levering het aantal berichten.</summary>
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

    /// <summary>Wat er achtereenvolgens gebeurde; alleen bij één uitvoering.</summary>
    public IReadOnlyList<VoorvalView>? Verloop { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Iets dat tijdens een uitvoering gebeurde.</summary>
/// <param name="Op">Wanneer.</param>
/// <param name="Wat">Als zin.</param>
public sealed record VoorvalView(DateTimeOffset Op, string Wat);

/// <summary>Eén pagina uitvoeringen.</summary>
/// <param name="Uitvoeringen">Nieuwste eerst.</param>
/// <param name="Alle">Hoeveel er in totaal zijn.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record UitvoeringenView(IReadOnlyList<UitvoeringView> Uitvoeringen, long Alle, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}
