using Inburgering.Gateway.Partners;
using static Inburgering.Gateway.Adapters.Duo.Tests.VoorwaardenGeval;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>voorwaarden.md, "Module Arbeidsmarkt en Participatie (MAP)" and "Participatieverklaringstraject (PVT)": the same cases for both.</summary>
/// <param name="maak">The melding, of a date and «verwijtbaar».</param>
/// <param name="met">The facts, with what stands registered at DUO.</param>
internal sealed class VoorwaardenEinddatumGevallen(string onderdeel, Func<DateOnly?, bool?, Melding> maak, Func<Meldingfeiten, Einddatum?, Meldingfeiten> met)
{
    private static readonly DateOnly Datum = Dag("2024-10-01");

    private static readonly DateOnly Eind = Dag("2027-06-18");

    /// <summary>Long after the termijn: any date may be told.</summary>
    private static readonly Meldingfeiten Later = Alles with { Vandaag = Dag("2028-01-01") };

    public static IEnumerable<VoorwaardenGeval> Alle() =>
    [
        .. new VoorwaardenEinddatumGevallen("MAP", (datum, verwijtbaar) => new MapMelding(datum, verwijtbaar), (feiten, stand) => feiten with { Map = stand }).Gevallen(),
        .. new VoorwaardenEinddatumGevallen("PVT", (datum, verwijtbaar) => new PvtMelding(datum, verwijtbaar), (feiten, stand) => feiten with { Pvt = stand }).Gevallen(),
        .. Onderwijsroute(),
    ];

    private IEnumerable<VoorwaardenGeval> Gevallen() => [.. Persoon(), .. Dagen(), .. Verwijtbaar(), .. NeeRondEinde(), .. Intrekken()];

    private IEnumerable<VoorwaardenGeval> Persoon() =>
    [
        Geval("01", "nog niets geregistreerd", '.', Datum, null, Alles),
        Geval("01", "door ons geregistreerd", '.', Datum, null, met(Alles, new Einddatum(Datum, null, true))),
        Geval("01", "door een ander geregistreerd", 'X', Datum, null, met(Alles, new Einddatum(Datum, null, false))),
        Geval("01", "intrekken wat een ander registreerde", 'X', null, null, met(Alles, new Einddatum(Datum, null, false))),
        Geval("01", "onbekend door wie", '?', Datum, null, met(Alles, new Einddatum(Datum, null, null))),
        Geval("01", "onbekend wat er staat", '?', Datum, null, met(Alles, null)),

        Geval("02", "eigen PIP", '.', Datum, null, Alles),
        Geval("02", "PIP van een andere gemeente", 'X', Datum, null, Alles with { Pip = Actueel(Leerroute.B1Route, "0171") }),
        Geval("02", "geen PIP bekend", 'X', Datum, null, Alles with { Pip = null }),

        Geval("03", "nog plichtig", '.', Datum, null, Alles with { Pip = Actueel(Leerroute.ZRoute) }),
        Geval("03", "voldaan via de Z-route", 'X', Datum, null, Alles with { Plicht = Voldaan("Inburgeringsplicht voldaan"), Pip = Actueel(Leerroute.ZRoute) }),
        Geval("03", "voldaan via de B1-route", '.', Datum, null, Alles with { Plicht = Voldaan("Inburgeringsplicht voldaan") }),
        Geval("03", "niet plichtig om een andere reden", '.', Datum, null, Alles with { Plicht = Voldaan("Volledige ontheffing"), Pip = Actueel(Leerroute.ZRoute) }),
        Geval("03", "voldaan, leerroute onbekend", '?', Datum, null, Alles with { Plicht = Voldaan("Inburgeringsplicht voldaan"), Pip = null }),
        Geval("03", "plicht onbekend", '?', Datum, null, Alles with { Plicht = null }),
    ];

