using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The conditions that the gateway tests beforehand against those the sandbox keeps: written apart from one text, they must agree.</summary>
/// <remarks>
/// Drawn persons and meldingen around the same few days. DUO refuses at least what the gateway finds broken; what it could not test may come on top.
/// MAP-12 is the gateway's own: DUO's text does not know it.
/// </remarks>
public sealed class SandboxMeetsVoorwaardenTests(SandboxServer sandbox) : IClassFixture<SandboxServer>
{
    private const string Hasan = $"/personen/{SandboxServer.Hasan}";
    private const int Draws = 250;

    private static readonly DateOnly Vandaag = new(2024, 11, 15);

    private static readonly string[] Dagen =
    [
        "2024-01-28", "2024-01-29", "2024-05-06", "2024-06-17", "2024-06-18", "2024-06-19", "2024-11-14", "2024-11-15", "2024-11-16", "2025-01-15", "2025-01-16",
    ];

    private readonly SandboxMelder duo = new(sandbox);

    public static TheoryData<string> Soorten => ["pip", "pip-intrekking", "aanbod", "map", "pvt", "zroute"];

    [Theory]
    [MemberData(nameof(Soorten))]
    public async Task Melding_DrawnPersonAndContent_IsRefusedByBothForAsManyReasons(string soort)
    {
        var (refused, taken) = (0, 0);
        for (var seed = 0; seed < Draws; seed++)
        {
            var draw = new Draw(seed);
            var (known, feiten) = Persoon(draw);
            var (method, path, body, melding) = Melding(soort, draw);
            await duo.KnowAsync(SandboxServer.Hasan, known.ToJsonString());

            var answer = await duo.SendAsync(method, $"{Hasan}/{path}", body?.ToJsonString(), "1708");

            var found = VoorwaardenSet.Voor(melding).Toets(melding, feiten).Where(one => one.Code != "MAP-12").ToList();
            var broken = found.Count(one => one.Uitslag == Toetsuitslag.Geschonden);
            var most = broken + found.Count(one => one.Uitslag == Toetsuitslag.NietTeToetsen);
            var codes = string.Join(' ', found.Select(one => $"{one.Code}:{one.Uitslag}"));
            if (answer.Status == 404)
            {
                Assert.True(melding is PipIntrekking && feiten.Pip is null && most > 0, $"{seed}: 404");
                continue;
            }

            Assert.True(answer.Foutteksten.Count >= broken && answer.Foutteksten.Count <= most, $"{seed}: {codes} <> {answer.Text} for {body} and {known}");
            (refused, taken) = answer.Foutteksten.Count > 0 ? (refused + 1, taken) : (refused, taken + 1);
        }

        Assert.True(refused > Draws / 10 && taken > Draws / 100, $"{refused} refused, {taken} taken: the draws say too little");
    }

    private static (JsonObject Known, Meldingfeiten Feiten) Persoon(Draw draw)
    {
        var asiel = draw.Often();
        var voldaan = draw.Seldom();
        var (pipVan, pipDag, route) = (draw.Often() ? "1708" : "0171", draw.Datum(), draw.Route());
        var heeftPip = draw.Often();
        (string? start, string? einde) = draw.Often() ? (draw.Datum(), draw.Datum()) : (null, null);
        var (eerste, vestiging, zroute) = (draw.MisschienDatum(), draw.MisschienDatum(), draw.Seldom() ? draw.Datum() : null);
        var (map, pvt, doorOns) = (draw.MisschienDatum(), draw.MisschienDatum(), draw.Often());
        var uren = draw.Seldom() ? 1 : 0;
        var resultaatVan = doorOns ? "1708" : "0171";
        var known = new JsonObject
        {
            ["inburgeringsplicht"] = Leden(("indicatorInburgeringsplicht", !voldaan), ("begindatum", "2024-01-29"), ("redenGeenInburgeringsplicht", voldaan ? "Inburgeringsplicht voldaan" : null)),
            ["doelgroep"] = Leden(("indeling", asiel ? "Asielstatushouder" : "Gezinsmigrant en overige migrant")),
            ["pip"] = heeftPip ? new JsonObject { ["gemeentecode"] = pipVan, ["pip"] = Leden(("dagtekeningPip", pipDag), ("leerroute", Letter(route))) } : null,
            ["inburgeringstermijn"] = start is null ? null : Leden(("startdatum", start), ("einddatum", einde)),
            ["eersteDagtekening"] = eerste,
            ["vestigingsdatum"] = vestiging,
            ["zroute"] = zroute is null ? null : Leden(("gemeentecode", "1708"), ("datumAfrondingZroute", zroute)),
            ["map"] = map is null ? null : Leden(("gemeentecode", resultaatVan), ("datumEindgesprekMap", map)),
            ["pvt"] = pvt is null ? null : Leden(("gemeentecode", resultaatVan), ("datumOndertekeningPvt", pvt)),
            ["cursusdeelnameuren"] = uren,
        };
        return (known, new Meldingfeiten
        {
            Vandaag = Vandaag,
            Gemeentecode = "1708",
            Plicht = new Inburgeringsplicht { Plichtig = !voldaan, Begindatum = Dag("2024-01-29"), RedenGeenPlicht = voldaan ? "Inburgeringsplicht voldaan" : null },
            Doelgroep = asiel ? Doelgroep.Asielstatushouder : Doelgroep.GezinsOfOverigeMigrant,
            Pip = heeftPip ? new Pip { Gemeentecode = pipVan, Dagtekening = Dag(pipDag)!.Value, Leerroute = route } : null,
            Termijn = start is null ? null : new Inburgeringstermijn { Startdatum = Dag(start)!.Value, Einddatum = Dag(einde)!.Value },
            TermijnBekend = true,
            EerstePip = !heeftPip && start is null && eerste is null,
            EersteDagtekening = Dag(eerste),
            Vestigingsdatum = Dag(vestiging),
            Instellingen = Instellingen(),
            DatumAfrondingZroute = Dag(zroute),
            ZrouteBekend = true,
            Map = new Einddatum(Dag(map), null, doorOns),
            Pvt = new Einddatum(Dag(pvt), null, doorOns),
            CursusurenGeregistreerd = uren > 0,
        });
    }

