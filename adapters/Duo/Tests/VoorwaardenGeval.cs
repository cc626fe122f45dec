using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>One melding, what is known of the person, and what one condition must say of it.</summary>
/// <param name="Verwacht">Null: nothing.</param>
internal sealed record VoorwaardenGeval(string Code, string Naam, Melding Melding, Meldingfeiten Feiten, Toetsuitslag? Verwacht)
{
    /// <summary>Everything is known and nothing stands in the way of the meldingen below: Hasan's dates of the demo, on the B1-route.</summary>
    public static Meldingfeiten Alles { get; } = new()
    {
        Vandaag = Dag("2024-11-15"),
        Gemeentecode = "1708",
        Plicht = new Inburgeringsplicht { Plichtig = true, Begindatum = Dag("2024-02-05") },
        Doelgroep = Doelgroep.Asielstatushouder,
        Termijn = new Inburgeringstermijn { Startdatum = Dag("2024-06-18"), Einddatum = Dag("2027-06-18") },
        TermijnBekend = true,
        Pip = Actueel(Leerroute.B1Route),
        EerstePip = false,
        EersteDagtekening = Dag("2024-06-17"),
        Vestigingsdatum = Dag("2024-05-06"),
        Instellingen = new[]
        {
            new Instelling(Keurmerk, "Taalpunt", Keurmerk: true, Taalschakeltraject: false),
            new Instelling(Taalschakel, "Schakelcollege", Keurmerk: false, Taalschakeltraject: true),
            new Instelling(Beide, "Beide", Keurmerk: true, Taalschakeltraject: true),
            new Instelling(GeenVanBeide, "Geen van beide", Keurmerk: false, Taalschakeltraject: false),
        }.ToDictionary(instelling => instelling.Nummer),
        Aanbiedingen = [],
        Map = new Einddatum(null, null, null),
        Pvt = new Einddatum(null, null, null),
        ZrouteBekend = true,
        CursusurenGeregistreerd = false,
        ToetsOpen = true,
        ContactBekend = true,
        Koppelingen = 0,
        Uren = new Dictionary<Urensoort, int>(),
    };

    /// <summary>Nothing is known but who tells, and when.</summary>
    public static Meldingfeiten Niets { get; } = new() { Vandaag = Alles.Vandaag, Gemeentecode = Alles.Gemeentecode };

    /// <summary>Instellingsnummers of the list above.</summary>
    public static string Keurmerk => "0000012345";

    /// <inheritdoc cref="Keurmerk" />
    public static string Taalschakel => "0000054321";

    /// <inheritdoc cref="Keurmerk" />
    public static string Beide => "0000011111";

    /// <inheritdoc cref="Keurmerk" />
    public static string GeenVanBeide => "0000099999";

    /// <summary>One melding of every kind that may be sent, with the facts that let it.</summary>
    public static IReadOnlyList<(Melding Melding, Meldingfeiten Feiten)> InOrde { get; } =
    [
        (new PipMelding { Dagtekening = Dag("2024-09-02"), Leerroute = Leerroute.B1Route, Niveau = Taalniveau.B1, GeschatteIntensiteitB1Route = 600, IndicatorAlfabetiseringsonderwijs = "NVT" }, Alles),
        (new PipIntrekking(), Alles with { Termijn = null }),
        (new AanbodMelding
        {
            Instellingsnummer = Keurmerk,
            DatumInburgeringsaanbod = Dag("2024-06-24"),
            VerwachteStartdatum = Dag("2024-07-01"),
            VerwachteEinddatum = Dag("2025-07-01"),
            IndicatorAlfabetiseringsonderwijs = "NVT",
        }, Alles),
        (new AanbodIntrekking(Keurmerk), Alles with { Aanbiedingen = [Keurmerk] }),
        (new ContactpersoonMelding("A. de Vries", "regie@gemeente.example", "0521-538500"), Alles),
        (new ContactpersoonWijziging(12, "A. de Vries", "regie@gemeente.example", "0521-538500"), Alles),
        (new ContactpersoonVerwijdering(12), Alles),
        (new ContactpersoonKoppeling(12), Alles),
        (new ContactpersoonOntkoppeling(12), Alles),
        (new MapMelding(Dag("2024-10-01"), null), Alles),
        (new PvtMelding(Dag("2024-10-01"), null), Alles),
        (new ZrouteMelding(Dag("2024-10-01")), Alles with { Pip = Actueel(Leerroute.ZRoute) }),
        (new UrenMelding(Urensoort.TaallesEnKnmBredeIntake, 120), Alles),
        (new LeerbaarheidstoetsAfmelding(), Alles),
    ];

    /// <summary>The current PIP: ours, signed the day before the termijn starts.</summary>
    public static Pip Actueel(Leerroute leerroute, string gemeentecode = "1708") =>
        new() { Gemeentecode = gemeentecode, Dagtekening = Dag("2024-06-17"), Leerroute = leerroute };

    public static DateOnly Dag(string dag) => DateOnly.ParseExact(dag, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A melding that may be sent.</summary>
    public static T Goed<T>()
        where T : Melding => InOrde.Select(geval => geval.Melding).OfType<T>().Single();

    /// <param name="teken">X broken, ! warning, ? a fact is missing, . nothing.</param>
    public static VoorwaardenGeval Een(string code, string naam, char teken, Melding melding, Meldingfeiten feiten) => new(code, naam, melding, feiten, teken switch
    {
        'X' => Toetsuitslag.Geschonden,
        '!' => Toetsuitslag.Waarschuwing,
        '?' => Toetsuitslag.NietTeToetsen,
        '.' => null,
        _ => throw new ArgumentOutOfRangeException(nameof(teken)),
    });

    /// <summary>The day before a boundary, the boundary and the day after.</summary>
    /// <param name="tekens">As above, one for each of the three.</param>
    public static IEnumerable<VoorwaardenGeval> Rond(string code, string grensnaam, DateOnly grens, string tekens, Func<DateOnly, (Melding Melding, Meldingfeiten Feiten)> op) =>
        tekens.Select((teken, plaats) =>
        {
            var (melding, feiten) = op(grens.AddDays(plaats - 1));
            return Een(code, $"{grensnaam}, {(plaats - 1) switch { -1 => "dag ervoor", 0 => "op de dag", _ => "dag erna" }}", teken, melding, feiten);
        });
}