    private IEnumerable<VoorwaardenGeval> Dagen() =>
    [
        .. Rond($"{onderdeel}-04", "start termijn", Dag("2024-06-18"), "X..", dag => (maak(dag, null), Alles)),
        Geval("04", "termijn onbekend", '?', Datum, null, Alles with { Termijn = null }),
        Geval("04", "geen datum", '.', null, null, Alles with { Termijn = null }),

        .. Rond($"{onderdeel}-05", "afronding Z-route", Datum, "..X", dag => (maak(dag, null), Alles with { DatumAfrondingZroute = Datum })),
        Geval("05", "geen afronding Z-route", '.', Datum, null, Alles),
        Geval("05", "afronding Z-route onbekend", '?', Datum, null, Alles with { ZrouteBekend = false }),
        Geval("05", "geen datum", '.', null, null, Alles with { ZrouteBekend = false }),

        .. Rond($"{onderdeel}-06", "vandaag", Alles.Vandaag, "..X", dag => (maak(dag, null), Alles)),
        Geval("06", "geen datum", '.', null, null, Alles),

        Geval("07", "leeg, geen afronding Z-route", '.', null, null, Alles),
        Geval("07", "leeg, Z-route afgerond", 'X', null, null, Alles with { DatumAfrondingZroute = Datum }),
        Geval("07", "leeg, Z-route afgerond volgens een oude stand", 'X', null, null, Alles with { DatumAfrondingZroute = Datum, ZrouteBekend = false }),
        Geval("07", "leeg, afronding Z-route onbekend", '?', null, null, Alles with { ZrouteBekend = false }),
        Geval("07", "met datum, Z-route afgerond", '.', Datum, null, Alles with { DatumAfrondingZroute = Datum }),
    ];

    private IEnumerable<VoorwaardenGeval> Verwijtbaar() =>
    [
        .. Rond($"{onderdeel}-08", "zonder verwijtbaar, datum rond einde termijn", Eind, ".XX", dag => (maak(dag, null), Later)),
        .. Rond($"{onderdeel}-08", "zonder verwijtbaar en datum, vandaag rond einde termijn", Eind, ".XX", dag => (maak(null, null), Alles with { Vandaag = dag })),
        Geval("08", "datum binnen de termijn, pas erna geleverd", '.', Datum, null, Later),
        Geval("08", "met Nee na de termijn", '.', Eind, false, Later),
        Geval("08", "met Ja na de termijn", '.', Eind, true, Later),
        Geval("08", "termijn onbekend", '?', Datum, null, Alles with { Termijn = null }),
        Geval("08", "met verwijtbaar, termijn onbekend", '.', Datum, true, Alles with { Termijn = null }),

        .. Rond($"{onderdeel}-09", "met Nee, datum rond einde termijn", Eind, "X..", dag => (maak(dag, false), Later)),
        .. Rond($"{onderdeel}-09", "met Ja, datum rond einde termijn", Eind, "X..", dag => (maak(dag, true), Later)),
        Geval("09", "zonder verwijtbaar binnen de termijn", '.', Datum, null, Alles with { Termijn = null }),
        Geval("09", "zonder datum", '.', null, false, Alles with { Termijn = null }),
        Geval("09", "termijn onbekend", '?', Datum, true, Alles with { Termijn = null }),

        .. Rond($"{onderdeel}-11", "met Ja, datum rond einde termijn", Eind, "X..", dag => (maak(dag, true), Later)),
        .. Rond($"{onderdeel}-11", "met Ja zonder datum, vandaag rond einde termijn", Eind, "X..", dag => (maak(null, true), Alles with { Vandaag = dag })),
        Geval("11", "Nee", '.', null, false, Alles with { Termijn = null }),
        Geval("11", "leeg", '.', null, null, Alles with { Termijn = null }),
        Geval("11", "termijn onbekend", '?', null, true, Alles with { Termijn = null }),
    ];