    private static (HttpMethod Method, string Path, JsonObject? Body, Melding Melding) Melding(string soort, Draw draw)
    {
        var (een, twee, drie) = (draw.MisschienDatum(), draw.MisschienDatum(), draw.MisschienDatum());
        var (oordeel, verwijtbaar) = draw.Een<(string?, bool?)>([(null, null), (null, null), ("Ja", true), ("Nee", false)]);
        return soort switch
        {
            "pip" => Pip(draw),
            "pip-intrekking" => (HttpMethod.Delete, "PIP", null, new PipIntrekking()),
            "aanbod" => Aanbod(draw, een, twee, drie),
            "map" => (HttpMethod.Put, "map", Leden(("datumEindgesprekMap", een), ("verwijtbaar", oordeel)), new MapMelding(Dag(een), verwijtbaar)),
            "pvt" => (HttpMethod.Put, "pvt", Leden(("datumOndertekeningPvt", een), ("verwijtbaar", oordeel)), new PvtMelding(Dag(een), verwijtbaar)),
            "zroute" => (HttpMethod.Put, "zroute", Leden(("datumAfrondingZroute", een)), new ZrouteMelding(Dag(een))),
            _ => throw new ArgumentOutOfRangeException(nameof(soort)),
        };
    }

    private static (HttpMethod Method, string Path, JsonObject? Body, Melding Melding) Pip(Draw draw)
    {
        var (dag, route) = (draw.Datum(), draw.Route());
        var niveau = draw.Een<Taalniveau?>([null, null, Taalniveau.A2, Taalniveau.B1]);
        int? intensiteit = draw.Seldom() ? 600 : null;
        return (
            HttpMethod.Post,
            "PIP",
            Leden(("dagtekeningPip", dag), ("leerroute", Letter(route)), ("niveau", niveau?.ToString()), ("geschatteIntensiteitB1Route", intensiteit)),
            new PipMelding { Dagtekening = Dag(dag)!.Value, Leerroute = route, Niveau = niveau, GeschatteIntensiteitB1Route = intensiteit });
    }

    private static (HttpMethod Method, string Path, JsonObject? Body, Melding Melding) Aanbod(Draw draw, string? datum, string? start, string? einde)
    {
        var nummer = draw.Een(["0000054321", "0000012345", "0000067890", "0000099999", "1111111111"]);
        return (
            HttpMethod.Post,
            $"Inburgeringsaanbod/{nummer}",
            Leden(("datumInburgeringsaanbod", datum), ("verwachteStartdatumOpleiding", start), ("verwachteEinddatumOpleiding", einde), ("indicatorAlfabetiseringsonderwijs", "NVT")),
            new AanbodMelding
            {
                Instellingsnummer = nummer,
                DatumInburgeringsaanbod = Dag(datum),
                VerwachteStartdatum = Dag(start),
                VerwachteEinddatum = Dag(einde),
                IndicatorAlfabetiseringsonderwijs = "NVT",
            });
    }

    private static Dictionary<string, Instelling> Instellingen() => new[]
    {
        new Instelling("0000054321", null, Keurmerk: true, Taalschakeltraject: false),
        new Instelling("0000012345", null, Keurmerk: false, Taalschakeltraject: true),
        new Instelling("0000067890", null, Keurmerk: true, Taalschakeltraject: true),
        new Instelling("0000099999", null, Keurmerk: false, Taalschakeltraject: false),
    }.ToDictionary(one => one.Nummer);

    private static JsonObject Leden(params (string Naam, JsonNode? Waarde)[] leden) =>
        new(leden.Where(lid => lid.Waarde is not null).Select(lid => KeyValuePair.Create(lid.Naam, lid.Waarde)));

    private static string Letter(Leerroute route) => route switch { Leerroute.B1Route => "B", Leerroute.Onderwijsroute => "O", _ => "Z" };

    private static DateOnly? Dag(string? tekst) => tekst is null ? null : DateOnly.ParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The same seed draws the same.</summary>
    private sealed class Draw(int seed)
    {
        private readonly Random random = new(seed);

        public bool Often() => random.Next(4) > 0;

        public bool Seldom() => random.Next(5) == 0;

        public T Een<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

        public string Datum() => Een(Dagen);

        public string? MisschienDatum() => Often() ? Datum() : null;

        public Leerroute Route() => (Leerroute)random.Next(3);
    }
}
