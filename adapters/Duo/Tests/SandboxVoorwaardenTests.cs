using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>DUO's conditions as the sandbox keeps them: per condition what is just refused and what is just taken.</summary>
/// <remarks>
/// Hasan has an inburgeringsplicht from 2024-01-29, lives in 1708 since 2024-05-06, a PIP of 1708 of 2024-06-17 (onderwijsroute) and a
/// termijn from 2024-06-18 up to 2027-06-18. Today is 2024-11-15. Expected are parts of the foutteksten, in order; empty: it is taken.
/// </remarks>
public sealed class SandboxVoorwaardenTests(SandboxServer sandbox) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private const string Hasan = $"/personen/{SandboxServer.Hasan}";
    private const string NogGeenPip = """{"pip":null,"inburgeringstermijn":null}""";
    private const string NogGeenTermijn = """{"inburgeringstermijn":null}""";
    private const string Gezinsmigrant = """{"doelgroep":{"indeling":"Gezinsmigrant en overige migrant"}}""";

    private const string Zroute = """{"pip":{"gemeentecode":"1708","pip":{"dagtekeningPip":"2024-06-17","leerroute":"Z"}}}""";
    private readonly SandboxMelder duo = new(sandbox);

    /// <summary>What DUO knows otherwise, the PIP, and what is refused.</summary>
    public static TheoryData<string, string, string> Pips => new()
    {
        { """{"pip":null,"inburgeringstermijn":null,"vestigingsdatum":null}""", Pip("2024-01-28", "O"), "voor de start van de inburgeringsplicht" },
        { """{"pip":null,"inburgeringstermijn":null,"vestigingsdatum":null}""", Pip("2024-01-29", "O"), "" },
        { MetPip("2024-05-10", ""","eersteDagtekening":"2024-06-17" """), Pip("2024-06-16", "O"), "van het initiële PIP" },
        { MetPip("2024-05-10", ""","eersteDagtekening":"2024-06-17" """), Pip("2024-06-17", "O"), "" },
        { MetPip("2024-09-01"), Pip("2024-08-31", "O"), "van het actuele PIP" },
        { MetPip("2024-09-01"), Pip("2024-09-01", "O"), "" },
        { NogGeenPip, Pip("2024-05-05", "O"), "voor de vestiging van de inburgeraar in uw gemeente" },
        { NogGeenPip, Pip("2024-05-06", "O"), "" },
        { "{}", Pip("2024-11-01", "O", "A2"), "A2 is niet toegestaan bij de onderwijsroute" },
        { "{}", Pip("2024-11-01", "O", "B1"), "" },
        { "{}", Pip("2024-11-01", "Z", "B1"), "B1 is niet toegestaan bij de Z-route" },
        { "{}", Pip("2024-11-01", "Z", "A2"), "" },
        { NogGeenPip, Pip("2024-11-01", "B", "A2"), "A2 is niet toegestaan bij de B1-route in het eerste PIP" },
        { "{}", Pip("2024-11-01", "B", "A2"), "" },
        { """{"pip":null}""", Pip("2024-11-01", "B", "A2"), "" },
        { "{}", Pip("2024-11-01", "O", null, 600), "alleen toegestaan bij de B1-route" },
        { "{}", Pip("2024-11-01", "B", null, 600), "" },
        { Gezinsmigrant, Pip("2024-11-01", "B", null, 600), "alleen toegestaan bij een asielstatushouder" },
        { Gezinsmigrant, Pip("2024-11-01", "B"), "" },
        {
            Gezinsmigrant, Pip("2024-01-01", "O", "A2", 600),
            "start van de inburgeringsplicht|initiële PIP|actuele PIP|vestiging|onderwijsroute|bij de B1-route|asielstatushouder"
        },
    };

    /// <summary>What DUO knows otherwise, the instelling, the offer, and what is refused.</summary>
    public static TheoryData<string, string, string, string> Aanbiedingen => new()
    {
        { "{}", "0000012345", Aanbod("2024-06-24", "2024-08-26", "2026-06-13"), "" },
        { "{}", "0000012345", Aanbod(), "" },
        { Gezinsmigrant, "0000012345", Aanbod(), "alleen mogelijk voor een asielstatushouder" },
        { """{"pip":null}""", "0000054321", Aanbod(), "heeft geen PIP" },
        { MetRoute("B"), "0000012345", Aanbod(), "keurmerk" },
        { MetRoute("B"), "0000054321", Aanbod(), "" },
        { "{}", "0000054321", Aanbod(), "" },
        { "{}", "0000099999", Aanbod(), "keurmerk" },
        { "{}", "1111111111", Aanbod(), "keurmerk" },
        { "{}", "0000012345", Aanbod("2024-06-16"), "datum inburgeringsaanbod ligt voor de datum dagtekening" },
        { "{}", "0000012345", Aanbod("2024-06-17"), "" },
        { NogGeenTermijn, "0000012345", Aanbod(null, "2024-06-16"), "startdatum opleiding ligt voor de datum dagtekening" },
        { NogGeenTermijn, "0000012345", Aanbod(null, "2024-06-17"), "" },
        { NogGeenTermijn, "0000012345", Aanbod(null, null, "2024-06-16"), "einddatum opleiding ligt voor de datum dagtekening" },
        { NogGeenTermijn, "0000012345", Aanbod(null, null, "2024-06-17"), "" },
        { "{}", "0000012345", Aanbod("2024-09-02", "2024-09-01"), "startdatum opleiding ligt voor de datum inburgeringsaanbod" },
        { "{}", "0000012345", Aanbod("2024-09-02", "2024-09-02"), "" },
        { "{}", "0000012345", Aanbod(null, "2024-09-02", "2024-09-01"), "einddatum opleiding ligt voor de verwachte startdatum" },
        { "{}", "0000012345", Aanbod(null, "2024-09-02", "2024-09-02"), "" },
        { "{}", "0000012345", Aanbod(null, "2024-06-17"), "startdatum opleiding ligt buiten de inburgeringstermijn" },
        { "{}", "0000012345", Aanbod(null, "2024-06-18"), "" },
        { "{}", "0000012345", Aanbod(null, "2027-06-17"), "" },
        { "{}", "0000012345", Aanbod(null, "2027-06-18"), "startdatum opleiding ligt buiten de inburgeringstermijn" },
        { "{}", "0000012345", Aanbod(null, null, "2024-06-17"), "einddatum opleiding ligt buiten de inburgeringstermijn" },
        { "{}", "0000012345", Aanbod(null, null, "2024-06-18"), "" },
        { "{}", "0000012345", Aanbod(null, null, "2027-06-18"), "" },
        { "{}", "0000012345", Aanbod(null, null, "2027-06-19"), "einddatum opleiding ligt buiten de inburgeringstermijn" },
    };

    /// <summary>What DUO knows otherwise, the date and verwijtbaar of a MAP or PVT, and what is refused. RESULTAAT and DATUM: the names of either.</summary>
    public static TheoryData<string, string?, string?, string> Resultaten => new()
    {
        { "{}", "2024-07-01", null, "" },
        { """{"RESULTAAT":{"gemeentecode":"0171","DATUM":"2024-07-01"}}""", "2024-08-01", null, "niet eerder door uw gemeente geleverd" },
        { """{"RESULTAAT":{"gemeentecode":"1708","DATUM":"2024-07-01"}}""", "2024-08-01", null, "" },
        { """{"RESULTAAT":{"gemeentecode":"0171","verwijtbaar":"Nee"}}""", "2024-08-01", null, "" },
        { """{"pip":{"gemeentecode":"0171","pip":{"dagtekeningPip":"2024-06-17","leerroute":"O"}}}""", "2024-08-01", null, "geen actueel PIP" },
        { """{"pip":null}""", "2024-08-01", null, "geen actueel PIP" },
        { Voldaan("Inburgeringsplicht voldaan", "Z"), "2024-08-01", null, "al voldaan via de Z-route" },
        { Voldaan("Inburgeringsplicht voldaan", "O"), "2024-08-01", null, "" },
        { Voldaan("Volledige vrijstelling", "Z"), "2024-08-01", null, "" },
        { "{}", "2024-06-17", null, "voor de startdatum van de inburgeringstermijn" },
        { "{}", "2024-06-18", null, "" },
        { """{"zroute":{"gemeentecode":"1708","datumAfrondingZroute":"2024-10-01"}}""", "2024-10-02", null, "na de datum afronding Z-route" },
        { """{"zroute":{"gemeentecode":"1708","datumAfrondingZroute":"2024-10-01"}}""", "2024-10-01", null, "" },
        { "{}", "2024-11-16", null, "in de toekomst" },
        { "{}", "2024-11-15", null, "" },
        { """{"zroute":{"gemeentecode":"1708","datumAfrondingZroute":"2024-10-01"}}""", null, null, "kan niet worden ingetrokken" },
        { "{}", null, null, "" },
        { Einde("2024-11-01"), "2024-11-01", null, "ontbreekt, terwijl de inburgeringstermijn is overschreden" },
        { Einde("2024-11-01"), "2024-10-31", null, "" },
        { Einde("2024-11-15"), null, null, "ontbreekt, terwijl de inburgeringstermijn is overschreden" },
        { Einde("2024-11-16"), null, null, "" },
        { Einde("2024-11-01"), "2024-10-31", "Nee", "mag niet worden geleverd" },
        { Einde("2024-11-01"), "2024-11-01", "Nee", "" },
        { Einde("2025-01-15"), null, "Nee", "" },
        { Einde("2025-01-16"), null, "Nee", "binnen twee maanden" },
        { Einde("2024-11-16"), null, "Ja", "alleen Ja zijn als de inburgeringstermijn is overschreden" },
        { Einde("2024-11-15"), null, "Ja", "" },
        { Einde("2024-11-01"), "2024-11-01", "Ja", "" },
        { Einde("2024-11-01"), "2024-10-31", "Ja", "mag niet worden geleverd|alleen Ja zijn" },
        { NogGeenTermijn, null, "Nee", "binnen twee maanden" },
        { NogGeenTermijn, null, "Ja", "alleen Ja zijn" },
        { NogGeenTermijn, "2024-08-01", null, "" },
    };

    public async ValueTask InitializeAsync()
    {
        using var herstel = await sandbox.SteerAsync("herstel");
        Assert.True(herstel.IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Pips))]
    public async Task PostPip_AtTheEdgeOfACondition_IsTakenOrRefusedWithItsText(string known, string pip, string refused)
    {
        await duo.KnowAsync(SandboxServer.Hasan, known);

        AssertAnswer(201, refused, await duo.PostAsync($"{Hasan}/PIP", pip));
    }

    [Fact]
    public async Task PostPip_ByAGemeenteWhereThePersonDoesNotLive_IsNotHeldAgainstTheSettlement() =>
        AssertAnswer(201, "", await duo.PostAsync($"/personen/{SandboxServer.Amal}/PIP", Pip("2024-09-30", "Z"), "1708"));

    [Theory]
    [InlineData("{}", "al vastgesteld")]
    [InlineData("""{"inburgeringstermijn":null,"cursusdeelnameuren":1}""", "cursusuren")]
    [InlineData("""{"inburgeringstermijn":null,"cursusdeelnameuren":0}""", "")]
    [InlineData("""{"inburgeringstermijn":null,"pip":{"gemeentecode":"0171","pip":{"dagtekeningPip":"2024-06-17","leerroute":"O"}}}""", "andere gemeente")]
    [InlineData("""{"cursusdeelnameuren":1}""", "al vastgesteld|cursusuren")]
    public async Task DeletePip_AtTheEdgeOfACondition_IsTakenOrRefusedWithItsText(string known, string refused)
    {
        await duo.KnowAsync(SandboxServer.Hasan, known);

        AssertAnswer(200, refused, await duo.DeleteAsync($"{Hasan}/PIP"));
    }

    [Theory]
    [MemberData(nameof(Aanbiedingen))]
    public async Task PostAanbod_AtTheEdgeOfACondition_IsTakenOrRefusedWithItsText(string known, string instelling, string aanbod, string refused)
    {
        await duo.KnowAsync(SandboxServer.Hasan, known);

        AssertAnswer(201, refused, await duo.PostAsync($"{Hasan}/Inburgeringsaanbod/{instelling}", aanbod));
    }

    [Theory]
    [InlineData("0171", "andere gemeente")]
    [InlineData("1708", "")]
    public async Task DeleteAanbod_OfEither_IsTakenOnlyWhenItIsOwn(string gemeente, string refused)
    {
        await duo.KnowAsync(SandboxServer.Hasan, $$$$"""{"aanbiedingen":{"0000012345":{"gemeentecode":"{{{{gemeente}}}}"}}}""");

        AssertAnswer(204, refused, await duo.DeleteAsync($"{Hasan}/Inburgeringsaanbod/0000012345"));
    }

    [Theory]
    [MemberData(nameof(Resultaten))]
    public async Task PutMap_AtTheEdgeOfACondition_IsTakenOrRefusedWithItsText(string known, string? datum, string? verwijtbaar, string refused) =>
        await PutAsync("map", "datumEindgesprekMap", known, datum, verwijtbaar, refused);

    [Theory]
    [MemberData(nameof(Resultaten))]
    public async Task PutPvt_AtTheEdgeOfACondition_IsTakenOrRefusedWithItsText(string known, string? datum, string? verwijtbaar, string refused) =>
        await PutAsync("pvt", "datumOndertekeningPvt", known, datum, verwijtbaar, refused);

    [Theory]
    [InlineData("2024-12-31", "2025-02-28", "")]
    [InlineData("2024-12-31", "2025-03-01", "binnen twee maanden")]
    [InlineData("2025-04-30", "2025-06-30", "")]
    [InlineData("2025-04-30", "2025-07-01", "binnen twee maanden")]
    public async Task PutMap_NeeAtTheEndOfAMonth_CountsTwoMonthsOfTheCalendar(string vandaag, string einde, string refused)
    {
        using var day = await sandbox.SteerAsync("dag", $$"""{"vandaag":"{{vandaag}}"}""");

        await PutAsync("map", "datumEindgesprekMap", Einde(einde), null, "Nee", refused);
    }

    [Theory]
    [InlineData("{}", "2024-11-01", "niet de Z-route")]
    [InlineData("{}", null, "")]
    [InlineData("""{"pip":null}""", "2024-11-01", "niet de Z-route")]
    [InlineData(Zroute, "2024-11-15", "")]
    [InlineData(Zroute, "2024-11-16", "in de toekomst")]
    [InlineData(Zroute + """,{"map":{"datumEindgesprekMap":"2024-10-02"}}""", "2024-10-01", "voor de datum eindgesprek MAP")]
    [InlineData(Zroute + """,{"map":{"datumEindgesprekMap":"2024-10-01"}}""", "2024-10-01", "")]
    [InlineData(Zroute + """,{"pvt":{"datumOndertekeningPvt":"2024-10-02"}}""", "2024-10-01", "voor de datum ondertekening PVT")]
    [InlineData(Zroute + """,{"pvt":{"datumOndertekeningPvt":"2024-10-01"}}""", "2024-10-01", "")]
    public async Task PutZroute_AtTheEdgeOfACondition_IsTakenOrRefusedWithItsText(string known, string? datum, string refused)
    {
        foreach (var parts in JsonNode.Parse($"[{known}]")!.AsArray())
        {
            await duo.KnowAsync(SandboxServer.Hasan, parts!.ToJsonString());
        }

        AssertAnswer(200, refused, await duo.PutAsync($"{Hasan}/zroute", Members(("datumAfrondingZroute", datum))));
    }

    private async Task PutAsync(string soort, string naam, string known, string? datum, string? verwijtbaar, string refused)
    {
        await duo.KnowAsync(SandboxServer.Hasan, known.Replace("RESULTAAT", soort, StringComparison.Ordinal).Replace("DATUM", naam, StringComparison.Ordinal));

        AssertAnswer(200, refused, await duo.PutAsync($"{Hasan}/{soort}", Members((naam, datum), ("verwijtbaar", verwijtbaar))));
    }

    private static void AssertAnswer(int taken, string refused, SandboxAntwoord answer)
    {
        var expected = refused.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Length == 0 ? taken : 403, answer.Status);
        Assert.True(expected.Length == answer.Foutteksten.Count, answer.Text);
        Assert.All(expected.Zip(answer.Foutteksten), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    private static string Pip(string dagtekening, string leerroute, string? niveau = null, int? intensiteit = null) => Members(
        ("dagtekeningPip", dagtekening), ("leerroute", leerroute), ("niveau", niveau), ("geschatteIntensiteitB1Route", intensiteit));

    private static string Aanbod(string? datum = null, string? start = null, string? einde = null) => Members(
        ("datumInburgeringsaanbod", datum),
        ("verwachteStartdatumOpleiding", start),
        ("verwachteEinddatumOpleiding", einde),
        ("indicatorAlfabetiseringsonderwijs", "NVT"));

    private static string Members(params (string Name, JsonNode? Value)[] members) =>
        new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value))).ToJsonString();

    private static string MetPip(string dagtekening, string more = "") =>
        """{"pip":{"gemeentecode":"1708","pip":{"dagtekeningPip":"DAG","leerroute":"O"}}""".Replace("DAG", dagtekening, StringComparison.Ordinal) + more + "}";

    private static string MetRoute(string leerroute) =>
        $$$$"""{"pip":{"gemeentecode":"1708","pip":{"dagtekeningPip":"2024-06-17","leerroute":"{{{{leerroute}}}}"}}}""";

    private static string Einde(string einddatum) => $$$"""{"inburgeringstermijn":{"startdatum":"2024-06-18","einddatum":"{{{einddatum}}}"}}""";

    private static string Voldaan(string reden, string leerroute) =>
        $$$$"""{"inburgeringsplicht":{"indicatorInburgeringsplicht":false,"redenGeenInburgeringsplicht":"{{{{reden}}}}"},{{{{MetRoute(leerroute)[1..]}}}}""";
}