    /// <summary>«Binnen twee maanden», counted from today: a shorter month ends earlier, and after the end it stays allowed.</summary>
    private IEnumerable<VoorwaardenGeval> NeeRondEinde() =>
    [
        .. Rond($"{onderdeel}-10", "vandaag rond twee maanden voor het einde", Dag("2027-04-18"), "X..", dag => (maak(null, false), Alles with { Vandaag = dag })),
        .. Rond($"{onderdeel}-10", "vandaag rond het einde", Eind, "...", dag => (maak(null, false), Alles with { Vandaag = dag })),
        .. EindeRond("2026-12-31", "2027-02-28"),
        .. EindeRond("2027-12-31", "2028-02-29"),
        .. EindeRond("2027-02-28", "2027-04-28"),
        .. EindeRond("2028-02-29", "2028-04-29"),
        .. EindeRond("2027-04-30", "2027-06-30"),
        .. Rond($"{onderdeel}-10", "einde op 30 april, vandaag rond 1 maart", Dag("2027-03-01"), "X..", dag => (maak(null, false), TotEinde(Dag("2027-04-30"), dag))),
        Geval("10", "op de laatste dag van de kalender", '.', null, false, Alles with { Vandaag = DateOnly.MaxValue }),
        Geval("10", "Ja, ruim voor het einde", '.', null, true, Alles),
        Geval("10", "leeg, ruim voor het einde", '.', null, null, Alles),
        Geval("10", "termijn onbekend", '?', null, false, Alles with { Termijn = null }),
        Geval("10", "leeg, termijn onbekend", '.', null, null, Alles with { Termijn = null }),
    ];

    private IEnumerable<VoorwaardenGeval> Intrekken() =>
    [
        Geval("13", "leeg, er staat een datum", '!', null, null, met(Alles, new Einddatum(Datum, null, true))),
        Geval("13", "leeg, er staat niets", '.', null, null, Alles),
        Geval("13", "leeg, onbekend wat er staat", '.', null, null, met(Alles, null)),
        Geval("13", "andere datum", '.', Datum.AddDays(1), null, met(Alles, new Einddatum(Datum, null, true))),
        Geval("14", "leeg, eerder Nee geleverd", '!', Datum, null, met(Alles, new Einddatum(Datum, false, true))),
        Geval("14", "leeg, eerder niets geleverd", '.', Datum, null, met(Alles, new Einddatum(Datum, null, true))),
        Geval("14", "leeg, onbekend wat er staat", '.', Datum, null, met(Alles, null)),
        Geval("14", "nu Ja", '.', Datum, true, met(Alles, new Einddatum(Datum, false, true))),
    ];

    private static IEnumerable<VoorwaardenGeval> Onderwijsroute() =>
    [
        Een("MAP-12", "B1-route", '.', new MapMelding(Datum, null), Alles),
        Een("MAP-12", "onderwijsroute", 'X', new MapMelding(Datum, null), Alles with { Pip = Actueel(Leerroute.Onderwijsroute) }),
        Een("MAP-12", "onderwijsroute, alleen verwijtbaar", 'X', new MapMelding(null, false), Alles with { Pip = Actueel(Leerroute.Onderwijsroute) }),
        Een("MAP-12", "onderwijsroute, alles ingetrokken", '.', new MapMelding(null, null), Alles with { Pip = Actueel(Leerroute.Onderwijsroute) }),
        Een("MAP-12", "leerroute onbekend", '?', new MapMelding(Datum, null), Alles with { Pip = null }),
    ];

    /// <summary>The last day that is within two months of this today: the day before it and itself pass, the day after does not.</summary>
    private IEnumerable<VoorwaardenGeval> EindeRond(string vandaag, string laatste) =>
        Rond($"{onderdeel}-10", $"vandaag {vandaag}, einde rond {laatste}", Dag(laatste), "..X", dag => (maak(null, false), TotEinde(dag, Dag(vandaag))));

    private static Meldingfeiten TotEinde(DateOnly einde, DateOnly vandaag) => Alles with { Vandaag = vandaag, Termijn = Alles.Termijn! with { Einddatum = einde } };

    private static Inburgeringsplicht Voldaan(string reden) => new() { Plichtig = false, RedenGeenPlicht = reden };

    private VoorwaardenGeval Geval(string nummer, string naam, char teken, DateOnly? datum, bool? verwijtbaar, Meldingfeiten feiten) =>
        Een($"{onderdeel}-{nummer}", naam, teken, maak(datum, verwijtbaar), feiten);
}
