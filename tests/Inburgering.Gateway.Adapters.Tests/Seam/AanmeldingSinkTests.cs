using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Duo.Tests;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;
using Microsoft.AspNetCore.Http;

namespace Inburgering.Gateway.Adapters.Tests.Seam;

/// <summary>An aanmelding over a real connection: what the partner gets, what its answers mean, and how strict the sandbox's partners are.</summary>
public sealed class AanmeldingSinkTests(SandboxServer sandbox) : IClassFixture<SandboxServer>
{
    private const string Problem = """{"type":"about:blank","title":"Past niet","detail":"Deze school neemt 999990019 niet aan."}""";

    private static readonly Guid Id = Guid.Parse("6f6a2a52-8f9e-4b53-9c0f-0d7a4c1f2b11");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_Aanmelding_IsEenCloudEventZonderPersoonInDeEnvelop()
    {
        (string? Soort, JsonNode? Body) gekregen = default;
        await using var server = await PartnerServer.StartAsync(
            async context => gekregen = (context.Request.ContentType, await JsonNode.ParseAsync(context.Request.Body, cancellationToken: Ct)), Ct);

        var reply = await new AanmeldingSink(server.Client).SendAsync(Zending(), Ct);

        Assert.Equal("Answer", ReplyText.Of(reply));
        Assert.Equal(["POST /v1/aanmeldingen"], server.Asked);
        Assert.Equal("application/cloudevents+json; charset=utf-8", gekregen.Soort);
        Assert.Equal(
            """
            {"specversion":"1.0","id":"6f6a2a52-8f9e-4b53-9c0f-0d7a4c1f2b11","source":"urn:nld:oin:00000001999990001000:systeem:inburgering-gateway","type":"nl.inburgering.aanmelding","time":"2024-11-15T09:00:00Z","datacontenttype":"application/json","data":{"partnerReferentie":"PR-0123456789","taak":"leerroute","gegevens":{"IDN":{"naam":"Proef Persoon"}}}}
            """,
            gekregen.Body!.ToJsonString());
    }

    [Theory]
    [InlineData(202, "", "Answer")]
    [InlineData(201, """{"nummer":"7"}""", "Answer")]
    [InlineData(204, "", "Answer")]
    [InlineData(200, "<html>", "Unreadable()")]
    [InlineData(200, """{"a":1,,}""", "Unreadable()")]
    [InlineData(302, "", "Unreadable()")]
    [InlineData(400, Problem, "Refused(Deze school neemt (nummer weggelaten) niet aan.)")]
    [InlineData(403, """[{"fouttekst":"Vol."},{"fouttekst":"Te laat."}]""", "Refused(Vol. | Te laat.)")]
    [InlineData(403, """{"fouttekst":"Vol."}""", "Refused(Vol.)")]
    [InlineData(403, "", "Refused(De ontvanger weigert (403) en zegt niet waarom.)")]
    [InlineData(404, "<html>", "Refused(De ontvanger weigert (404) en zegt niet waarom.)")]
    [InlineData(409, "[]", "Refused(De ontvanger weigert (409) en zegt niet waarom.)")]
    [InlineData(401, "", "Unavailable(afzender onbekend)")]
    [InlineData(408, "", "Unavailable(null)")]
    [InlineData(429, "", "Unavailable(00:00:07)")]
    [InlineData(500, Problem, "Unavailable(null)")]
    [InlineData(503, "", "Unavailable(00:00:07)")]
    public async Task Send_Antwoord_BetekentDit(int status, string body, string betekenis)
    {
        await using var server = await PartnerServer.StartAsync(
            context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = status is 429 or 503 ? "7" : default;
                return body.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(body, Ct);
            },
            Ct);

