using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Every writing operation with its effect: what was sent is what DUO knows from then on.</summary>
public sealed class SandboxMeldingenTests : IAsyncLifetime
{
    private const string Hasan = $"/personen/{SandboxServer.Hasan}";
    private const string Amal = $"/personen/{SandboxServer.Amal}";
    private const string School = "0000012345";
    private readonly SandboxServer sandbox = new();
    private SandboxMelder duo = null!;

    public async ValueTask InitializeAsync()
    {
        await sandbox.InitializeAsync();
        duo = new SandboxMelder(sandbox);
    }

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task PostPip_ByTheNewGemeente_IsReadBackAndItsFormerOneIsRemembered()
    {
        var posted = await duo.PostAsync($"{Amal}/PIP", new { dagtekeningPip = "2024-11-01", leerroute = "B", indicatorAlfabetiseringsonderwijs = "A" }, "0171");

        Assert.Equal((201, string.Empty), (posted.Status, posted.Text));
        AssertJson(
            """{"gemeentecode":"0171","pip":{"dagtekeningPip":"2024-11-01","leerroute":"B","indicatorAlfabetiseringsonderwijs":"A","niveau":"B1"}}""",
            await duo.GetAsync($"{Amal}/PIP", "0171"));
        Assert.Equal(200, (await duo.GetAsync($"{Amal}/PIP")).Status);
        AssertJson("""{"startdatum":"2024-04-09","einddatum":"2027-04-09","wijzigingsdatum":"2024-04-09"}""", await duo.GetAsync($"{Amal}/inburgeringstermijn", "0171"));
    }

    [Fact]
    public async Task PostPip_OneMonthAfterTheHandOver_LeavesTheFormerGemeenteOutside()
    {
        await duo.PostAsync($"{Amal}/PIP", new { dagtekeningPip = "2024-11-01", leerroute = "Z" }, "0171");

        await TurnAsync("2024-11-30");
        var within = await duo.GetAsync($"{Amal}/inburgeringsplicht");
        await TurnAsync("2024-12-01");
        var after = await duo.GetAsync($"{Amal}/inburgeringsplicht");

        Assert.Equal((200, 403, string.Empty), (within.Status, after.Status, after.Text));
    }

    [Theory]
    [InlineData("B", "B1")]
    [InlineData("O", "B1")]
    [InlineData("Z", null)]
    public async Task PostPip_WithoutNiveau_GetsB1UnlessItIsTheZroute(string leerroute, string? niveau)
    {
        await duo.PostAsync($"{Hasan}/PIP", new { dagtekeningPip = "2024-11-01", leerroute });

        Assert.Equal(niveau, (string?)(await duo.GetAsync($"{Hasan}/PIP")).Json!["pip"]!["niveau"]);
    }

    [Fact]
    public async Task DeletePip_BeforeTheTermijn_TakesItAwaySoThatTheNextIsTheFirst()
    {
        await duo.KnowAsync(SandboxServer.Hasan, """{"inburgeringstermijn":null}""");

        AssertEmpty(200, await duo.DeleteAsync($"{Hasan}/PIP"));

        Assert.Equal(404, (await duo.GetAsync($"{Hasan}/PIP")).Status);
        Assert.Equal(404, (await duo.DeleteAsync($"{Hasan}/PIP")).Status);
        Assert.Single((await duo.PostAsync($"{Hasan}/PIP", new { dagtekeningPip = "2024-11-01", leerroute = "B", niveau = "A2" })).Foutteksten);
    }

    [Fact]
    public async Task Aanbod_SentTwice_IsOverwrittenPerInstellingAndCanBeRemoved()
    {
        await duo.PostAsync($"{Hasan}/Inburgeringsaanbod/{School}", Aanbod("2024-08-26"));
        await duo.PostAsync($"{Hasan}/Inburgeringsaanbod/0000067890", Aanbod("2024-08-26"));
        Assert.Equal(201, (await duo.PostAsync($"{Hasan}/Inburgeringsaanbod/{School}", Aanbod("2024-09-02"))).Status);

        var known = (await duo.KnownAsync(SandboxServer.Hasan))["aanbiedingen"]!.AsObject();
        Assert.Equal([School, "0000067890"], known.Select(one => one.Key));
        Assert.Equal("2024-09-02", (string?)known[School]!["verwachteStartdatumOpleiding"]);
        AssertEmpty(204, await duo.DeleteAsync($"{Hasan}/Inburgeringsaanbod/{School}"));
        Assert.Equal(404, (await duo.DeleteAsync($"{Hasan}/Inburgeringsaanbod/{School}")).Status);
        Assert.Equal(400, (await duo.DeleteAsync($"{Hasan}/Inburgeringsaanbod/12345")).Status);
    }

    [Fact]
    public async Task PutPvt_ThenWithoutDate_WithdrawsTheWhole()
    {
        Assert.Equal(404, (await duo.GetAsync($"{Hasan}/pvt")).Status);
        Assert.Equal(200, (await duo.PutAsync($"{Hasan}/pvt", new { datumOndertekeningPvt = "2024-11-11" })).Status);
        AssertJson("""{"datumOndertekeningPvt":"2024-11-11"}""", await duo.GetAsync($"{Hasan}/pvt"));

        Assert.Equal(200, (await duo.PutAsync($"{Hasan}/pvt", new { })).Status);
        Assert.Equal(404, (await duo.GetAsync($"{Hasan}/pvt")).Status);
    }

