using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>POST /v1/berichten and how a message is followed: what is stored, what is refused, and who sees it (interface.md 3 and 5).</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class BerichtLeveringTests(RunningHouse house)
{
    private const string Onbekend = "/v1/berichten/00000000-0000-0000-0000-000000000001";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/cloudevents+json")]
    [InlineData("application/cloudevents+json; charset=utf-8")]
    [InlineData("application/json")]
    public async Task Lever_GoedBericht_IsBewaardVersleuteldEnDaarnaVerwerkt(string mediatype)
    {
        var persoon = Nieuweling.Maak();

        using var response = await house.PostAsync("coa", Berichtproef.Event("koppeling", persoon, 1).ToJsonString(), mediatype);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Ct));
        var adres = response.Headers.Location!.OriginalString;
        Assert.Equal(("verwerkt", null), await house.AfloopAsync(adres));
        var id = adres["/v1/berichten/".Length..];
        Assert.True(await house.ScalarAsync<bool>($"select inhoud is not null and position('{persoon.VNummer}'::bytea in inhoud) = 0 from inbox.bericht where bericht_id = '{id}'"));
        Assert.Equal(1L, await RegelsAsync(id, "Bericht ontvangen", "c.doel = 'aanleveren-coa' and c.activiteit = 'VA-04-coa/1' and c.grondslag = 'WI' and r.betrokkene is not null"));
        Assert.Equal(1L, await RegelsAsync(id, "Dossier geopend en gegevens vastgelegd", "true"));
    }

    [Fact]
    public async Task Lever_ZelfdeBerichtOpnieuw_KrijgtHetzelfdeAntwoordEnTeltEenKeer()
    {
        var bericht = Berichtproef.Event("koppeling", Nieuweling.Maak(), 1);

        var adressen = new[] { await house.LeverAsync(bericht), await house.LeverAsync(bericht), await house.LeverAsync(bericht) };

        Assert.Single(adressen.Distinct());
        Assert.Equal(("verwerkt", null), await house.AfloopAsync(adressen[0]));
        Assert.Equal(1L, await RijenAsync(adressen[0]));
    }

    [Fact]
    public async Task Lever_ZelfdeIdAndereInhoud_IsDeHerhalingEnWachtOpEenMens()
    {
        var (persoon, ander, id) = (Nieuweling.Maak(), Nieuweling.Maak(), Guid.NewGuid().ToString());
        var eerste = await house.LeverAsync(Berichtproef.Event("koppeling", persoon, 1, null, id));

        Assert.Equal(eerste, await house.LeverAsync(Berichtproef.Event("koppeling", ander, 2, null, id)));
        Assert.Equal(eerste, await house.LeverAsync(Berichtproef.Event("koppeling", ander, 2, null, id)));

        Assert.Equal(("verwerkt", null), await house.AfloopAsync(eerste));
        Assert.Null(await house.DossierAsync(ander));
        var tweede = await house.ScalarAsync<Guid>($"select bericht_id from inbox.bericht where herhaling_van = '{eerste["/v1/berichten/".Length..]}'");
        Assert.Contains(await AfkeuringenAsync(), a => a["berichtId"]!.ToString() == $"{tweede}" && a["redenen"]![0]!["code"]!.ToString() == "zelfde-bericht-id-andere-inhoud");
        var gemeente = await JsonAsync("zaaksysteem-1708", $"/v1/afkeuringen/{tweede}");
        Assert.Equal("is aan de gemeente gekoppeld", gemeente["betekenis"]!.ToString());
    }

    [Fact]
    public async Task Lever_ZelfdeIdVanEenAnderSysteem_IsEenAnderBericht()
    {
        var (bericht, id) = (Berichtproef.Event("koppeling", Nieuweling.Maak(), 1), Guid.NewGuid().ToString());
        bericht["id"] = id;
        var eerste = await house.LeverAsync(bericht);
        bericht["source"] = "urn:nld:oin:00000001999990008000:systeem:tvs";

        Assert.NotEqual(eerste, await house.LeverAsync(bericht));
    }

    [Theory]
    [InlineData("specversion", "\"0.3\"", "/specversion")]
    [InlineData("specversion", null, "/specversion")]
    [InlineData("id", "\"\"", "/id")]
    [InlineData("id", null, "/id")]
    [InlineData("source", "\"coa\"", "/source")]
    [InlineData("source", "\"urn:nld:oin:123:systeem:coa\"", "/source")]
    [InlineData("type", "\"nl.inburgering.onbekend\"", "/type")]
    [InlineData("type", "\"koppeling\"", "/type")]
    [InlineData("type", null, "/type")]
    [InlineData("time", "\"gisteren\"", "/time")]
    [InlineData("time", "\"2199-01-01T00:00:00Z\"", "/time")]
    [InlineData("sequence", "\"een\"", "/sequence")]
    [InlineData("sequencetype", "\"String\"", "/sequencetype")]
    [InlineData("datacontenttype", "\"text/xml\"", "/datacontenttype")]
    [InlineData("subject", "\"999997002\"", "/subject")]
    [InlineData("subject", "\"PR-0123456789\"", "/subject")]
    [InlineData("data", "\"tekst\"", "/data")]
    [InlineData("data", null, "/data")]
    [InlineData("data_base64", "\"e30=\"", "/data_base64")]
    [InlineData("data", "{\"vNummer\":\"2910000000\"}", "/data/gemeentecode")]
    [InlineData("data", "{\"gemeentecode\":\"1708\",\"vNummer\":\"x\",\"bsn\":\"999990018\"}", "/data/bsn /data/vNummer")]
    public async Task Lever_BerichtDatNietPast_Is400MetDeFoutEnBewaartNiets(string naam, string? waarde, string plaatsen)
    {
        var bericht = Berichtproef.Event("koppeling", Nieuweling.Maak(), 1);
        bericht.Remove(naam);
        if (waarde is not null)
        {
            bericht[naam] = JsonNode.Parse(waarde);
        }

        await WeigertAsync(bericht, plaatsen);
    }

    [Fact]
    public async Task Lever_MetVeelFouten_NoemtZeAllemaal()
    {
        var bericht = new JsonObject { ["specversion"] = 1, ["type"] = "nl.inburgering.koppeling", ["time"] = "x", ["data"] = new JsonObject { ["naam"] = 1 } };

        await WeigertAsync(bericht, "/data/gemeentecode /data/naam /data/vNummer /id /source /specversion /time");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"1\",\"id\":\"2\"}")]
    [InlineData("{} {}")]
    public async Task Lever_GeenJsonObject_Is400(string body)
    {
        using var response = await house.PostAsync("coa", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("coa", "source", "urn:nld:oin:00000003999990010000:systeem:x", "GW-0270", "afzender-klopt-niet")]
    [InlineData("taalpunt-1708", "source", "urn:nld:oin:00000003999990010000:systeem:x", "GW-0271", "doel-niet-toegestaan")]
    [InlineData("coa", "gemeentecode", "9999", "GW-0272", "gemeente-niet-hier")]
    public async Task Lever_VanOfVoorEenAnder_Is403EnVastgelegd(string client, string veld, string waarde, string code, string reden)
    {
        var bericht = Berichtproef.Event("koppeling", Nieuweling.Maak(), 1);
        (veld == "source" ? bericht : bericht["data"]!.AsObject())[veld] = waarde;
        var voor = await AantalAsync();

        using var response = await house.PostAsync(client, bericht.ToJsonString());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(voor, await AantalAsync());
        Assert.Equal(reden, await house.ScalarAsync<string>($"""
            select c.reden from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.span_id = '\x{Assert.Single(response.Headers.GetValues("Besluit-Id"))}' and c.resultaat = 1
            """));
    }

    [Theory]
    [InlineData("duo")]
    [InlineData("zaaksysteem-1708")]
    [InlineData("inkomen-1708")]
    public async Task Lever_ZonderScope_Is403(string client)
    {
        using var response = await house.PostAsync(client, Berichtproef.Event("koppeling", Nieuweling.Maak(), 1).ToJsonString());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("GW-0002", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lever_ZonderToken_Is401()
    {
        using var response = await house.Anonymous.PostAsync("/v1/berichten", RunningHouse.Json(new { }), Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Lever_AnderMediatypeOfTeGroot_Is415En413()
    {
        var bericht = Berichtproef.Event("koppeling", Nieuweling.Maak(), 1).ToJsonString();
        using var anders = await house.PostAsync("coa", bericht, "application/cloudevents-batch+json");
        using var groot = await house.PostAsync("coa", bericht.PadRight(65_537));
        using var grens = await house.PostAsync("coa", bericht.PadRight(65_536));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.Accepted), (anders.StatusCode, groot.StatusCode, grens.StatusCode));
    }

    [Fact]
    public async Task Bericht_VanEenAnder_IsHetzelfdeAlsOnbekend()
    {
        var adres = await house.LeverAsync(Berichtproef.Event("koppeling", Nieuweling.Maak(), 1));
        var taalpunt = await house.AsAsync("taalpunt-1708");

        using var vanAnder = await taalpunt.GetAsync(adres, Ct);
        using var onbekend = await taalpunt.GetAsync(Onbekend, Ct);
        using var geenNummer = await taalpunt.GetAsync("/v1/berichten/x", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (vanAnder.StatusCode, onbekend.StatusCode, geenNummer.StatusCode));
        Assert.Equal(await ZonderTraceAsync(onbekend), await ZonderTraceAsync(vanAnder));
    }

    [Fact]
    public async Task Lever_OverIemandDieNietGekoppeldIs_IsAfgekeurdMetEenReden()
    {
        var persoon = Nieuweling.Maak();

        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(Berichtproef.Event("klantprofiel-beschikbaar", persoon, 2)));

        Assert.Null(await house.DossierAsync(persoon));
    }

    [Fact]
    public async Task Partnerstatus_TeltAlleenHetEigene()
    {
        var voor = (await JsonAsync("vwn-1708", "/v1/partner/status")).ToJsonString();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", Nieuweling.Maak(), 1));

        var coa = await JsonAsync("coa", "/v1/partner/status");
        Assert.Contains("nl.inburgering.koppeling", coa["typen"]!.AsArray().Select(t => t!.ToString()));
        Assert.True((long)coa["gemeenten"]!.AsArray().Single(g => g!["gemeentecode"]!.ToString() == "1708")!["verwerkt"]! > 0);
        var vwn = await JsonAsync("vwn-1708", "/v1/partner/status");
        Assert.Equal(voor, vwn.ToJsonString());
        Assert.Equal("1708", Assert.Single(vwn["gemeenten"]!.AsArray())!["gemeentecode"]!.ToString());
        Assert.All(
            (await JsonAsync("vwn-1708", "/v1/partner/afkeuringen"))["afkeuringen"]!.AsArray(),
            a => Assert.Contains(a!["type"]!.ToString(), vwn["typen"]!.AsArray().Select(t => t!.ToString())));
        using var gemeente = await (await house.AsAsync("zaaksysteem-1708")).GetAsync("/v1/partner/status", Ct);
        Assert.Equal(HttpStatusCode.Forbidden, gemeente.StatusCode);
    }

    [Fact]
    public async Task Afkeuringen_MeerDanEenPagina_GaanVerderMetDeCursorOverGemeentenHeen()
    {
        var ids = new HashSet<string>();
        foreach (var gemeente in new[] { "1708", "0171" })
        {
            for (var i = 0; i < 30; i++)
            {
                var adres = await house.LeverAsync(Berichtproef.Event("uitstroom", Nieuweling.Maak(), 1, new { gemeentecode = gemeente }));
                ids.Add(adres["/v1/berichten/".Length..]);
            }
        }

        await house.UntilAsync($"select count(*) = 0 from inbox.bericht where status = 0 and bericht_id in ({string.Join(',', ids.Select(i => $"'{i}'"))})");
        var gezien = (await AfkeuringenAsync()).ConvertAll(a => a["berichtId"]!.ToString());
        Assert.Equal(gezien.Count, gezien.Distinct().Count());
        Assert.Empty(ids.Except(gezien));
        using var vreemd = await (await house.AsAsync("vwn-1708")).GetAsync("/v1/partner/afkeuringen?cursor=x", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, vreemd.StatusCode);
    }

    /// <summary>Every page of what COA may see of its own.</summary>
    private async Task<List<JsonNode>> AfkeuringenAsync()
    {
        var gezien = new List<JsonNode>();
        for (var pad = "/v1/partner/afkeuringen"; pad is not null;)
        {
            var pagina = await JsonAsync("coa", pad);
            gezien.AddRange(pagina["afkeuringen"]!.AsArray().OfType<JsonNode>());
            pad = pagina["volgende"] is { } volgende ? $"/v1/partner/afkeuringen?cursor={Uri.EscapeDataString(volgende.ToString())}" : null;
        }

        return gezien;
    }

    private async Task WeigertAsync(JsonObject bericht, string plaatsen)
    {
        var voor = await AantalAsync();

        using var response = await house.PostAsync("coa", bericht.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var fouten = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["errors"]!.AsArray();
        Assert.Equal(plaatsen, string.Join(' ', fouten.Select(f => f!["pointer"]!.ToString()).Order(StringComparer.Ordinal)));
        Assert.Equal(voor, await AantalAsync());
    }

    private async Task<JsonObject> JsonAsync(string client, string pad) => JsonNode.Parse(await (await house.AsAsync(client)).GetStringAsync(pad, Ct))!.AsObject();

    private static async Task<string> ZonderTraceAsync(HttpResponseMessage response)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }

    private Task<long> AantalAsync() => house.ScalarAsync<long>("select count(*) from inbox.bericht");

    private Task<long> RijenAsync(string adres) => house.ScalarAsync<long>($"""
        select count(*) from inbox.bericht b where b.extern_id_hash = (select extern_id_hash from inbox.bericht where bericht_id = '{adres["/v1/berichten/".Length..]}')
        """);

    private Task<long> RegelsAsync(string berichtId, string naam, string ook) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.bericht_id = '{berichtId}' and c.naam = '{naam}' and c.resultaat = 0 and {ook}
        """);
}
