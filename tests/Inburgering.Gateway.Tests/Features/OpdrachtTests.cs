using System.Net;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Assignments over HTTP on the running house: given, refused, read, changed, ended; each with its one line.</summary>
public sealed class OpdrachtTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Leerroute = "uitvoeren-leerroute";
    private const string Taalpunt = "taalpunt-1708";

    [Fact]
    public async Task F1_ReadBeforeGivenWhileItRunsAndAfterItsEnd_Is404ButInBetween()
    {
        var regie = await OverAsync(house, Hasan);
        var school = await house.AsAsync(Taalpunt);
        var voor = await Antwoord.SendAsync(school, HttpMethod.Post, "/v1/dossiers/_zoek", new { bsn = Hasan, doel = Leerroute });

        var gegeven = await regie.GeefAsync(Opdracht(Taalpunt, "leerroute"));
        var id = await regie.IdVanAsync(house, Taalpunt, Leerroute);
        var tijdens = await LeesAsync(house, Taalpunt, id, Leerroute);
        var einde = await regie.BeeindigAsync(gegeven.Tekst("opdrachtId"));
        var na = await LeesAsync(house, Taalpunt, id, Leerroute);
        var onbekend = await LeesAsync(house, Taalpunt, Guid.NewGuid().ToString(), Leerroute);

        Assert.Equal(HttpStatusCode.NotFound, voor.Status);
        Assert.Equal((HttpStatusCode.Created, $"/v1/opdrachten/{gegeven.Tekst("opdrachtId")}"), (gegeven.Status, gegeven.Location));
        Assert.Matches("^PR-[0-9A-HJKMNP-TV-Z]{10}$", gegeven.Tekst("partnerReferentie"));
        Assert.Equal("Opdracht gegeven|0|-|regie-voeren|00000003999990010000|opdracht|t", await gegeven.RegelAsync(house));
        Assert.Equal(HttpStatusCode.OK, tijdens.Status);
        Assert.Equal(HttpStatusCode.Created, einde.Status);
        Assert.Equal("Opdracht beëindigd|0|-|regie-voeren|00000003999990010000|opdracht|t", await einde.RegelAsync(house));
        Assert.Equal((HttpStatusCode.NotFound, onbekend.ZonderNummer), (na.Status, na.ZonderNummer));
        Assert.Equal("Dossier geraadpleegd|1|geen-opdracht|uitvoeren-leerroute|-|-|t", await na.RegelAsync(house));
        Assert.Equal("Dossier gezocht|1|geen-opdracht|uitvoeren-leerroute|-|-|t", await voor.RegelAsync(house));
    }

    [Theory]
    [InlineData("{}", "/clientId /taak /van")]
    [InlineData("""{"clientId":1,"taak":null,"van":"2024-11-01","onbekend":true}""", "/clientId /taak /van /onbekend")]
    [InlineData("""{"clientId":"bestaat-niet","taak":"leerroute","van":"2024-11-01T00:00:00Z"}""", "/clientId")]
    [InlineData("""{"clientId":"zaaksysteem-1708","taak":"leerroute","van":"2024-11-01T00:00:00Z"}""", "/clientId")]
    [InlineData("""{"clientId":"taalpunt-0171","taak":"leerroute","van":"2024-11-01T00:00:00Z"}""", "/clientId")]
    [InlineData("""{"clientId":"duo","taak":"leerroute","van":"2024-11-01T00:00:00Z"}""", "/clientId")]
    [InlineData("""{"clientId":"taalpunt-1708","taak":"pvt","van":"2024-11-01T00:00:00Z"}""", "/taak")]
    [InlineData("""{"clientId":"taalpunt-1708","taak":"bestaat-niet","van":"2024-11-01T00:00:00Z"}""", "/taak")]
    [InlineData("""{"clientId":"taalpunt-1708","taak":"leerroute","van":"2024-11-01T00:00:00Z","tot":"2024-11-01T00:00:00Z"}""", "/tot")]
    [InlineData("""{"clientId":"taalpunt-1708","taak":"leerroute","van":"1624-11-01T00:00:00Z"}""", "/van")]
    [InlineData("""{"clientId":"taalpunt-0171","taak":"pvt","van":"2024-11-02T00:00:00Z","tot":"2024-11-01T00:00:00Z","avgRol":"baas"}""", "/clientId /tot /avgRol")]
    [InlineData("[", "")]
    public async Task Give_BodyWithFaults_NamesThemAllAndChangesNothing(string body, string plaatsen)
    {
        var regie = await OverAsync(house, Hasan);
        var voor = await StandAsync();

        using var request = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await regie.Client.PostAsync($"/v1/dossiers/{regie.DossierId}/opdrachten", request, TestContext.Current.CancellationToken);
        var antwoord = new Antwoord(
            response.StatusCode, System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement,
            null, response.Headers.GetValues("Besluit-Id").Single());

        Assert.Equal((HttpStatusCode.BadRequest, "GW-0003", plaatsen), (antwoord.Status, antwoord.Code, antwoord.Plaatsen));
        Assert.Equal(voor, await StandAsync());
        Assert.Equal("Opdracht gegeven|1|http-400|-|-|-|t", await antwoord.RegelAsync(house));
    }

    [Theory]
    [InlineData(Taalpunt, "leerroute", "/taak")]
    [InlineData("vwn-1708", "begeleiding", "/taak")]
    public async Task F5_GiveOutsideTheOfferOfTheDoelgroep_IsRefusedForThatReason(string clientId, string taak, string plaatsen)
    {
        var regie = await OverAsync(house, Pablo);
        var voor = await StandAsync();

        var antwoord = await regie.GeefAsync(Opdracht(clientId, taak));

        Assert.Equal((HttpStatusCode.Conflict, "GW-0120", plaatsen), (antwoord.Status, antwoord.Code, antwoord.Plaatsen));
        Assert.Contains("doelgroep", antwoord.Tekst("detail"), StringComparison.Ordinal);
        Assert.Equal("Opdracht gegeven|1|doelgroep|regie-voeren|-|-|t", await antwoord.RegelAsync(house));
        Assert.Equal(voor, await StandAsync());
    }

    [Fact]
    public async Task F5_PvtForPablo_IsAllowedAndOverlapAndDoelgroepAreSaidTogether()
    {
        var regie = await OverAsync(house, Pablo);

        var eerder = await regie.GeefAsync(Opdracht("vwn-1708", "pvt", "2023-01-01T00:00:00Z", "2023-02-01T00:00:00Z"));
        var overlapt = await regie.GeefAsync(Opdracht("vwn-1708", "pvt", "2023-01-31T00:00:00Z", "2023-03-01T00:00:00Z"));
        var aansluitend = await regie.GeefAsync(Opdracht("vwn-1708", "pvt", "2023-02-01T00:00:00Z", "2023-03-01T00:00:00Z"));

        Assert.Equal(HttpStatusCode.Created, eerder.Status);
        Assert.Equal((HttpStatusCode.Conflict, "GW-0121", "/van"), (overlapt.Status, overlapt.Code, overlapt.Plaatsen));
        Assert.Equal("Opdracht gegeven|1|overlapt|regie-voeren|-|-|t", await overlapt.RegelAsync(house));
        Assert.Equal(HttpStatusCode.Created, aansluitend.Status);
        Assert.Equal(eerder.Tekst("partnerReferentie"), aansluitend.Tekst("partnerReferentie"));
    }

    [Fact]
    public async Task Give_DossierOfAnotherGemeente_IsThe404OfAnUnknownOne()
    {
        var vreemd = new Regiewerk(await house.AsAsync("zaaksysteem-0171"), (await OverAsync(house, Hasan)).DossierId);
        var onbekend = new Regiewerk(vreemd.Client, Guid.NewGuid().ToString());
        var voor = await StandAsync();

        foreach (var doe in new Func<Regiewerk, Task<Antwoord>>[]
        {
            r => r.GeefAsync(Opdracht("werkcorporatie-0171", "participatie")),
            r => r.OpdrachtenAsync(),
            r => r.PostAsync($"/v1/dossiers/{r.DossierId}/toestemmingen", new { clientId = "taalpunt-0171", doel = "hulp-bij-schulden", tekstversie = "v3", taal = "ar", gegevenOp = Nu }),
        })
        {
            var (een, ander) = (await doe(vreemd), await doe(onbekend));
            Assert.Equal(ander.ZonderNummer, een.ZonderNummer);
            Assert.Contains(een.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }

        Assert.Equal(voor, await StandAsync());
    }

    [Fact]
    public async Task Give_DossierOfWhoMovedAway_IsRefusedAndChangesNothing()
    {
        var regie = await OverAsync(house, Amal);
        var voor = await StandAsync();

        var opdracht = await regie.GeefAsync(Opdracht("vwn-1708", "pvt"));
        var toestemming = await regie.StemToeAsync(Toestemming());

        Assert.Equal((HttpStatusCode.Conflict, "GW-0105"), (opdracht.Status, opdracht.Code));
        Assert.Equal("Opdracht gegeven|1|dossier-gesloten|regie-voeren|-|-|t", await opdracht.RegelAsync(house));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0105"), (toestemming.Status, toestemming.Code));
        Assert.Equal(voor, await StandAsync());
    }

    [Theory]
    [InlineData("opdrachten", HttpStatusCode.Forbidden, "GW-0002", "GW-0103")]
    [InlineData("toestemmingen", HttpStatusCode.Forbidden, "GW-0002", "GW-0002")]
    public async Task Partner_ReadingOrWritingRegie_IsRefused(string lijst, HttpStatusCode status, string schrijven, string lezen)
    {
        var school = await house.AsAsync("schakelcollege-1708");
        var id = await RunningHouse.FindAsync(school, Hasan, Leerroute);

        var geschreven = await Antwoord.SendAsync(school, HttpMethod.Post, $"/v1/dossiers/{id}/{lijst}", Opdracht("schakelcollege-1708", "leerroute"));
        var gelezen = await Antwoord.SendAsync(school, HttpMethod.Get, $"/v1/dossiers/{id}/{lijst}");

        Assert.Equal((status, schrijven), (geschreven.Status, geschreven.Code));
        Assert.Equal((status, lezen), (gelezen.Status, gelezen.Code));
    }

    [Fact]
    public async Task List_MoreThanOnePage_GivesEachOnceInOrderAndHidesNothingOfAnotherClientsCursor()
    {
        var regie = await OverAsync(house, Pablo);
        for (var maand = 0; maand < 55; maand++)
        {
            var van = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(maand);
            Assert.Equal(HttpStatusCode.Created, (await regie.GeefAsync(Opdracht("vwn-1708", "pvt", $"{van:yyyy-MM-dd}T00:00:00Z", $"{van.AddMonths(1):yyyy-MM-dd}T00:00:00Z"))).Status);
        }

        var eerste = await regie.OpdrachtenAsync();
        var tweede = await regie.OpdrachtenAsync($"?cursor={Uri.EscapeDataString(eerste.Tekst("volgende"))}");
        var vreemd = await (await OverAsync(house, Hasan)).OpdrachtenAsync($"?cursor={Uri.EscapeDataString(eerste.Tekst("volgende"))}");

        var alle = eerste.Body.GetProperty("opdrachten").EnumerateArray().Concat(tweede.Body.GetProperty("opdrachten").EnumerateArray()).ToArray();
        Assert.Equal(50, eerste.Body.GetProperty("opdrachten").GetArrayLength());
        Assert.False(tweede.Body.TryGetProperty("volgende", out _));
        Assert.Equal(alle.Length, alle.Select(o => o.GetProperty("opdrachtId").GetString()).Distinct().Count());
        Assert.Equal(55, alle.Count(o => o.GetProperty("van").GetDateTimeOffset().Year < 2020));
        Assert.Equal(alle.Select(o => o.GetProperty("van").GetString()).OrderDescending(StringComparer.Ordinal), alle.Select(o => o.GetProperty("van").GetString()));
        Assert.All(alle, o => Assert.True(o.TryGetProperty("partnerReferentie", out _)));
        Assert.Equal((HttpStatusCode.BadRequest, "cursor"), (vreemd.Status, vreemd.Plaatsen));
    }

    private Task<string?> StandAsync() => house.ScalarAsync<string>(
        "select concat((select count(*) from dossiers.opdracht), ' ', (select sum(versie) from dossiers.opdracht), ' ', (select count(*) from dossiers.relatie), ' ', (select count(*) from dossiers.toestemming))");
}
