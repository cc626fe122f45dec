using System.Reflection;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>What the gemeente tells a chain partner. Every kind is one operation of the partner; the word in the attribute is how it is stored.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(PipMelding), "pip")]
[JsonDerivedType(typeof(PipIntrekking), "pip-intrekking")]
[JsonDerivedType(typeof(AanbodMelding), "aanbod")]
[JsonDerivedType(typeof(AanbodIntrekking), "aanbod-intrekking")]
[JsonDerivedType(typeof(ContactpersoonMelding), "contactpersoon")]
[JsonDerivedType(typeof(ContactpersoonWijziging), "contactpersoon-wijziging")]
[JsonDerivedType(typeof(ContactpersoonVerwijdering), "contactpersoon-verwijdering")]
[JsonDerivedType(typeof(ContactpersoonKoppeling), "contactpersoon-koppeling")]
[JsonDerivedType(typeof(ContactpersoonOntkoppeling), "contactpersoon-ontkoppeling")]
[JsonDerivedType(typeof(MapMelding), "map")]
[JsonDerivedType(typeof(PvtMelding), "pvt")]
[JsonDerivedType(typeof(ZrouteMelding), "zroute")]
[JsonDerivedType(typeof(UrenMelding), "uren")]
[JsonDerivedType(typeof(LeerbaarheidstoetsAfmelding), "leerbaarheidstoets-afmelding")]
[JsonDerivedType(typeof(AanmeldingMelding), "aanmelding")]
public abstract record Melding
{
    private static readonly IReadOnlyDictionary<Type, string> Soorten = typeof(Melding).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>The word it is stored under, "pip-intrekking".</summary>
    [JsonIgnore]
    public string Soort => Soorten[GetType()];

    /// <summary>The fields of the dossier that leave with it, "PIP.leerroute": what the policy has to allow and the log names.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<string> Gegevens { get; }

    /// <summary>False: sent twice it has two effects, so an attempt whose outcome nobody knows is for a person.</summary>
    [JsonIgnore]
    public virtual bool Herhaalbaar => true;

    /// <summary>True: every attempt carries the melding's own id, by which the receiver takes a repeat for what it is; false: each attempt has its own.</summary>
    [JsonIgnore]
    public virtual bool VasteId => false;

    /// <summary>The word of a kind.</summary>
    public static string SoortVan(Type melding) => Soorten[melding];

    /// <summary>Names of the fields that are filled.</summary>
    private protected static IReadOnlyList<string> Gevuld(params (string Veld, object? Waarde)[] velden) =>
        ["IDN.bsn", .. velden.Where(v => v.Waarde is not null).Select(v => v.Veld)];
}

/// <summary>A new or changed PIP: there is no change at DUO, a changed PIP is a new one. Source: DUO PIP 1.2.0, POST.</summary>
public sealed record PipMelding : Melding
{
    public required DateOnly Dagtekening { get; init; }

    public required Leerroute Leerroute { get; init; }

    /// <summary>A2 or B1; null: DUO takes B1 for the B- and the onderwijsroute.</summary>
    public Taalniveau? Niveau { get; init; }

    /// <summary>Hours, 1-9999; only B and only asiel.</summary>
    public int? GeschatteIntensiteitB1Route { get; init; }

    public bool? IndicatorMagOpleidingAfmaken { get; init; }

    /// <summary>A, AA or NVT.</summary>
    public string? IndicatorAlfabetiseringsonderwijs { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(
        ("PIP.dagtekening", Dagtekening), ("PIP.leerroute", Leerroute), ("PIP.niveau", Niveau), ("PIP.geschatteIntensiteitB1Route", GeschatteIntensiteitB1Route),
        ("PIP.indicatorMagOpleidingAfmaken", IndicatorMagOpleidingAfmaken), ("PIP.indicatorAlfabetiseringsonderwijs", IndicatorAlfabetiseringsonderwijs));
}

/// <summary>Takes the current PIP back. Source: DUO PIP 1.2.0, DELETE.</summary>
public sealed record PipIntrekking : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld();
}

/// <summary>The course offered at one instelling; a new one takes the place of the former. Source: DUO Inburgeringsaanbod 1.2.0, POST.</summary>
public sealed record AanbodMelding : Melding
{
    /// <summary>Ten characters.</summary>
    public required string Instellingsnummer { get; init; }

    public DateOnly? DatumInburgeringsaanbod { get; init; }

    public DateOnly? VerwachteStartdatum { get; init; }

    /// <summary>Exclusive: the first day after the course.</summary>
    public DateOnly? VerwachteEinddatum { get; init; }

    /// <summary>A, AA or NVT.</summary>
    public required string IndicatorAlfabetiseringsonderwijs { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("AAN.aanbiedingen", Instellingsnummer));
}

/// <summary>Takes the offer at one instelling back. Source: DUO Inburgeringsaanbod 1.2.0, DELETE.</summary>
/// <param name="Instellingsnummer">Ten characters.</param>
public sealed record AanbodIntrekking(string Instellingsnummer) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("AAN.aanbiedingen", Instellingsnummer));
}

