using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>A body that becomes a melding.</summary>
internal interface IMeldingInvoer
{
    /// <summary>Words and combinations that can never be meant; what the receiver asks is tested later.</summary>
    IReadOnlyList<InvoerFout> Fouten();

    /// <summary>The kind it becomes.</summary>
    Type Soort { get; }

    /// <summary>Only after <see cref="Fouten"/> found nothing.</summary>
    /// <param name="bekend">What the receiver has about this person by now, as far as we know.</param>
    Melding Melding(Meldingfeiten bekend);
}

/// <summary>Een nieuw of gewijzigd PIP. DUO kent geen wijziging: een gewijzigd PIP is een nieuw PIP.</summary>
public sealed record PipInvoer : IMeldingInvoer
{
    /// <summary>Dag waarop het PIP is vastgesteld, jjjj-mm-dd.</summary>
    public required DateOnly Dagtekening { get; init; }

    /// <summary>B, O of Z.</summary>
    public required string Leerroute { get; init; }

    /// <summary>A2 of B1; weggelaten: DUO neemt B1 bij route B en O.</summary>
    public string? Niveau { get; init; }

    /// <summary>Uren, 1 tot en met 9999; alleen bij route B en alleen voor asielstatushouders.</summary>
    public int? GeschatteIntensiteitB1Route { get; init; }

    /// <summary>Of de persoon een opleiding mag afmaken.</summary>
    public bool? IndicatorMagOpleidingAfmaken { get; init; }

