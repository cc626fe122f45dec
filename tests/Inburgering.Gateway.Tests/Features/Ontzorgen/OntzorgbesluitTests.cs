using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features.Ontzorgen;

/// <summary>Decisions on financieel ontzorgen through the door: for whom, in which days, with every fault at once, and unreadable outside the gateway.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class OntzorgbesluitTests(RunningHouse house)
{
    private const string Inkomen = "inkomen-1708", Iban = "NL13TEST0123456789", Deurwaarder = "NL91ABNA0417164300";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Besluit_VanEenAsielstatushouder_StaatVastEnRekentElkeMaandUit()
    {
        var (client, dossier, regie) = await PersoonAsync();

        var vast = await PostAsync(client, dossier, Besluit());
        var weer = await PostAsync(client, dossier, Besluit());

        Assert.Equal((HttpStatusCode.Created, "geldt", "2025-05-14"), (vast.Status, vast.Tekst("status"), vast.Tekst("einddatum")));
        Assert.Equal((HttpStatusCode.Created, vast.Tekst("besluitId")), (weer.Status, weer.Tekst("besluitId")));
        Assert.Equal("Ontzorgbesluit vastgelegd|0|-|financieel-ontzorgen|-|FIN.iban,status,vasteLasten|t", await vast.RegelAsync(house));
        Assert.Equal("Ontzorgbesluit vastgelegd|0|herhaling|financieel-ontzorgen|-|FIN.iban,status,vasteLasten|t", await weer.RegelAsync(house));
        Assert.Single((await GetAsync(client, dossier)).Body.GetProperty("besluiten").EnumerateArray());

        var maand = await RekenAsync(client, dossier, vast, new { maand = "2024-12", uitkeringCenten = 129410 });
        Assert.Equal((HttpStatusCode.OK, 92010, 37400), (maand.Status, maand.Body.GetProperty("vasteLastenCenten").GetInt32(), maand.Body.GetProperty("leefgeldCenten").GetInt32()));
        Assert.Equal(["HUUR 61235 2024-12-01", "ENER 14800 2024-12-20", "ZORG 15975 2024-12-31", "LEEF 37400 "], maand.Body.GetProperty("betalingen").EnumerateArray().Select(Betaling));
        var tekort = (await RekenAsync(client, dossier, vast, new { maand = "2024-12", uitkeringCenten = 80000 })).Body;
        Assert.Empty(tekort.GetProperty("betalingen").EnumerateArray());
        Assert.Equal(
            ("OZ-03", "De vaste lasten zijn € 120,10 hoger dan de uitkering. Neem eerst een besluit.", 12010),
            (tekort.GetProperty("besluitNodig").GetProperty("code").GetString(), tekort.GetProperty("besluitNodig").GetProperty("tekst").GetString(), tekort.GetProperty("besluitNodig").GetProperty("tekortCenten").GetInt32()));
        Assert.Equal("OZ-04", Nodig(await RekenAsync(client, dossier, vast, new { maand = "2024-12", uitkeringCenten = 112009 })));
        Assert.Equal("OZ-05", Nodig(await RekenAsync(client, dossier, vast, new { maand = "2024-12" })));
        Assert.Equal("OZ-06", Nodig(await RekenAsync(client, dossier, vast, new { maand = "2025-06", uitkeringCenten = 129410 })));
        Assert.Equal(64705, (await RekenAsync(client, dossier, vast, new { maand = "2024-11", volleMaandCenten = 121322 })).Body.GetProperty("schattingCenten").GetInt32());

        foreach (var (fout, plaats) in new (object, string)[] { (new { maand = "2024-13" }, "/maand"), (new { maand = "12-2024", uitkeringCenten = -1, beslagCenten = -1, volleMaandCenten = 100_000_000_000 }, "/maand /uitkeringCenten /beslagCenten /volleMaandCenten") })
        {
            var geweigerd = await RekenAsync(client, dossier, vast, fout);
            Assert.Equal((HttpStatusCode.BadRequest, "GW-0003", plaats), (geweigerd.Status, geweigerd.Code, geweigerd.Plaatsen));
        }

        // regie knows that it is so, not how much; what is stored says nothing by itself
        var gezien = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{dossier}?doel=regie-voeren");
        Assert.Equal("""{"status":"bijstand; vaste lasten ontzorgd van 2024-11-15 tot 2025-05-15"}""", gezien.Body.GetProperty("gegevens").GetProperty("FIN").GetRawText());
        Assert.True(await house.ScalarAsync<bool>($"select bool_and(position('TEST'::bytea in inhoud) = 0 and position('huur'::bytea in inhoud) = 0) from betalen.ontzorgbesluit where dossier_id = '{dossier}'"));
    }

    [Fact]
    public async Task Besluit_OverPablo_WordtGeweigerdMetRedenDoelgroep()
    {
        var client = await house.AsAsync(Inkomen);
        var dossier = (await Regiewerk.OverAsync(house, Regiewerk.Pablo)).DossierId;

        var geweigerd = await PostAsync(client, dossier, Besluit());

        Assert.Equal((HttpStatusCode.Conflict, "GW-0500"), (geweigerd.Status, geweigerd.Code));
        Assert.StartsWith("Reden doelgroep: ", geweigerd.Tekst("detail"), StringComparison.Ordinal);
        Assert.Equal("Ontzorgbesluit vastgelegd|1|doelgroep|financieel-ontzorgen|-|-|t", await geweigerd.RegelAsync(house));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from betalen.ontzorgbesluit where dossier_id = '{dossier}'"));
    }

    [Fact]
    public async Task Besluit_ZolangDuoDeDoelgroepNietZei_WordtGeweigerd()
    {
        var (client, dossier, _) = await PersoonAsync(doelgroep: null);

        Assert.Equal((HttpStatusCode.Conflict, "GW-0500"), Kort(await PostAsync(client, dossier, Besluit())));
    }

    [Fact]
    public async Task Besluit_MetMinderDanNegenWekenTeGaan_ZegtHoeveel()
    {
        var (client, dossier, _) = await PersoonAsync();

        Assert.False((await PostAsync(client, dossier, Besluit())).Body.TryGetProperty("wekenTeGaan", out _));
        var kort = await PostAsync(client, (await PersoonAsync()).Dossier, Besluit(b => b["einddatum"] = "2024-12-20"));
        Assert.Equal(5, kort.Body.GetProperty("wekenTeGaan").GetInt32());
    }

    [Fact]
    public async Task Besluit_OnderEenBeperkingVanDeFinancien_IsErVoorNiemand()
    {
        var (client, dossier, _) = await PersoonAsync();
        var vast = await PostAsync(client, dossier, Besluit());
        await Cluster.ExecuteOnAsync(house.Database, $"""
            insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door)
            values ('1708', gen_random_uuid(), '{dossier}', 'FIN', 'Z-2024-1', '2024-11-01', 'privacy-1708')
            """, Ct);

        Assert.Empty((await GetAsync(client, dossier)).Body.GetProperty("besluiten").EnumerateArray());
        Assert.Equal((HttpStatusCode.NotFound, "GW-0502"), Kort(await RekenAsync(client, dossier, vast, new { maand = "2024-12", uitkeringCenten = 129410 })));
    }

    [Fact]
    public async Task Besluit_InDezelfdeTijd_KomtErAlleenVoorInDePlaats()
    {
        var (client, dossier, _) = await PersoonAsync();
        var eerste = await PostAsync(client, dossier, Besluit());

        Assert.Equal((HttpStatusCode.Conflict, "GW-0501"), Kort(await PostAsync(client, dossier, Besluit(b => b["begindatum"] = "2025-05-14"))));
        Assert.Equal((HttpStatusCode.NotFound, "GW-0502"), Kort(await PostAsync(client, dossier, Besluit(b => b["vervangt"] = $"{Guid.NewGuid()}"))));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0503"), Kort(await PostAsync(client, dossier, Besluit(b => (b["begindatum"], b["einddatum"], b["verlenging"]) = ("2023-01-01", "2023-03-01", "verzoek")))));
        var tweede = await PostAsync(client, dossier, Besluit(b => (b["vervangt"], b["kosten"]![0]!["bedragCenten"]) = (eerste.Tekst("besluitId"), 63072)));
        var verlengd = await PostAsync(client, dossier, Besluit(b => (b["begindatum"], b["einddatum"], b["verlenging"]) = ("2025-05-15", "2025-12-31", "artikel-57")));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (tweede.Status, verlengd.Status));
        Assert.Equal(
            ["vervangen 2025-05-14", "geldt 2025-05-14", "geldt 2025-12-31"],
            (await GetAsync(client, dossier)).Body.GetProperty("besluiten").EnumerateArray().Select(b => $"{b.GetProperty("status").GetString()} {b.GetProperty("einddatum").GetString()}"));
        // what the dossier says is of the decision that runs, not of the one told last
        var fin = await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/dossiers/{dossier}?doel=financieel-ontzorgen");
        Assert.Equal("bijstand; vaste lasten ontzorgd van 2024-11-15 tot 2025-05-15", fin.Body.GetProperty("gegevens").GetProperty("FIN").GetProperty("status").GetString());
        Assert.Equal((HttpStatusCode.NotFound, "GW-0502"), Kort(await RekenAsync(client, dossier, eerste, new { maand = "2024-12", uitkeringCenten = 129410 })));
        Assert.Equal(35563, (await RekenAsync(client, dossier, tweede, new { maand = "2024-12", uitkeringCenten = 129410 })).Body.GetProperty("leefgeldCenten").GetInt32());
    }

    public static TheoryData<string, string> Fouten => new()
    {
        { """{"besluitnummer": "999990019"}""", "/besluitnummer" },
        { """{"machtigingOp": null}""", "/machtigingOp" },
        { """{"machtigingOp": "2024-11-16"}""", "/machtigingOp" },
        { """{"einddatum": "2024-11-14"}""", "/einddatum" },
        { """{"einddatum": "2025-05-15"}""", "/einddatum" },
        { """{"verlenging": "verzoek"}""", "/einddatum" },
        { """{"verlenging": "zomaar", "einddatum": "2025-05-15"}""", "/verlenging" },
        { """{"afwijking": "kort"}""", "/afwijking" },
        { """{"ondergrensCenten": -1}""", "/ondergrensCenten" },
        { """{"kosten": []}""", "/kosten" },
        { """{"leefgeld": []}""", "/leefgeld" },
        { """{"leefgeld": [{"naam": "H. Kamaal", "iban": "NL43RABO0300012345"}]}""", "/leefgeld/0/iban" },
        { """{"leefgeld": [{"naam": "حسن", "iban": "NL13TEST0123456789"}]}""", "/leefgeld/0/naam" },
        { """{"kosten/0/soort": "sport"}""", "/kosten/0/soort" },
        { """{"kosten/0/soort": "1"}""", "/kosten/0/soort" },
        { """{"kosten/0/bedragCenten": 0}""", "/kosten/0/bedragCenten" },
        { """{"kosten/0/vervaldag": 32}""", "/kosten/0/vervaldag" },
        { """{"kosten/0/totEnMet": "2024-11-30"}""", "/kosten/0/totEnMet" },
        { """{"kosten/0/kenmerk": "5020261112345678"}""", "/kosten/0" },
        { """{"kosten/0/kenmerk": "5020261112345678", "kosten/0/omschrijving": null}""", "/kosten/0/kenmerk" },
        { """{"kosten/0/omschrijving": "BSN 999990019"}""", "/kosten/0/omschrijving" },
        { """{"kosten/0/bedragCenten": -5, "kosten/1/vervaldag": 0, "machtigingOp": null}""", "/machtigingOp /kosten/0/bedragCenten /kosten/1/vervaldag" },
    };

    [Theory]
    [MemberData(nameof(Fouten))]
    public async Task Besluit_MetFouten_NoemtZeAllemaalEnVerandertNiets(string anders, string plaatsen)
    {
        var client = await house.AsAsync(Inkomen);
        var dossier = await VasteAsync();
        var besluit = Besluit(b =>
        {
            foreach (var (pad, waarde) in JsonNode.Parse(anders)!.AsObject())
            {
                var delen = pad.Split('/');
                (delen.Length == 1 ? b : b[delen[0]]![int.Parse(delen[1], System.Globalization.CultureInfo.InvariantCulture)]!.AsObject())[delen[^1]] = waarde?.DeepClone();
            }
        });

        var geweigerd = await PostAsync(client, dossier, besluit);

        Assert.Equal((HttpStatusCode.BadRequest, "GW-0003"), Kort(geweigerd));
        Assert.Equal(plaatsen, geweigerd.Plaatsen);
        Assert.DoesNotContain("TEST0123456789", geweigerd.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from betalen.ontzorgbesluit where dossier_id = '{dossier}'"));
    }

    [Theory]
    [InlineData("zaaksysteem-1708", HttpStatusCode.Forbidden, "GW-0002")]
    [InlineData("vwn-1708", HttpStatusCode.Forbidden, "GW-0002")]
    [InlineData("privacy-1708", HttpStatusCode.Forbidden, "GW-0002")]
    public async Task Besluit_DoorWieNietVanInkomenIs_IsVerboden(string client, HttpStatusCode status, string code)
    {
        var dossier = await VasteAsync();

        Assert.Equal((status, code), Kort(await GetAsync(await house.AsAsync(client), dossier)));
        Assert.Equal((status, code), Kort(await PostAsync(await house.AsAsync(client), dossier, Besluit())));
    }

    private static string vaste = string.Empty;
    private static readonly SemaphoreSlim Slot = new(1);

    /// <summary>Somebody about whom nothing is ever decided.</summary>
    private async Task<string> VasteAsync()
    {
        await Slot.WaitAsync(Ct);
        try
        {
            return vaste = vaste is { Length: > 0 } ? vaste : (await PersoonAsync()).Dossier;
        }
        finally
        {
            Slot.Release();
        }
    }

    private async Task<(HttpClient Client, string Dossier, Regiewerk Regie)> PersoonAsync(string? doelgroep = "Asielstatushouder")
    {
        var leerling = await house.LeerlingAsync();
        await house.DoelgroepAsync(leerling.DossierId, doelgroep);
        return (await house.AsAsync(Inkomen), leerling.DossierId, await Regiewerk.OverAsync(house, leerling.Persoon.Bsn));
    }

    private static JsonObject Besluit(Action<JsonObject>? anders = null)
    {
        var besluit = new JsonObject
        {
            ["besluitnummer"] = "OZ-2024-0117",
            ["begindatum"] = "2024-11-15",
            ["machtigingOp"] = "2024-11-12",
            ["kosten"] = new JsonArray(Post("huur", 61235, 1), Post("energie", 14800, 20), Post("zorg", 15975, 31)),
            ["leefgeld"] = new JsonArray(new JsonObject { ["naam"] = "H. Kamaal", ["iban"] = Iban }),
            ["beslaglegger"] = new JsonObject { ["naam"] = "Deurwaarder Vos", ["iban"] = Deurwaarder },
        };
        anders?.Invoke(besluit);
        return besluit;
    }

    private static JsonObject Post(string soort, int centen, int dag) => new()
    {
        ["soort"] = soort,
        ["crediteur"] = new JsonObject { ["naam"] = "Woningstichting De Linde", ["iban"] = Iban },
        ["omschrijving"] = "Contract 20024",
        ["bedragCenten"] = centen,
        ["vanaf"] = "2024-12-01",
        ["vervaldag"] = dag,
    };

    private static string Betaling(JsonElement betaling) =>
        $"{betaling.GetProperty("soort").GetString()} {betaling.GetProperty("bedragCenten").GetInt64()} {(betaling.TryGetProperty("vervaltOp", out var op) ? op.GetString() : string.Empty)}";

    private static string? Nodig(Antwoord antwoord) => antwoord.Body.GetProperty("besluitNodig").GetProperty("code").GetString();

    private static (HttpStatusCode, string) Kort(Antwoord antwoord) => (antwoord.Status, antwoord.Code);

    private static Task<Antwoord> PostAsync(HttpClient client, string dossier, JsonObject besluit) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/dossiers/{dossier}/ontzorgbesluiten", besluit);

    private static Task<Antwoord> GetAsync(HttpClient client, string dossier) => Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/dossiers/{dossier}/ontzorgbesluiten");

    private static Task<Antwoord> RekenAsync(HttpClient client, string dossier, Antwoord besluit, object maand) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/dossiers/{dossier}/ontzorgbesluiten/{besluit.Tekst("besluitId")}/berekeningen", maand);
}
