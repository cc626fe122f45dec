using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>The conditions that MAP and PVT share: DUO writes the same eleven sentences twice. Source: voorwaarden.md, "MAP" and "PVT".</summary>
/// <remarks>
/// «Overschrijding van de inburgeringstermijn» is not defined there. Measured on today, the sentences contradict each other for a date within the
/// term that is told after it; so a date is measured by itself, and only without one is it today that counts.
/// </remarks>
internal sealed record DuoEinddatumRegels<TMelding>
    where TMelding : Melding
{
    /// <summary>"MAP" or "PVT".</summary>
    public required string Onderdeel { get; init; }

    /// <summary>As the regievoerder calls it: "datum eindgesprek MAP".</summary>
    public required string Datumnaam { get; init; }

    /// <summary>JSON Pointer of the date.</summary>
    public required string Pointer { get; init; }

    /// <summary>Line in voorwaarden.md of the first of the eleven sentences.</summary>
    public required int EersteRegel { get; init; }

    public required Func<TMelding, DateOnly?> Datum { get; init; }

    public required Func<TMelding, bool?> Verwijtbaar { get; init; }

    public required Func<Meldingfeiten, Einddatum?> Geregistreerd { get; init; }

    /// <summary>The eleven, and two that warn of what a PUT without them withdraws.</summary>
    public IReadOnlyList<DuoRegel<TMelding>> Alle() =>
    [
        EerderDoorOns(), MetEigenPip(), NietVoldaanViaZRoute(), NietVoorTermijn(), NietNaZRoute(), NietInToekomst(), IntrekkenZonderZRoute(),
        VerwijtbaarNaOverschrijding(), NietVerwijtbaarBinnenTermijn(), NeeRondEinde(), JaNaOverschrijding(), TrektDatumIn(), TrektVerwijtbaarIn(),
    ];

    private DuoRegel<TMelding> EerderDoorOns() => new($"{Onderdeel}-01", Bron(1), Pointer)
    {
        Voldoet = (_, feiten) => Geregistreerd(feiten) switch
        {
            null => null,
            { Datum: null } => true,
            var stand => stand.DoorOns,
        },
        Schending = $"De {Datumnaam} die bij DUO staat, is niet door deze gemeente geleverd en kan alleen worden gewijzigd door wie dat deed. Overleg met die gemeente of met DUO.",
        Ontbreekt = $"Of DUO al een {Datumnaam} heeft, en van welke gemeente, is niet bekend. DUO beoordeelt of een wijziging mag.",
    };

    /// <summary>The sentence asks for our own PIP, so not knowing it is not enough.</summary>
    private DuoRegel<TMelding> MetEigenPip() => new($"{Onderdeel}-02", Bron(2), "")
    {
        Voldoet = (_, feiten) => feiten.Pip is { } pip && pip.Gemeentecode == feiten.Gemeentecode,
        Schending = "Bij DUO is de actuele PIP niet van deze gemeente. Stuur eerst een PIP, of haal de gegevens van DUO opnieuw op.",
    };

    /// <summary>DUO gives only that the plicht was met; through which route follows from the PIP.</summary>
    private DuoRegel<TMelding> NietVoldaanViaZRoute() => new($"{Onderdeel}-03", Bron(3), "")
    {
        Voldoet = (_, feiten) => feiten.Plicht switch
        {
            null => null,
            { RedenGeenPlicht: "Inburgeringsplicht voldaan" } => !feiten.HeeftLeerroute(Leerroute.ZRoute),
            _ => true,
        },
        Schending = $"De inburgeringsplicht is al voldaan via de Z-route. Een {Datumnaam} kan dan niet meer worden geleverd of gewijzigd.",
        Ontbreekt = "Of de inburgeringsplicht al is voldaan via de Z-route, is niet bekend. DUO beoordeelt of deze melding nog mag.",
    };

    private DuoRegel<TMelding> NietVoorTermijn() => new($"{Onderdeel}-04", Bron(4), Pointer)
    {
        GaatOver = melding => Datum(melding) is not null,
        Voldoet = (melding, feiten) => feiten.Termijn is { } termijn ? Datum(melding) >= termijn.Startdatum : null,
        Schending = $"De {Datumnaam} ligt vóór de start van de inburgeringstermijn. Controleer de datum.",
        Ontbreekt = $"De inburgeringstermijn is niet bekend. DUO beoordeelt of de {Datumnaam} daar niet vóór ligt.",
    };

    private DuoRegel<TMelding> NietNaZRoute() => new($"{Onderdeel}-05", Bron(5), Pointer)
    {
        GaatOver = melding => Datum(melding) is not null,
        Voldoet = (melding, feiten) => feiten.DatumAfrondingZroute is { } afronding ? Datum(melding) <= afronding : !feiten.HeeftZrouteAfgerond(),
        Schending = $"De {Datumnaam} ligt na de datum afronding Z-route. Controleer beide datums.",
        Ontbreekt = $"Of er een datum afronding Z-route is, is niet bekend. DUO beoordeelt of de {Datumnaam} daar niet na ligt.",
    };

    private DuoRegel<TMelding> NietInToekomst() => new($"{Onderdeel}-06", Bron(6), Pointer)
    {
        GaatOver = melding => Datum(melding) is not null,
        Voldoet = (melding, feiten) => Datum(melding) <= feiten.Vandaag,
        Schending = $"De {Datumnaam} ligt in de toekomst. Lever de datum pas als het zover is geweest.",
    };

    private DuoRegel<TMelding> IntrekkenZonderZRoute() => new($"{Onderdeel}-07", Bron(7), Pointer)
    {
        GaatOver = melding => Datum(melding) is null,
        Voldoet = (_, feiten) => !feiten.HeeftZrouteAfgerond(),
        Schending = $"De {Datumnaam} kan niet leeg zijn zolang de datum afronding Z-route is geregistreerd. Trek eerst die datum in.",
        Ontbreekt = $"Of er een datum afronding Z-route is, is niet bekend. DUO beoordeelt of de {Datumnaam} leeg mag zijn.",
    };

    private DuoRegel<TMelding> VerwijtbaarNaOverschrijding() => new($"{Onderdeel}-08", Bron(8), "/verwijtbaar")
    {
        GaatOver = melding => Verwijtbaar(melding) is null,
        Voldoet = (melding, feiten) => !IsOverschreden(melding, feiten),
        Schending = "De inburgeringstermijn is overschreden. Vul in of dat verwijtbaar is: Ja of Nee.",
        Ontbreekt = "De inburgeringstermijn is niet bekend. DUO beoordeelt of «verwijtbaar» moet worden ingevuld.",
    };

    private DuoRegel<TMelding> NietVerwijtbaarBinnenTermijn() => new($"{Onderdeel}-09", Bron(9), "/verwijtbaar")
    {
        GaatOver = melding => Verwijtbaar(melding) is not null && Datum(melding) is not null,
        Voldoet = (melding, feiten) => feiten.Termijn is { } termijn ? Datum(melding) >= termijn.Einddatum : null,
        Schending = $"De {Datumnaam} ligt vóór de einddatum van de inburgeringstermijn. Laat «verwijtbaar» dan leeg.",
        Ontbreekt = "De inburgeringstermijn is niet bekend. DUO beoordeelt of «verwijtbaar» mag worden ingevuld.",
    };

    /// <summary>Only before the einddatum can Nee come too early: afterwards a blameless overrun must have a lawful value. Counted from today.</summary>
    private DuoRegel<TMelding> NeeRondEinde() => new($"{Onderdeel}-10", Bron(10), "/verwijtbaar")
    {
        GaatOver = melding => Verwijtbaar(melding) is false,
        Voldoet = (_, feiten) => feiten.Termijn is { } termijn ? termijn.Einddatum <= OverTweeMaanden(feiten.Vandaag) : null,
        Schending = "«Verwijtbaar» kan alleen Nee zijn als de inburgeringstermijn binnen twee maanden eindigt. Laat het veld leeg, of wacht tot die tijd.",
        Ontbreekt = "De inburgeringstermijn is niet bekend. DUO beoordeelt of «verwijtbaar» Nee mag zijn.",
    };

    private DuoRegel<TMelding> JaNaOverschrijding() => new($"{Onderdeel}-11", Bron(11), "/verwijtbaar")
    {
        GaatOver = melding => Verwijtbaar(melding) is true,
        Voldoet = IsOverschreden,
        Schending = "«Verwijtbaar» kan alleen Ja zijn als de inburgeringstermijn is overschreden. Laat het veld leeg.",
        Ontbreekt = "De inburgeringstermijn is niet bekend. DUO beoordeelt of «verwijtbaar» Ja mag zijn.",
    };

    private DuoRegel<TMelding> TrektDatumIn() => new($"{Onderdeel}-13", Bron(13), Pointer)
    {
        GaatOver = melding => Datum(melding) is null,
        Voldoet = (_, feiten) => Geregistreerd(feiten)?.Datum is null,
        Schending = $"Zonder {Datumnaam} trekt DUO de geregistreerde datum in. Vul de datum in als dat niet de bedoeling is.",
        IsWaarschuwing = true,
    };

    private DuoRegel<TMelding> TrektVerwijtbaarIn() => new($"{Onderdeel}-14", Bron(13), "/verwijtbaar")
    {
        GaatOver = melding => Verwijtbaar(melding) is null,
        Voldoet = (_, feiten) => Geregistreerd(feiten)?.Verwijtbaar is null,
        Schending = "Zonder «verwijtbaar» trekt DUO de eerder geleverde indicatie in. Vul Ja of Nee in als dat niet de bedoeling is.",
        IsWaarschuwing = true,
    };

    private bool? IsOverschreden(TMelding melding, Meldingfeiten feiten) => feiten.Termijn is { } termijn ? (Datum(melding) ?? feiten.Vandaag) >= termijn.Einddatum : null;

    private string Bron(int zin) => $"voorwaarden.md, {Onderdeel}, regel {EersteRegel + zin - 1}";

    /// <summary>The same day two months on, or the last day of that month.</summary>
    private static DateOnly OverTweeMaanden(DateOnly vandaag) => vandaag < DateOnly.MaxValue.AddMonths(-2) ? vandaag.AddMonths(2) : DateOnly.MaxValue;
}