    /// <summary>A, AA of NVT.</summary>
    public string? IndicatorAlfabetiseringsonderwijs { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() =>
        [.. Keuzes.Fout(Leerroute, Keuzes.Leerroutes, "/leerroute"), .. Keuzes.Fout(Niveau, Keuzes.Niveaus, "/niveau"), .. Keuzes.Fout(IndicatorAlfabetiseringsonderwijs, Keuzes.Alfabetisering, "/indicatorAlfabetiseringsonderwijs")];

    Type IMeldingInvoer.Soort => typeof(PipMelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new PipMelding
    {
        Dagtekening = Dagtekening,
        Leerroute = Keuzes.Leerroutes[Leerroute],
        Niveau = Niveau is null ? null : Keuzes.Niveaus[Niveau],
        GeschatteIntensiteitB1Route = GeschatteIntensiteitB1Route,
        IndicatorMagOpleidingAfmaken = IndicatorMagOpleidingAfmaken,
        IndicatorAlfabetiseringsonderwijs = IndicatorAlfabetiseringsonderwijs,
    };
}

/// <summary>Het aanbod bij één instelling; een nieuw aanbod bij dezelfde instelling vervangt het vorige.</summary>
public sealed record AanbodInvoer : IMeldingInvoer
{
    /// <summary>Nummer van de instelling, tien tekens.</summary>
    public required string Instellingsnummer { get; init; }

    /// <summary>Dag waarop het aanbod is gedaan, jjjj-mm-dd.</summary>
    public DateOnly? DatumInburgeringsaanbod { get; init; }

    /// <summary>Eerste dag van de opleiding, jjjj-mm-dd.</summary>
    public DateOnly? VerwachteStartdatum { get; init; }

    /// <summary>Eerste dag na de opleiding, jjjj-mm-dd.</summary>
    public DateOnly? VerwachteEinddatum { get; init; }

    /// <summary>A, AA of NVT.</summary>
    public required string IndicatorAlfabetiseringsonderwijs { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => [.. Keuzes.Fout(IndicatorAlfabetiseringsonderwijs, Keuzes.Alfabetisering, "/indicatorAlfabetiseringsonderwijs")];

    Type IMeldingInvoer.Soort => typeof(AanbodMelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new AanbodMelding
    {
        Instellingsnummer = Instellingsnummer,
        DatumInburgeringsaanbod = DatumInburgeringsaanbod,
        VerwachteStartdatum = VerwachteStartdatum,
        VerwachteEinddatum = VerwachteEinddatum,
        IndicatorAlfabetiseringsonderwijs = IndicatorAlfabetiseringsonderwijs,
    };
}

/// <summary>Het eindgesprek van de MAP. Wat u weglaat, blijft zoals het gemeld is; intrekken gaat apart.</summary>
public sealed record MapResultaat : IMeldingInvoer
{
    /// <summary>Dag van het eindgesprek, jjjj-mm-dd.</summary>
    public DateOnly? DatumEindgesprek { get; init; }

    /// <summary>Of het overschrijden van de termijn verwijtbaar is.</summary>
    public bool? Verwijtbaar { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => DatumEindgesprek is null && Verwijtbaar is null ? [Keuzes.Leeg] : [];

    Type IMeldingInvoer.Soort => typeof(MapMelding);

    // the receiver replaces the whole: what it has goes along
    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new MapMelding(DatumEindgesprek ?? bekend.Map?.Datum, Verwijtbaar ?? bekend.Map?.Verwijtbaar);
}

/// <summary>De ondertekening van de participatieverklaring. Wat u weglaat, blijft zoals het gemeld is; intrekken gaat apart.</summary>
public sealed record PvtResultaat : IMeldingInvoer
{
    /// <summary>Dag van ondertekening, jjjj-mm-dd.</summary>
    public DateOnly? DatumOndertekening { get; init; }

    /// <summary>Of het overschrijden van de termijn verwijtbaar is.</summary>
    public bool? Verwijtbaar { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => DatumOndertekening is null && Verwijtbaar is null ? [Keuzes.Leeg] : [];

    Type IMeldingInvoer.Soort => typeof(PvtMelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new PvtMelding(DatumOndertekening ?? bekend.Pvt?.Datum, Verwijtbaar ?? bekend.Pvt?.Verwijtbaar);
}

/// <summary>Het einde van de Z-route.</summary>
public sealed record ZrouteResultaat : IMeldingInvoer
{
    /// <summary>Dag waarop de Z-route is afgerond, jjjj-mm-dd.</summary>
    public required DateOnly DatumAfronding { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => [];

    Type IMeldingInvoer.Soort => typeof(ZrouteMelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new ZrouteMelding(DatumAfronding);
}

/// <summary>Een totaal van gevolgde uren; het vervangt het vorige totaal.</summary>
public sealed record UrenInvoer : IMeldingInvoer
{
    /// <summary>taalles-en-knm-brede-intake, participatieactiviteiten of participatie-als-taalles.</summary>
    public required string Soort { get; init; }

    /// <summary>Alle uren sinds het begin, 0 tot en met 9999.</summary>
    public required int Uren { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => [.. Keuzes.Fout(Soort, Keuzes.Urensoorten, "/soort")];

    Type IMeldingInvoer.Soort => typeof(UrenMelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new UrenMelding(Keuzes.Urensoorten[Soort], Uren);
}

/// <summary>Wie bij de gemeente bereikbaar is voor vragen over deze persoon. Zonder nummer krijgt de persoon deze contactpersoon; met een nummer veranderen de gegevens van die contactpersoon voor iedereen die hem heeft.</summary>
public sealed record ContactpersoonInvoer : IMeldingInvoer
{
    /// <summary>Nummer bij DUO van een contactpersoon van uw gemeente; weglaten om deze persoon de contactpersoon te geven.</summary>
    public int? Nummer { get; init; }

    /// <summary>1 tot en met 100 tekens, zonder cijfers.</summary>
    public required string Naam { get; init; }

    /// <summary>4 tot en met 241 tekens.</summary>
    public required string Email { get; init; }

    /// <summary>3 tot en met 22 tekens; een doorkiesnummer na een komma.</summary>
    public required string Telefoon { get; init; }

    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => [];

    Type IMeldingInvoer.Soort => typeof(ContactpersoonMelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) =>
        Nummer is { } nummer ? new ContactpersoonWijziging(nummer, Naam, Email, Telefoon) : new ContactpersoonMelding(Naam, Email, Telefoon);
}

/// <summary>The person need not take the leerbaarheidstoets.</summary>
internal sealed record LeerbaarheidstoetsAfmeldingInvoer : IMeldingInvoer
{
    IReadOnlyList<InvoerFout> IMeldingInvoer.Fouten() => [];

    Type IMeldingInvoer.Soort => typeof(LeerbaarheidstoetsAfmelding);

    Melding IMeldingInvoer.Melding(Meldingfeiten bekend) => new LeerbaarheidstoetsAfmelding();
}
