using Inburgering.Gateway.Partners;
using static Inburgering.Gateway.Adapters.Duo.Tests.VoorwaardenGeval;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>voorwaarden.md, "Persoonlijk Plan Inburgering en Participatie (PIP)".</summary>
internal static class VoorwaardenPipGevallen
{
    private static readonly PipMelding Pip = Goed<PipMelding>();

    /// <summary>Nothing of the PIP itself stands in the way of an early dagtekening.</summary>
    private static readonly Meldingfeiten Eerste = Alles with { Plicht = null, Termijn = null, TermijnBekend = false, Pip = null, EerstePip = true, EersteDagtekening = null, Vestigingsdatum = null };

    public static IEnumerable<VoorwaardenGeval> Alle() => [.. Dagtekening(), .. Niveau(), .. Intensiteit(), .. Schema(), .. Intrekking()];

    private static IEnumerable<VoorwaardenGeval> Dagtekening() =>
    [
        .. Rond("PIP-01", "begin van de plicht", Dag("2024-02-05"), "X..", dag => (Pip with { Dagtekening = dag }, Alles)),
        Een("PIP-01", "plicht onbekend", '?', Pip, Alles with { Plicht = null }),
        Een("PIP-01", "plicht zonder begindatum", '?', Pip, Alles with { Plicht = new Inburgeringsplicht { Plichtig = true } }),

        .. Rond("PIP-02a", "eerste dagtekening", Dag("2023-03-01"), "X..", dag => (Pip with { Dagtekening = dag }, Alles with { EersteDagtekening = Dag("2023-03-01") })),
        .. Rond("PIP-02a", "dag voor de termijn", Dag("2024-06-17"), "X..", dag => (Pip with { Dagtekening = dag }, Alles with { EersteDagtekening = null })),
        Een("PIP-02a", "eerste PIP ooit", '.', Pip, Eerste),
        Een("PIP-02a", "eerste PIP onbekend", '?', Pip, Eerste with { EerstePip = null }),
        Een("PIP-02a", "eerdere PIP zonder datum", '?', Pip, Eerste with { EerstePip = false }),
        Een("PIP-02a", "eerste PIP volgens ons, maar DUO heeft er een", '?', Pip, Eerste with { Pip = Actueel(Leerroute.B1Route) }),

        .. Rond("PIP-02b", "actuele dagtekening", Dag("2024-06-17"), "X..", dag => (Pip with { Dagtekening = dag }, Alles)),
        .. Rond("PIP-02b", "actuele dagtekening van een andere gemeente", Dag("2024-06-17"), "X..", dag => (Pip with { Dagtekening = dag }, Alles with { Pip = Actueel(Leerroute.ZRoute, "0171") })),
        Een("PIP-02b", "eerste PIP ooit", '.', Pip, Eerste),
        Een("PIP-02b", "actuele PIP onbekend", '?', Pip, Eerste with { EerstePip = null }),
        Een("PIP-02b", "eerdere PIP, actuele onbekend", '?', Pip, Eerste with { EerstePip = false }),
        Een("PIP-02b", "eerste PIP volgens ons, maar er is een termijn", '?', Pip, Eerste with { Termijn = Alles.Termijn }),

        .. Rond("PIP-03", "vestiging", Dag("2024-05-06"), "X..", dag => (Pip with { Dagtekening = dag }, Alles)),
        Een("PIP-03", "nog in een azc", '?', Pip, Alles with { Vestigingsdatum = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Niveau() =>
    [
        .. Combinaties("PIP-04", "BA.BB.B-.OAXOB.O-.ZA.ZB.Z-.", Alles),
        .. Combinaties("PIP-05", "BA.BB.B-.OA.OB.O-.ZA.ZBXZ-.", Alles),
        .. Combinaties("PIP-06", "BAXBB.B-.OA.OB.O-.ZA.ZB.Z-.", Eerste, " op de eerste PIP"),
        .. Combinaties("PIP-06", "BA.BB.B-.OA.OB.O-.ZA.ZB.Z-.", Eerste with { EerstePip = false }, " op een latere PIP"),
        .. Combinaties("PIP-06", "BA?BB.B-.OA.OB.O-.ZA.ZB.Z-.", Eerste with { EerstePip = null }, " zonder te weten welke PIP"),
        Een("PIP-06", "de actuele PIP is van een andere gemeente", '.', Met("B", "A"), Eerste with { Pip = Actueel(Leerroute.B1Route, "0171") }),
        Een("PIP-06", "er is een termijn", '.', Met("B", "A"), Eerste with { EerstePip = null, Termijn = Alles.Termijn }),
        .. Combinaties("PIP-07", "BA.BB.B-!OA.OB.O-!ZA.ZB.Z-.", Alles),
    ];

    private static IEnumerable<VoorwaardenGeval> Intensiteit() =>
    [
        Een("PIP-08", "bij de B1-route", '.', Pip, Alles),
        Een("PIP-08", "bij de onderwijsroute", 'X', Pip with { Leerroute = Leerroute.Onderwijsroute }, Alles),
        Een("PIP-08", "bij de Z-route", 'X', Pip with { Leerroute = Leerroute.ZRoute }, Alles),
        Een("PIP-08", "leeg bij de Z-route", '.', Pip with { Leerroute = Leerroute.ZRoute, GeschatteIntensiteitB1Route = null }, Alles),

        Een("PIP-09", "bij asiel", '.', Pip, Alles),
        Een("PIP-09", "bij een gezinsmigrant", 'X', Pip, Alles with { Doelgroep = Doelgroep.GezinsOfOverigeMigrant }),
        Een("PIP-09", "leeg bij een gezinsmigrant", '.', Pip with { GeschatteIntensiteitB1Route = null }, Alles with { Doelgroep = Doelgroep.GezinsOfOverigeMigrant }),
        Een("PIP-09", "doelgroep onbekend", '?', Pip, Alles with { Doelgroep = null }),
        Een("PIP-09", "leeg, doelgroep onbekend", '.', Pip with { GeschatteIntensiteitB1Route = null }, Alles with { Doelgroep = null }),
    ];

    private static IEnumerable<VoorwaardenGeval> Schema() =>
    [
        Een("PIP-S1", "Z", '.', Met("Z", "-"), Alles),
        Een("PIP-S1", "geen van de drie", 'X', Pip with { Leerroute = (Leerroute)3 }, Alles),
        Een("PIP-S2", "leeg", '.', Met("B", "-"), Alles),
        Een("PIP-S2", "A2", '.', Met("B", "A"), Alles),
        Een("PIP-S2", "B1", '.', Met("B", "B"), Alles),
        Een("PIP-S2", "B2", 'X', Pip with { Niveau = Taalniveau.B2 }, Alles),
        Een("PIP-S3", "leeg", '.', Pip with { GeschatteIntensiteitB1Route = null }, Alles),
        Een("PIP-S3", "0", 'X', Pip with { GeschatteIntensiteitB1Route = 0 }, Alles),
        Een("PIP-S3", "1", '.', Pip with { GeschatteIntensiteitB1Route = 1 }, Alles),
        Een("PIP-S3", "9999", '.', Pip with { GeschatteIntensiteitB1Route = 9999 }, Alles),
        Een("PIP-S3", "10000", 'X', Pip with { GeschatteIntensiteitB1Route = 10000 }, Alles),
        Een("PIP-S4", "niet ingevuld", '.', Pip with { IndicatorAlfabetiseringsonderwijs = null }, Alles),
        .. VoorwaardenAanbodGevallen.Alfabetisering.Select(code => Een("PIP-S4", $"«{code.Tekst}»", code.Teken, Pip with { IndicatorAlfabetiseringsonderwijs = code.Tekst }, Alles)),
    ];

    private static IEnumerable<VoorwaardenGeval> Intrekking() =>
    [
        Een("PIPD-01", "termijn vastgesteld", 'X', new PipIntrekking(), Alles),
        Een("PIPD-01", "termijn vastgesteld, of wij dat nu weten of niet", 'X', new PipIntrekking(), Alles with { TermijnBekend = false }),
        Een("PIPD-01", "nog geen termijn", '.', new PipIntrekking(), Alles with { Termijn = null }),
        Een("PIPD-01", "termijn onbekend", '?', new PipIntrekking(), Alles with { Termijn = null, TermijnBekend = false }),
        Een("PIPD-02", "cursusuren", 'X', new PipIntrekking(), Alles with { CursusurenGeregistreerd = true }),
        Een("PIPD-02", "geen cursusuren", '.', new PipIntrekking(), Alles),
        Een("PIPD-02", "cursusuren onbekend", '?', new PipIntrekking(), Alles with { CursusurenGeregistreerd = null }),
        Een("PIPD-03", "van ons", '.', new PipIntrekking(), Alles),
        Een("PIPD-03", "van een andere gemeente", 'X', new PipIntrekking(), Alles with { Pip = Actueel(Leerroute.B1Route, "0171") }),
        Een("PIPD-03", "er was er nooit een", 'X', new PipIntrekking(), Eerste),
        Een("PIPD-03", "onbekend", '?', new PipIntrekking(), Eerste with { EerstePip = null }),
        Een("PIPD-03", "er was er een, van wie is onbekend", '?', new PipIntrekking(), Eerste with { EerstePip = false }),
    ];

    /// <param name="tabel">Per three characters: leerroute, niveau (A2, B1 or none) and what is expected.</param>
    private static IEnumerable<VoorwaardenGeval> Combinaties(string code, string tabel, Meldingfeiten feiten, string toevoeging = "") =>
        tabel.Chunk(3).Select(cel => Een(code, $"{cel[0]} met niveau {cel[1]}{toevoeging}", cel[2], Met($"{cel[0]}", $"{cel[1]}"), feiten));

    private static PipMelding Met(string leerroute, string niveau) => Pip with
    {
        Leerroute = leerroute switch { "B" => Leerroute.B1Route, "O" => Leerroute.Onderwijsroute, _ => Leerroute.ZRoute },
        Niveau = niveau switch { "A" => Taalniveau.A2, "B" => Taalniveau.B1, _ => null },
    };
}