/// <summary>How a contact of the gemeente is reached.</summary>
public sealed record Contactgegevens(string Naam, string Email, string Telefoon);

/// <summary>A new contact of the gemeente; the receipt carries the partner's number. Source: DUO Contactpersoon 1.0.0, POST.</summary>
/// <param name="Naam">1-100 characters, no digits.</param>
/// <param name="Email">4-241 characters.</param>
/// <param name="Telefoon">3-22 characters.</param>
public sealed record ContactpersoonMelding(string Naam, string Email, string Telefoon) : Melding
{
    /// <summary>Who it is.</summary>
    [JsonIgnore]
    public Contactgegevens Contact => new(Naam, Email, Telefoon);

    /// <inheritdoc />
    [JsonIgnore]
    public override bool Herhaalbaar => false;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => ["CPS.regievoerder", "CPS.telefoon", "CPS.email"];
}

/// <summary>Other data of a contact the partner knows. Source: DUO Contactpersoon 1.0.0, PUT.</summary>
/// <param name="Nummer">The partner's number, 1-99999.</param>
public sealed record ContactpersoonWijziging(int Nummer, string Naam, string Email, string Telefoon) : Melding
{
    /// <summary>Who it is from now on.</summary>
    [JsonIgnore]
    public Contactgegevens Contact => new(Naam, Email, Telefoon);

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => ["CPS.regievoerder", "CPS.telefoon", "CPS.email"];
}

/// <summary>Removes a contact, with every link to it. Source: DUO Contactpersoon 1.0.0, DELETE.</summary>
/// <param name="Nummer">The partner's number, 1-99999.</param>
public sealed record ContactpersoonVerwijdering(int Nummer) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => ["CPS.regievoerder"];
}

/// <summary>Makes it the contact of this person, in the place of the former. Source: DUO Contactpersoon 1.0.0, POST …/personen/{bsn}.</summary>
/// <param name="Nummer">The partner's number, 1-99999.</param>
public sealed record ContactpersoonKoppeling(int Nummer) : Melding
{
    /// <summary>Who it is, for our own dossier: the partner knows it by the number and is not told again. Null: not known.</summary>
    public Contactgegevens? Contact { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("CPS.regievoerder", Nummer));
}

/// <summary>This person has this contact no longer. Source: DUO Contactpersoon 1.0.0, DELETE …/personen/{bsn}.</summary>
/// <param name="Nummer">The partner's number, 1-99999.</param>
public sealed record ContactpersoonOntkoppeling(int Nummer) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("CPS.regievoerder", Nummer));
}

/// <summary>The whole of the MAP: what is left out is withdrawn. Source: DUO MAP, PVT en Z-route 1.0.0, PUT.</summary>
/// <param name="DatumEindgesprek">Null: withdrawn.</param>
/// <param name="Verwijtbaar">Whether exceeding the term may be blamed on the person; null: withdrawn or not applicable.</param>
public sealed record MapMelding(DateOnly? DatumEindgesprek, bool? Verwijtbaar) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("MAP.datumEindgesprek", DatumEindgesprek), ("MAP.verwijtbaar", Verwijtbaar));
}

/// <summary>The whole of the PVT: what is left out is withdrawn. Source: DUO MAP, PVT en Z-route 1.0.0, PUT.</summary>
/// <param name="DatumOndertekening">Null: withdrawn.</param>
/// <param name="Verwijtbaar">As with the MAP.</param>
public sealed record PvtMelding(DateOnly? DatumOndertekening, bool? Verwijtbaar) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("PVT.datumOndertekening", DatumOndertekening), ("PVT.verwijtbaar", Verwijtbaar));
}

/// <summary>The end of the Z-route. Source: DUO MAP, PVT en Z-route 1.0.0, PUT.</summary>
/// <param name="DatumAfronding">Null: withdrawn.</param>
public sealed record ZrouteMelding(DateOnly? DatumAfronding) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld(("PIP.datumAfrondingZroute", DatumAfronding));
}

/// <summary>A total of hours: it replaces what the partner had. Source: DUO Gevolgde uren 1.0.0, three PUTs.</summary>
/// <param name="Uren">0-9999, since the begin; never an increment.</param>
public sealed record UrenMelding(Urensoort Urensoort, int Uren) : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld((Urensoort == Urensoort.Participatieactiviteiten ? "PAR.uren" : "UUR.totalen", Uren));
}

/// <summary>The three totals of DUO.</summary>
public enum Urensoort
{
    [JsonStringEnumMemberName("taalles-en-knm-brede-intake")]
    TaallesEnKnmBredeIntake,

    [JsonStringEnumMemberName("participatieactiviteiten")]
    Participatieactiviteiten,

    [JsonStringEnumMemberName("participatie-als-taalles")]
    ParticipatieAlsTaalles,
}

/// <summary>The person need not take the leerbaarheidstoets. Source: DUO Leerbaarheidstoets 1.2.0, DELETE of the examennummer.</summary>
public sealed record LeerbaarheidstoetsAfmelding : Melding
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<string> Gegevens => Gevuld();
}