    [Fact]
    public async Task PutMap_WithVerwijtbaarAlone_IsKeptButHasNoDateToRead()
    {
        await duo.KnowAsync(SandboxServer.Hasan, """{"inburgeringstermijn":{"startdatum":"2021-06-18","einddatum":"2024-06-18"}}""");

        Assert.Equal(200, (await duo.PutAsync($"{Hasan}/map", new { datumEindgesprekMap = "2024-06-18", verwijtbaar = "Ja" })).Status);
        AssertJson("""{"datumEindgesprekMap":"2024-06-18"}""", await duo.GetAsync($"{Hasan}/map"));
        Assert.Equal(200, (await duo.PutAsync($"{Hasan}/map", new { verwijtbaar = "Nee" })).Status);
        Assert.Equal(404, (await duo.GetAsync($"{Hasan}/map")).Status);
        Assert.Equal("Nee", (string?)(await duo.KnownAsync(SandboxServer.Hasan))["map"]!["verwijtbaar"]);
    }

    [Fact]
    public async Task PutZroute_ThenEmpty_IsWithdrawn()
    {
        Assert.Equal(200, (await duo.PutAsync($"{Amal}/zroute", new { datumAfrondingZroute = "2024-11-15" })).Status);
        Assert.Equal("2024-11-15", (string?)(await duo.KnownAsync(SandboxServer.Amal))["zroute"]!["datumAfrondingZroute"]);

        Assert.Equal(200, (await duo.PutAsync($"{Amal}/zroute", new { })).Status);
        Assert.Null((await duo.KnownAsync(SandboxServer.Amal))["zroute"]);
    }

    [Fact]
    public async Task PutUren_ThreeKindsByTwoGemeenten_AreTotalsPerGemeente()
    {
        await duo.PutAsync($"{Amal}/uren/participatietaalles", new { uren = 12 }, "0171");
        await duo.PutAsync($"{Amal}/uren/participatieactiviteiten", new { uren = 8 }, "0171");
        await duo.PutAsync($"{Amal}/uren/bredeintake/taallesknm", new { uren = 0 }, "0171");
        Assert.Equal(200, (await duo.PutAsync($"{Amal}/uren/participatietaalles", new { uren = 20 }, "0171")).Status);

        AssertJson(
            """
            [{"gemeentecode":"1708","bekendTot":"2024-10-01","ParticipatieAlsTaalles":{"uren":188},"ParticipatieactiviteitenBredeIntake":{"uren":24},"TaallesEnKnmBredeIntake":{"uren":16}},
             {"gemeentecode":"0171","bekendTot":"2024-11-16","ParticipatieAlsTaalles":{"uren":20},"ParticipatieactiviteitenBredeIntake":{"uren":8},"TaallesEnKnmBredeIntake":{"uren":0}}]
            """,
            await duo.GetAsync($"{Amal}/uren", "0171"));
    }

    [Fact]
    public async Task DeleteExamennummer_OnceAndAgain_IsGoneAndThen404()
    {
        AssertEmpty(200, await duo.DeleteAsync($"{Hasan}/lbt/examennummer"));
        Assert.Equal(404, (await duo.GetAsync($"{Hasan}/lbt/examennummer")).Status);
        Assert.Equal(404, (await duo.DeleteAsync($"{Hasan}/lbt/examennummer")).Status);
    }

    [Fact]
    public async Task Melding_OutsideScopeOrUnknown_Is403WithoutBodyOr404()
    {
        var pip = new { dagtekeningPip = "2024-11-01", leerroute = "O" };
        var other = await duo.PostAsync($"{Hasan}/PIP", pip, "0106");

        AssertEmpty(403, other);
        Assert.Equal(404, (await duo.PostAsync($"/personen/{SandboxServer.Sanne}/PIP", pip)).Status);
        Assert.Equal(400, (await duo.PostAsync("/personen/99999001/PIP", pip)).Status);
        Assert.Equal(403, (await duo.PutAsync($"{Hasan}/uren/participatietaalles", new { uren = 1 }, "0106")).Status);
    }

    [Fact]
    public async Task PutUren_AtOnceInALongList_KeepsEveryTotal()
    {
        // so long that reading, changing and writing it takes a while: whoever does that without waiting for the other loses one
        var others = new JsonArray([.. Enumerable.Range(0, 3000).Select(_ => new JsonObject { ["gemeentecode"] = "0000" })]);
        await duo.KnowAsync(SandboxServer.Amal, new JsonObject { ["uren"] = others }.ToJsonString());

        await Task.WhenAll(
            from gemeente in new[] { "1708", "0171" }
            from soort in new[] { "participatietaalles", "participatieactiviteiten", "bredeintake/taallesknm" }
            select duo.PutAsync($"{Amal}/uren/{soort}", new { uren = 5 }, gemeente));

        var own = (await duo.KnownAsync(SandboxServer.Amal))["uren"]!.AsArray().Select(one => one!.AsObject()).Where(one => (string?)one["gemeentecode"] != "0000").ToList();
        Assert.Equal(["0171", "1708"], own.Select(one => (string?)one["gemeentecode"]).Order(StringComparer.Ordinal));
        Assert.All(own, one => Assert.Equal(5, one.Count));
    }

    private static object Aanbod(string start) => new
    {
        datumInburgeringsaanbod = "2024-06-24",
        verwachteStartdatumOpleiding = start,
        verwachteEinddatumOpleiding = "2026-06-13",
        indicatorAlfabetiseringsonderwijs = "NVT",
    };

    private async Task TurnAsync(string vandaag)
    {
        using var response = await sandbox.SteerAsync("dag", $$"""{"vandaag":"{{vandaag}}"}""");
        Assert.True(response.IsSuccessStatusCode);
    }

    private static void AssertEmpty(int status, SandboxAntwoord answer) => Assert.Equal((status, string.Empty), (answer.Status, answer.Text));

    private static void AssertJson(string expected, SandboxAntwoord answer)
    {
        Assert.Equal(200, answer.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), answer.Json), answer.Text);
    }
}
