using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Seam;

/// <summary>What a test may order from the simulator of a partner that delivers messages: each partner of config/partners/, one sandbox for all.</summary>
public sealed class PartnersandboxTests(Partnersandbox sandbox) : IClassFixture<Partnersandbox>
{
    public static TheoryData<string> Partners => [.. Sandboxpartner.Alle.Select(partner => partner.Key)];

    public static TheoryData<string, string, string> Clients => [.. Sandboxpartner.Alle.SelectMany(partner => partner.Clients.Select(c => (partner.Key, c.Client, c.Oin)))];

    public static TheoryData<string, string> Taken => [.. Sandboxpartner.Alle.SelectMany(partner => partner.Aanmeldingen.Keys.Select(taak => (partner.Key, taak)))];

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task Zending_AlsIedereClientVanConfig_DraagtDeOinVanZijnOrganisatie(string partner, string client, string oin)
    {
        var (status, text) = await ZendAsync(
            partner, new JsonObject { ["client"] = client, ["type"] = Sandboxpartner.Van(partner).Type, ["data"] = new JsonObject { ["veld"] = "waarde" } }.ToJsonString());

        var bericht = Assert.Single(sandbox.Neem());
        Assert.Equal((202, $"nl.inburgering.{Sandboxpartner.Van(partner).Type}"), (status, (string?)bericht["type"]));
        Assert.StartsWith($"urn:nld:oin:{oin}:systeem:", (string?)bericht["source"], StringComparison.Ordinal);
        Assert.Equal("""{"veld":"waarde"}""", bericht["data"]!.ToJsonString());
        Assert.Equal((string?)bericht["id"], (string?)JsonNode.Parse(text)!["id"]);
    }

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Zending_ZonderClient_GaatAlsDeEersteVanConfig(string partner)
    {
        await ZendAsync(partner, """{"type":"iets","data":{}}""");

        Assert.StartsWith($"urn:nld:oin:{Sandboxpartner.Van(partner).Clients[0].Oin}:", (string?)Assert.Single(sandbox.Neem())["source"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Zendingen_MeerInAndereVolgordeEnVaker_GaanZoEnStaanInDeLijstZonderInhoud(string partner)
    {
        await ZendAsync(partner, """{"volgorde":"omgekeerd","zendingen":[{"type":"een","data":{"wie":"PR-0123456789"}},{"type":"twee","keer":2,"data":{}}]}""");

        var gekregen = sandbox.Neem();
        Assert.Equal(["nl.inburgering.twee", "nl.inburgering.twee", "nl.inburgering.een"], gekregen.Select(b => (string?)b["type"]));
        Assert.Equal(["2", "2", "1"], gekregen.Select(b => (string?)b["sequence"]));
        Assert.Equal(gekregen[0]["id"]!.ToString(), gekregen[1]["id"]!.ToString());
        var lijst = await sandbox.ListAsync($"/_sandbox/{partner}/zendingen");
        Assert.Equal(gekregen.Select(b => (string?)b["id"]), lijst.Select(v => (string?)v!["id"]));
        Assert.DoesNotContain("PR-0123456789", lijst.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Zending_NietBegrepen_Is400EnErGaatNiets(string partner)
    {
        string[] fout = ["""{"client":"een-ander","type":"x","data":{}}""", """{"type":"x"}""", """{"data":{}}""", """{"type":"x","data":{},"keer":0}""", "[1]", "{"];
        foreach (var zending in fout)
        {
            Assert.Equal(400, (await ZendAsync(partner, zending)).Status);
        }

        Assert.Empty(sandbox.Neem());
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Aanmelding_MetAlleVeldenVanConfig_WordtAangenomenEnMetEenMeerGeweigerd(string partner, string taak)
    {
        await HerstelAsync(partner);
        var inhoud = Sandboxpartner.Inhoud(Sandboxpartner.Van(partner).Aanmeldingen[taak]);

        Assert.Equal(202, (await MeldAsync(partner, taak, inhoud)).Status);
        inhoud[0]!["bsn"] = "x";
        Assert.Equal(400, (await MeldAsync(partner, taak, inhoud)).Status);

        Assert.Equal(taak, (string?)Assert.Single(await sandbox.ListAsync($"/_sandbox/{partner}/aanmeldingen"))!["data"]!["taak"]);
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task Storing_VanDeAanmelding_RaaktDieEenKeerEnStaatInDeVerzoeken(string partner, string taak)
    {
        await HerstelAsync(partner);
        var inhoud = Sandboxpartner.Inhoud(Sandboxpartner.Van(partner).Aanmeldingen[taak]);
        await sandbox.PostAsync($"/_sandbox/{partner}/storingen", $$"""{"path":"/{{partner}}/v1/aanmeldingen","method":"POST","kind":"503"}""");

        var antwoorden = new[] { await MeldAsync(partner, taak, inhoud), await MeldAsync(partner, taak, inhoud) };

        Assert.Equal([503, 202], antwoorden.Select(a => a.Status));
        var verzoeken = await sandbox.ListAsync($"/_sandbox/{partner}/verzoeken");
        Assert.Equal(["POST /aanmeldingen 503 503 false", "POST /aanmeldingen 202  true"], verzoeken.Select(v => $"{v!["method"]} {v["path"]} {v["status"]} {v["storing"]} {v["verwerkt"]}"));
    }

    [Theory]
    [MemberData(nameof(Partners))]
    public async Task Herstel_NaZendingAanmeldingEnStoring_LaatNietsOver(string partner)
    {
        await ZendAsync(partner, """{"type":"iets","data":{}}""");
        sandbox.Neem();
        var taken = Sandboxpartner.Van(partner).Aanmeldingen;
        foreach (var (taak, velden) in taken)
        {
            await MeldAsync(partner, taak, Sandboxpartner.Inhoud(velden));
        }

        await sandbox.PostAsync($"/_sandbox/{partner}/storingen", """{"kind":"503","times":9}""");

        Assert.Equal(204, (await sandbox.PostAsync($"/_sandbox/{partner}/herstel", "{}")).Status);

        string[] lijsten = taken.Count > 0 ? ["zendingen", "storingen", "verzoeken", "aanmeldingen"] : ["zendingen", "storingen", "verzoeken"];
        foreach (var lijst in lijsten)
        {
            Assert.Empty(await sandbox.ListAsync($"/_sandbox/{partner}/{lijst}"));
        }

        await ZendAsync(partner, """{"type":"iets","data":{}}""", herstel: false);
        Assert.Equal("1", (string?)Assert.Single(sandbox.Neem())["sequence"]);
    }

    private async Task<(int Status, string Text)> ZendAsync(string partner, string zending, bool herstel = true)
    {
        if (herstel)
        {
            await HerstelAsync(partner);
        }

        return await sandbox.PostAsync($"/_sandbox/{partner}/zendingen", zending);
    }

    private Task HerstelAsync(string partner) => sandbox.PostAsync($"/_sandbox/{partner}/herstel", "{}");

    private Task<(int Status, string Text)> MeldAsync(string partner, string taak, JsonObject inhoud) => sandbox.PostAsync(
        $"/{partner}/v1/aanmeldingen",
        $$$"""
        {"specversion":"1.0","id":"{{{Guid.NewGuid()}}}","source":"urn:nld:oin:00000001999990001000:systeem:inburgering-gateway","type":"nl.inburgering.aanmelding","time":"2024-11-15T09:00:00Z","datacontenttype":"application/json","data":{"partnerReferentie":"PR-0123456789","taak":"{{{taak}}}","gegevens":{{{inhoud.ToJsonString()}}}}}
        """,
        "application/cloudevents+json");
}
