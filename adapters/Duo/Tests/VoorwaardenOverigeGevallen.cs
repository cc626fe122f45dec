using Inburgering.Gateway.Partners;
using static Inburgering.Gateway.Adapters.Duo.Tests.VoorwaardenGeval;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Z-route, hours, contact and leerbaarheidstoets: little in voorwaarden.md, more in the schemas.</summary>
internal static class VoorwaardenOverigeGevallen
{
    private static readonly DateOnly Datum = Dag("2024-10-01");

    private static readonly Meldingfeiten OpZRoute = Alles with { Pip = Actueel(Leerroute.ZRoute) };

    public static IEnumerable<VoorwaardenGeval> Alle() => [.. Zroute(), .. Uren(), .. Toets(), .. Koppelingen(), .. Contactgegevens(), .. Contactnummer()];

    private static IEnumerable<VoorwaardenGeval> Zroute() =>
    [
        Een("ZRO-01", "Z-route", '.', new ZrouteMelding(Datum), OpZRoute),
        Een("ZRO-01", "B1-route", 'X', new ZrouteMelding(Datum), Alles),
        Een("ZRO-01", "ingetrokken op de B1-route", '.', new ZrouteMelding(null), Alles),
        Een("ZRO-01", "leerroute onbekend", '?', new ZrouteMelding(Datum), Alles with { Pip = null }),
        .. Rond("ZRO-02", "vandaag", Alles.Vandaag, "..X", dag => (new ZrouteMelding(dag), OpZRoute)),
        Een("ZRO-02", "ingetrokken", '.', new ZrouteMelding(null), OpZRoute),
        .. Rond("ZRO-03a", "eindgesprek MAP", Datum, "X..", dag => (new ZrouteMelding(dag), OpZRoute with { Map = new Einddatum(Datum, null, true) })),
        .. Rond("ZRO-03b", "ondertekening PVT", Datum, "X..", dag => (new ZrouteMelding(dag), OpZRoute with { Pvt = new Einddatum(Datum, null, true) })),
        Een("ZRO-03a", "geen MAP", '.', new ZrouteMelding(Datum), OpZRoute),
        Een("ZRO-03b", "geen PVT", '.', new ZrouteMelding(Datum), OpZRoute),
        Een("ZRO-03a", "MAP onbekend", '?', new ZrouteMelding(Datum), OpZRoute with { Map = null }),
        Een("ZRO-03b", "PVT onbekend", '?', new ZrouteMelding(Datum), OpZRoute with { Pvt = null }),
        Een("ZRO-03a", "ingetrokken", '.', new ZrouteMelding(null), OpZRoute with { Map = null }),
        Een("ZRO-03b", "ingetrokken", '.', new ZrouteMelding(null), OpZRoute with { Pvt = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Uren() =>
    [
        .. new[] { (119, '!'), (120, '.'), (121, '.') }.Select(uren => Een(
            "UUR-01", $"{uren.Item1} na 120", uren.Item2, new UrenMelding(Urensoort.ParticipatieAlsTaalles, uren.Item1), Alles with { Uren = new Dictionary<Urensoort, int> { [Urensoort.ParticipatieAlsTaalles] = 120 } })),
        Een("UUR-01", "ander totaal bekend", '.', new UrenMelding(Urensoort.TaallesEnKnmBredeIntake, 1), Alles with { Uren = new Dictionary<Urensoort, int> { [Urensoort.ParticipatieAlsTaalles] = 120 } }),
        Een("UUR-01", "niets bekend", '.', new UrenMelding(Urensoort.TaallesEnKnmBredeIntake, 1), Alles with { Uren = null }),

        Een("UUR-02a", "Z-route", '.', new UrenMelding(Urensoort.Participatieactiviteiten, 40), OpZRoute),
        Een("UUR-02a", "B1-route", 'X', new UrenMelding(Urensoort.Participatieactiviteiten, 40), Alles),
        Een("UUR-02a", "leerroute onbekend", '?', new UrenMelding(Urensoort.Participatieactiviteiten, 40), Alles with { Pip = null }),
        Een("UUR-02a", "andere uren op de B1-route", '.', new UrenMelding(Urensoort.ParticipatieAlsTaalles, 40), Alles),
        Een("UUR-02b", "asiel", '.', new UrenMelding(Urensoort.Participatieactiviteiten, 40), OpZRoute),
        Een("UUR-02b", "gezinsmigrant", 'X', new UrenMelding(Urensoort.Participatieactiviteiten, 40), OpZRoute with { Doelgroep = Doelgroep.GezinsOfOverigeMigrant }),
        Een("UUR-02b", "doelgroep onbekend", '?', new UrenMelding(Urensoort.Participatieactiviteiten, 40), OpZRoute with { Doelgroep = null }),
        Een("UUR-02b", "andere uren van een gezinsmigrant", '.', new UrenMelding(Urensoort.TaallesEnKnmBredeIntake, 40), OpZRoute with { Doelgroep = Doelgroep.GezinsOfOverigeMigrant }),

        .. Enum.GetValues<Urensoort>().Select(soort => Een("UUR-S1", $"{soort}", '.', new UrenMelding(soort, 40), OpZRoute)),
        Een("UUR-S1", "geen van de drie", 'X', new UrenMelding((Urensoort)3, 40), OpZRoute),
        .. new[] { (-1, 'X'), (0, '.'), (9999, '.'), (10000, 'X') }.Select(uren => Een("UUR-S2", $"{uren.Item1}", uren.Item2, new UrenMelding(Urensoort.ParticipatieAlsTaalles, uren.Item1), Alles)),
    ];

    private static IEnumerable<VoorwaardenGeval> Toets() =>
    [
        Een("LBT-01", "toets staat open", '.', new LeerbaarheidstoetsAfmelding(), Alles),
        Een("LBT-01", "geen toets, of al een uitslag", 'X', new LeerbaarheidstoetsAfmelding(), Alles with { ToetsOpen = false }),
        Een("LBT-01", "onbekend", '?', new LeerbaarheidstoetsAfmelding(), Alles with { ToetsOpen = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Koppelingen() =>
    [
        Een("CPS-01", "nog niemand gekoppeld", '.', new ContactpersoonKoppeling(12), Alles),
        Een("CPS-01", "dezelfde gekoppeld", '.', new ContactpersoonKoppeling(12), Alles with { Contactpersoon = 12 }),
        Een("CPS-01", "een ander gekoppeld", '!', new ContactpersoonKoppeling(12), Alles with { Contactpersoon = 13 }),
        Een("CPS-02", "niemand gekoppeld", '.', new ContactpersoonVerwijdering(12), Alles),
        Een("CPS-02", "één persoon gekoppeld", 'X', new ContactpersoonVerwijdering(12), Alles with { Koppelingen = 1 }),
        Een("CPS-02", "onbekend", '?', new ContactpersoonVerwijdering(12), Alles with { Koppelingen = null }),
        .. from melding in new Melding[] { Goed<ContactpersoonWijziging>(), new ContactpersoonKoppeling(12) }
           from bekend in new (bool? Feit, char Uitslag)[] { (true, '.'), (false, 'X'), (null, '?') }
           select Een("CPS-03", $"{melding.GetType().Name} {bekend.Feit}", bekend.Uitslag, melding, Alles with { ContactBekend = bekend.Feit }),
    ];

    private static IEnumerable<VoorwaardenGeval> Contactgegevens() =>
    [
        .. Naam("CPS-S1", (null!, 'X'), ("", 'X'), ("A", '.'), (new string('a', 100), '.'), (new string('a', 101), 'X')),
        .. Naam("CPS-S2", ("Ümit d'Ancona-‘t Hart Jr.", '.'), ("محمد", '.'), ("Jan 2", 'X'), ("Jan, Piet", 'X'), ("Jan\ud800", 'X'), ("", '.')),
        .. Email(("a@b", 'X'), ("a@bc", '.'), (new string('a', 241), '.'), (new string('a', 242), 'X'), ("", 'X')),
        .. Telefoon("CPS-S4", ("12", 'X'), ("112", '.'), ("0123456789012345,12345", '.'), ("0123456789012345,123456", 'X'), ("", 'X')),
        .. Telefoon(
            "CPS-S5",
            ("112", '.'), ("+31 521 538500", '.'), ("0521-538 500", '.'), ("+31(0)521538500", '.'), ("+31 (0) 521538500", '.'), ("0521538500,12", '.'),
            ("12", 'X'), ("0521--538500", 'X'), ("0521  538500", 'X'), ("0521538500,01", 'X'), ("0521538500,1", 'X'), ("0521538500,", 'X'), ("tel. 0521", 'X'), ("0521538500\n", 'X'), (" 112", 'X'),
            ("0123456789012345", '.'), ("01234567890123456", 'X'), ("0521538500,123456789", '.'), ("0521538500,1234567890", 'X'), ("٠٥٢١", 'X'), ("", 'X')),
    ];

    private static IEnumerable<VoorwaardenGeval> Contactnummer() =>
        from nummer in new[] { (0, 'X'), (1, '.'), (99999, '.'), (100000, 'X') }
        from melding in new Melding[]
        {
            Goed<ContactpersoonWijziging>() with { Nummer = nummer.Item1 }, new ContactpersoonVerwijdering(nummer.Item1),
            new ContactpersoonKoppeling(nummer.Item1), new ContactpersoonOntkoppeling(nummer.Item1),
        }
        select Een("CPS-S6", $"{melding.GetType().Name} {nummer.Item1}", nummer.Item2, melding, Alles);

    private static IEnumerable<VoorwaardenGeval> Naam(string code, params (string Tekst, char Teken)[] namen) =>
        Contact(code, namen, (contact, naam) => contact with { Naam = naam }, (contact, naam) => contact with { Naam = naam });

    private static IEnumerable<VoorwaardenGeval> Email(params (string Tekst, char Teken)[] adressen) =>
        Contact("CPS-S3", adressen, (contact, adres) => contact with { Email = adres }, (contact, adres) => contact with { Email = adres });

    private static IEnumerable<VoorwaardenGeval> Telefoon(string code, params (string Tekst, char Teken)[] nummers) =>
        Contact(code, nummers, (contact, nummer) => contact with { Telefoon = nummer }, (contact, nummer) => contact with { Telefoon = nummer });

    private static IEnumerable<VoorwaardenGeval> Contact(
        string code,
        IEnumerable<(string Tekst, char Teken)> teksten,
        Func<ContactpersoonMelding, string, Melding> nieuw,
        Func<ContactpersoonWijziging, string, Melding> gewijzigd) =>
        from tekst in teksten.Select((tekst, plaats) => (tekst.Tekst, tekst.Teken, Plaats: plaats + 1))
        from melding in new[] { nieuw(Goed<ContactpersoonMelding>(), tekst.Tekst), gewijzigd(Goed<ContactpersoonWijziging>(), tekst.Tekst) }
        select Een(code, $"{melding.GetType().Name}, tekst {tekst.Plaats}", tekst.Teken, melding, Alles);
}
