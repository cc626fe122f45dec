using Inburgering.Gateway.Partners;
using static Inburgering.Gateway.Adapters.Duo.Tests.VoorwaardenGeval;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>voorwaarden.md, "Inburgeringsaanbod".</summary>
internal static class VoorwaardenAanbodGevallen
{
    private static readonly AanbodMelding Aanbod = Goed<AanbodMelding>();

    private static readonly DateOnly Dagtekening = Dag("2024-06-17");

    private static readonly DateOnly Start = Dag("2024-06-18");

    private static readonly DateOnly Eind = Dag("2027-06-18");

    /// <summary>Codes of alfabetiseringsonderwijs, and what is none.</summary>
    public static IReadOnlyList<(string Tekst, char Teken)> Alfabetisering { get; } = [("A", '.'), ("AA", '.'), ("NVT", '.'), ("a", 'X'), ("AAA", 'X'), ("", 'X')];

    public static IEnumerable<VoorwaardenGeval> Alle() => [.. Persoon(), .. Instelling(), .. Dagen(), .. Termijn(), .. Schema()];

    private static IEnumerable<VoorwaardenGeval> Persoon() =>
    [
        Een("AAN-01", "asiel", '.', Aanbod, Alles),
        Een("AAN-01", "gezinsmigrant", 'X', Aanbod, Alles with { Doelgroep = Doelgroep.GezinsOfOverigeMigrant }),
        Een("AAN-01", "doelgroep onbekend", '?', Aanbod, Alles with { Doelgroep = null }),
        Een("AAN-02", "eigen PIP", '.', Aanbod, Alles),
        Een("AAN-02", "PIP van een andere gemeente", '.', Aanbod, Alles with { Pip = Actueel(Leerroute.B1Route, "0171") }),
        Een("AAN-02", "geen PIP bekend", 'X', Aanbod, Alles with { Pip = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Instelling() =>
    [
        .. Instellingen("AAN-03", Leerroute.B1Route, $"{Keurmerk}.{Beide}.{Taalschakel}X{GeenVanBeide}X0000000000X"),
        .. Instellingen("AAN-03", Leerroute.Onderwijsroute, $"{Keurmerk}.{Beide}.{Taalschakel}.{GeenVanBeide}X0000000000X"),
        .. Instellingen("AAN-03", Leerroute.ZRoute, $"{Keurmerk}.{Beide}.{Taalschakel}X{GeenVanBeide}X0000000000X"),
        Een("AAN-03", "lijst onbekend", '?', Aanbod, Alles with { Instellingen = null }),
        Een("AAN-03", "taalschakelinstelling, leerroute onbekend", '?', Aanbod with { Instellingsnummer = Taalschakel }, Alles with { Pip = null }),
        Een("AAN-03", "keurmerk, leerroute onbekend", '.', Aanbod, Alles with { Pip = null }),

        Een("AAN-08", "eerste aanbod bij deze instelling", '.', Aanbod, Alles with { Aanbiedingen = [Beide] }),
        Een("AAN-08", "vervangt een aanbod", '!', Aanbod, Alles with { Aanbiedingen = [Beide, Keurmerk] }),
        Een("AAN-08", "eerdere aanbiedingen onbekend", '.', Aanbod, Alles with { Aanbiedingen = null }),

        .. Instellingen("AAN-09", Leerroute.B1Route, $"{Keurmerk}.{Beide}.{Taalschakel}.{GeenVanBeide}."),
        .. Instellingen("AAN-09", Leerroute.Onderwijsroute, $"{Keurmerk}!{Beide}.{Taalschakel}.{GeenVanBeide}!0000000000."),
        Een("AAN-09", "leerroute onbekend", '.', Aanbod, Alles with { Pip = null }),
        Een("AAN-09", "lijst onbekend", '.', Aanbod, Alles with { Instellingen = null, Pip = Actueel(Leerroute.Onderwijsroute) }),

        Een("AAND-01", "aanbod geregistreerd", '.', new AanbodIntrekking(Keurmerk), Alles with { Aanbiedingen = [Keurmerk] }),
        Een("AAND-01", "geen aanbod geregistreerd", 'X', new AanbodIntrekking(Keurmerk), Alles with { Aanbiedingen = [Beide] }),
        Een("AAND-01", "aanbiedingen onbekend", '?', new AanbodIntrekking(Keurmerk), Alles with { Aanbiedingen = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Dagen() =>
    [
        .. Rond("AAN-04a", "dagtekening", Dagtekening, "X..", dag => (Aanbod with { DatumInburgeringsaanbod = dag }, Alles)),
        .. Rond("AAN-04b", "dagtekening", Dagtekening, "X..", dag => (Aanbod with { VerwachteStartdatum = dag }, Alles)),
        .. Rond("AAN-04c", "dagtekening", Dagtekening, "X..", dag => (Aanbod with { VerwachteEinddatum = dag }, Alles)),
        .. new[] { "AAN-04a", "AAN-04b", "AAN-04c" }.Select(code => Een(code, "PIP onbekend", '?', Aanbod, Alles with { Pip = null })),
        Een("AAN-04a", "geen datum, PIP onbekend", '.', Aanbod with { DatumInburgeringsaanbod = null }, Alles with { Pip = null }),
        Een("AAN-04b", "geen startdatum, PIP onbekend", '.', Aanbod with { VerwachteStartdatum = null }, Alles with { Pip = null }),
        Een("AAN-04c", "geen einddatum, PIP onbekend", '.', Aanbod with { VerwachteEinddatum = null }, Alles with { Pip = null }),

        .. Rond("AAN-05", "datum aanbod", Dag("2024-06-24"), "X..", dag => (Aanbod with { VerwachteStartdatum = dag }, Alles)),
        Een("AAN-05", "geen startdatum", '.', Aanbod with { VerwachteStartdatum = null }, Alles),
        Een("AAN-05", "geen datum aanbod", '.', Aanbod with { DatumInburgeringsaanbod = null }, Alles),
        .. Rond("AAN-06", "startdatum", Dag("2024-07-01"), "X..", dag => (Aanbod with { VerwachteEinddatum = dag }, Alles)),
        Een("AAN-06", "geen einddatum", '.', Aanbod with { VerwachteEinddatum = null }, Alles),
        Een("AAN-06", "geen startdatum", '.', Aanbod with { VerwachteStartdatum = null }, Alles),
    ];

    private static IEnumerable<VoorwaardenGeval> Termijn() =>
    [
        .. Rond("AAN-07a", "start termijn", Start, "X..", dag => (Aanbod with { VerwachteStartdatum = dag }, Alles)),
        .. Rond("AAN-07a", "einde termijn (exclusief)", Eind, ".XX", dag => (Aanbod with { VerwachteStartdatum = dag }, Alles)),
        .. Rond("AAN-07b", "start termijn", Start, "X..", dag => (Aanbod with { VerwachteEinddatum = dag }, Alles)),
        .. Rond("AAN-07b", "einde termijn (beide exclusief)", Eind, "..X", dag => (Aanbod with { VerwachteEinddatum = dag }, Alles)),
        Een("AAN-07a", "termijn onbekend", '?', Aanbod, Alles with { Termijn = null }),
        Een("AAN-07b", "termijn onbekend", '?', Aanbod, Alles with { Termijn = null }),
        Een("AAN-07a", "geen startdatum", '.', Aanbod with { VerwachteStartdatum = null }, Alles with { Termijn = null }),
        Een("AAN-07b", "geen einddatum", '.', Aanbod with { VerwachteEinddatum = null }, Alles with { Termijn = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Schema() =>
    [
        .. from nummer in new[] { ("000001234", 'X'), ("0000012345", '.'), ("00000123456", 'X'), ("", 'X'), ("\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600", '.') }
           from melding in new Melding[] { Aanbod with { Instellingsnummer = nummer.Item1 }, new AanbodIntrekking(nummer.Item1) }
           select Een("AAN-S1", $"{melding.GetType().Name} met «{nummer.Item1}»", nummer.Item2, melding, Alles),
        .. Alfabetisering.Select(code => Een("AAN-S2", $"«{code.Tekst}»", code.Teken, Aanbod with { IndicatorAlfabetiseringsonderwijs = code.Tekst }, Alles)),
    ];

    /// <param name="tabel">Per eleven characters: instellingsnummer and what is expected.</param>
    private static IEnumerable<VoorwaardenGeval> Instellingen(string code, Leerroute leerroute, string tabel) =>
        tabel.Chunk(11).Select(cel => Een(code, $"{leerroute} bij {new string(cel[..10])}", cel[10], Aanbod with { Instellingsnummer = new string(cel[..10]) }, Alles with { Pip = Actueel(leerroute) }));
}