        Assert.Equal(betekenis, ReplyText.Of(await new AanmeldingSink(server.Client).SendAsync(Zending(), Ct)));
    }

    [Theory]
    [InlineData("Fri, 15 Nov 2024 09:01:30 GMT", "Fri, 15 Nov 2024 09:00:00 GMT", "Unavailable(00:01:30)")]
    [InlineData("Fri, 15 Nov 2024 08:00:00 GMT", "Fri, 15 Nov 2024 09:00:00 GMT", "Unavailable(00:00:00)")]
    [InlineData("Fri, 22 Nov 2024 09:00:00 GMT", "Fri, 15 Nov 2024 09:00:00 GMT", "Unavailable(1.00:00:00)")]
    [InlineData("864000", "Fri, 15 Nov 2024 09:00:00 GMT", "Unavailable(1.00:00:00)")]
    public async Task Send_LaterMetEenDatum_IsGerekendVanafDeDatumVanHetAntwoord(string retryAfter, string date, string betekenis)
    {
        await using var server = await PartnerServer.StartAsync(
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = retryAfter;
                context.Response.Headers.Date = date;
                return Task.CompletedTask;
            },
            Ct);

        Assert.Equal(betekenis, ReplyText.Of(await new AanmeldingSink(server.Client).SendAsync(Zending(), Ct)));
    }

    [Theory]
    [InlineData(202, "Unreadable()")]
    [InlineData(400, "Refused(De ontvanger weigert (400) en zegt niet waarom.)")]
    public async Task Send_AntwoordZonderEinde_WordtNietVerderGelezenDanEenMebibyte(int status, string betekenis)
    {
        var spaties = Encoding.UTF8.GetBytes(new string(' ', 64 * 1024));
        await using var server = await PartnerServer.StartAsync(
            async context =>
            {
                context.Response.StatusCode = status;
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(spaties, context.RequestAborted);
                }
            },
            Ct);

        Assert.Equal(betekenis, ReplyText.Of(await new AanmeldingSink(server.Client).SendAsync(Zending(), Ct)));
    }

    [Fact]
    public async Task Send_NiemandLuistert_IsNietBereikt()
    {
        using var nergens = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9/") };

        Assert.Equal("Unavailable(null)", ReplyText.Of(await new AanmeldingSink(nergens).SendAsync(Zending(), Ct)));
    }

    [Theory]
    [InlineData("taalaanbieder", "leerroute", """{"IDN":{"naam":"x","geboortedatum":"2000-01-01"},"AAN":{"aanbiedingen":[{"verwachteStartdatumOpleiding":"2024-12-02"}]}}""", 202)]
    [InlineData("participatiepartner", "participatie", """{"TVG":{"niveaus":[{"vaardigheid":"lezen","niveau":"A2"}]},"PAR":{"belastbaarheidUrenPerWeek":16}}""", 202)]
    [InlineData("vluchtelingenwerk", "pvt", """{"VBL":{"doelgroep":"Asielstatushouder"}}""", 202)]
    [InlineData("vluchtelingenwerk", "begeleiding", """{"VBL":{"doelgroep":"Asielstatushouder"}}""", 400)]
    [InlineData("taalaanbieder", "leerroute", """{"IDN":{"naam":"x","bsn":"999990019"}}""", 400)]
    [InlineData("taalaanbieder", "leerroute", """{"GZH":{"gezondheid":"x"}}""", 400)]
    [InlineData("taalaanbieder", "leerroute", """{"AAN":{"aanbiedingen":[{"verwachteStartdatumOpleiding":"2024-12-02","instellingsnummer":"0000012345"}]}}""", 400)]
    [InlineData("taalaanbieder", "leerroute", """{"AAN":{"aanbiedingen":"x"}}""", 400)]
    [InlineData("taalaanbieder", "participatie", "{}", 400)]
    [InlineData("participatiepartner", "participatie", """{"GZH":{"belastbaarheid":"x"}}""", 400)]
    public async Task Sandbox_WatHetContractNietNoemt_WordtGeweigerd(string partner, string taak, string gegevens, int status)
    {
        using var antwoord = await PostAsync(partner, Bericht(taak, gegevens));

        Assert.Equal(status, (int)antwoord.StatusCode);
    }

    [Theory]
    [InlineData("subject", "\"PR-0123456789\"")]
    [InlineData("specversion", "\"0.3\"")]
    [InlineData("source", "\"https://gemeente.example\"")]
    [InlineData("id", "\"1\"")]
    [InlineData("type", "\"nl.inburgering.iets\"")]
    public async Task Sandbox_AndereEnvelop_WordtGeweigerd(string naam, string waarde)
    {
        var bericht = JsonNode.Parse(Bericht("leerroute", "{}"))!;
        bericht[naam] = JsonNode.Parse(waarde);

        using var antwoord = await PostAsync("taalaanbieder", bericht.ToJsonString());

        Assert.Equal(400, (int)antwoord.StatusCode);
    }

    [Fact]
    public async Task Sandbox_HetzelfdeNummerNogEens_KrijgtHetzelfdeAntwoordEnTeltEenKeer()
    {
        var bericht = Bericht("leerroute", """{"IDN":{"naam":"x"}}""");

        using var een = await PostAsync("taalaanbieder", bericht);
        using var twee = await PostAsync("taalaanbieder", bericht);

        Assert.Equal((202, 202), ((int)een.StatusCode, (int)twee.StatusCode));
        var ontvangen = JsonNode.Parse(await sandbox.Client.GetStringAsync("/_sandbox/taalaanbieder/aanmeldingen", Ct))!.AsArray();
        Assert.Equal(2, (int)Assert.Single(ontvangen, o => (string?)o!["id"] == (string?)JsonNode.Parse(bericht)!["id"])!["keren"]!);
    }

    private async Task<HttpResponseMessage> PostAsync(string partner, string bericht)
    {
        using var content = new StringContent(bericht, Encoding.UTF8, "application/cloudevents+json");
        return await sandbox.Client.PostAsync(new Uri($"/{partner}/v1/aanmeldingen", UriKind.Relative), content, Ct);
    }

    private static string Bericht(string taak, string gegevens) => $$$"""
        {"specversion":"1.0","id":"{{{Guid.NewGuid()}}}","source":"urn:nld:oin:00000001999990001000:systeem:inburgering-gateway","type":"nl.inburgering.aanmelding","time":"2024-11-15T09:00:00Z","datacontenttype":"application/json","data":{"partnerReferentie":"PR-0123456789","taak":"{{{taak}}}","gegevens":{{{gegevens}}}}}
        """;

    private static Zending<AanmeldingMelding> Zending() => Vraag.Met(
        new AanmeldingMelding(Guid.NewGuid(), "taalpunt-1708", "uitvoeren-leerroute")
        {
            Inhoud = new Aanmelding
            {
                PartnerReferentie = "PR-0123456789",
                Taak = "leerroute",
                Tijdstip = DateTimeOffset.Parse("2024-11-15T10:00:00+01:00", System.Globalization.CultureInfo.InvariantCulture),
                Gegevens = new Dictionary<string, JsonObject> { ["IDN"] = new() { ["naam"] = "Proef Persoon" } },
            },
        },
        null) with
    { BerichtId = Id };
}
