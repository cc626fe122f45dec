namespace Inburgering.Gateway.Partners;

/// <summary>What is known about one person when a melding is tested; null: not known. A rule whose fact is not known says so and refuses nothing.</summary>
public sealed record Meldingfeiten
{
    /// <summary>The day of today in Europe/Amsterdam.</summary>
    public required DateOnly Vandaag { get; init; }

    /// <summary>Who tells: four digits.</summary>
    public required string Gemeentecode { get; init; }

    public Inburgeringsplicht? Plicht { get; init; }

    public Doelgroep? Doelgroep { get; init; }

    public Inburgeringstermijn? Termijn { get; init; }

    /// <summary>Whether we know of the termijn: tells «none yet» from unknown.</summary>
    public bool TermijnBekend { get; init; }

    /// <summary>The current PIP as the partner knows it, whosever it is.</summary>
    public Pip? Pip { get; init; }

    /// <summary>True: there never was a PIP of this person, in whatever gemeente; false: there was one.</summary>
    public bool? EerstePip { get; init; }

    /// <summary>Date of the very first PIP.</summary>
    public DateOnly? EersteDagtekening { get; init; }

    /// <summary>The day the person came to live in the gemeente.</summary>
    public DateOnly? Vestigingsdatum { get; init; }

    /// <summary>The instellingen the partner knows, by number.</summary>
    public IReadOnlyDictionary<string, Instelling>? Instellingen { get; init; }

    /// <summary>Instellingsnummers of the offers that this gemeente told and the partner confirmed.</summary>
    public IReadOnlyCollection<string>? Aanbiedingen { get; init; }

    /// <summary>What stands registered for the MAP.</summary>
    public Einddatum? Map { get; init; }

    /// <summary>What stands registered for the PVT.</summary>
    public Einddatum? Pvt { get; init; }

    /// <summary>End of the Z-route as it stands registered; <see cref="ZrouteBekend"/> tells null from unknown.</summary>
    public DateOnly? DatumAfrondingZroute { get; init; }

    /// <summary>Whether we know what stands registered for the Z-route.</summary>
    public bool ZrouteBekend { get; init; }

    /// <summary>Whether course hours are registered on the current offer.</summary>
    public bool? CursusurenGeregistreerd { get; init; }

    /// <summary>True: there is an examennummer and no result yet.</summary>
    public bool? ToetsOpen { get; init; }

    /// <summary>The partner's number of the contact this person is linked to.</summary>
    public int? Contactpersoon { get; init; }

    /// <summary>Whether the contact that the melding names is one that the partner gave this gemeente a number for.</summary>
    public bool? ContactBekend { get; init; }

    /// <summary>How many persons are linked to the contact that the melding names.</summary>
    public int? Koppelingen { get; init; }

    /// <summary>Last totals that the partner confirmed.</summary>
    public IReadOnlyDictionary<Urensoort, int>? Uren { get; init; }
}

/// <summary>What stands registered for MAP or PVT.</summary>
/// <param name="Datum">Null: nothing is registered.</param>
/// <param name="Verwijtbaar">As we last told it; the partner does not give it back.</param>
/// <param name="DoorOns">Whether this gemeente delivered it; null: not known.</param>
public sealed record Einddatum(DateOnly? Datum, bool? Verwijtbaar, bool? DoorOns);

/// <summary>A course provider as DUO lists it. Source: DUO Inburgeringsaanbod 1.2.0, /instellingen.</summary>
/// <param name="Nummer">Ten characters.</param>
/// <param name="Keurmerk">Blik op Werk.</param>
/// <param name="Taalschakeltraject">May give the onderwijsroute.</param>
public sealed record Instelling(string Nummer, string? Naam, bool Keurmerk, bool Taalschakeltraject)
{
    /// <summary>1234AB.</summary>
    public string? Postcode { get; init; }

    public int? Huisnummer { get; init; }

    public string? Huisnummertoevoeging { get; init; }

    public string? Plaatsnaam { get; init; }

    /// <summary>Registration at Blik op Werk: one to ten digits.</summary>
    public string? Bow { get; init; }

    /// <summary>Two digits and two capitals.</summary>
    public string? Brin { get; init; }
}

/// <summary>What a rule says of one melding.</summary>
/// <param name="Code">Ours, stable: "PIP-04".</param>
/// <param name="Uitslag">Broken, or not to be tested for want of a fact.</param>
/// <param name="Pointer">JSON Pointer into the melding; "" when it is not a field that is wrong but what is known of the person.</param>
/// <param name="Detail">In Dutch, for the regievoerder: what is wrong and what to do. No value that could point at a person.</param>
/// <param name="Bron">Where the rule stands: "voorwaarden.md, PIP, Niveau (70)".</param>
public sealed record Toetsing(string Code, Toetsuitslag Uitslag, string Pointer, string Detail, string Bron);

/// <summary>What a rule can say besides nothing.</summary>
public enum Toetsuitslag
{
    /// <summary>The melding may not be sent.</summary>
    Geschonden,

    /// <summary>A fact is missing: the partner decides.</summary>
    NietTeToetsen,

    /// <summary>It may be sent; a person should look.</summary>
    Waarschuwing,
}
