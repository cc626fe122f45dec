using System.Net;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>An assignment that changes or ends, and a partner that leaves.</summary>
public sealed class OpdrachtWijzigingTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Taalpunt = "taalpunt-1708";
    private const string Later = "2025-02-01T00:00:00Z";

    [Fact]
    public async Task Change_WithTheVersionThatWasRead_IsDoneOnceAndARepeatChangesNothing()
    {
        var regie = await OverAsync(house, Hasan);
        var id = (await regie.GeefAsync(Opdracht(Taalpunt, "leerroute", "2025-01-01T00:00:00Z"))).Tekst("opdrachtId");

        var gewijzigd = await regie.WijzigAsync(id, new { tot = Later, avgRol = "verantwoordelijke", versie = 1 });
        var herhaald = await regie.WijzigAsync(id, new { tot = Later, avgRol = "verantwoordelijke", versie = 1 });
        var achterhaald = await regie.WijzigAsync(id, new { avgRol = "verwerker", versie = 1 });
        var gelezen = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/opdrachten/{id}");
        await regie.BeeindigAsync(id);

        Assert.Equal((HttpStatusCode.OK, Later, "verantwoordelijke", 2), (gewijzigd.Status, gewijzigd.Tekst("tot"), gewijzigd.Tekst("avgRol"), gewijzigd.Body.GetProperty("versie").GetInt32()));
        Assert.Equal("Opdracht gewijzigd|0|-|regie-voeren|00000003999990010000|opdracht|t", await gewijzigd.RegelAsync(house));
        Assert.Equal(gewijzigd.Body.GetRawText(), herhaald.Body.GetRawText());
        Assert.Equal((HttpStatusCode.Conflict, "GW-0123", "/versie"), (achterhaald.Status, achterhaald.Code, achterhaald.Plaatsen));
        Assert.Equal("Opdracht gewijzigd|1|versie|regie-voeren|-|-|t", await achterhaald.RegelAsync(house));
        Assert.Equal(gewijzigd.Body.GetRawText(), gelezen.Body.GetRawText());
    }

    [Theory]
    [InlineData("2024-11-15T09:00:00Z", "verwerker", HttpStatusCode.BadRequest, "GW-0003", "/tot")]
    [InlineData("2024-10-01T00:00:00Z", "verwerker", HttpStatusCode.BadRequest, "GW-0003", "/tot")]
    [InlineData("2200-10-01T00:00:00Z", "baas", HttpStatusCode.BadRequest, "GW-0003", "/tot /avgRol")]
    [InlineData("2025-09-01T00:00:00Z", "verwerker", HttpStatusCode.Conflict, "GW-0121", "/tot")]
    public async Task Change_ThatCannotBe_NamesThePlaceAndChangesNothing(string tot, string avgRol, HttpStatusCode status, string code, string plaatsen)
    {
        var regie = await OverAsync(house, Pablo);
        var id = (await regie.GeefAsync(Opdracht("vwn-1708", "pvt", "2021-01-01T00:00:00Z", "2021-02-01T00:00:00Z"))).Tekst("opdrachtId");
        var later = (await regie.GeefAsync(Opdracht("vwn-1708", "pvt", "2021-03-01T00:00:00Z", "2021-04-01T00:00:00Z"))).Tekst("opdrachtId");
        await house.ScalarAsync<object>($"update dossiers.opdracht set van = '2023-01-01', tot = '2024-12-01' where opdracht_id = '{id}'");
        await house.ScalarAsync<object>($"update dossiers.opdracht set van = '2025-01-01', tot = null where opdracht_id = '{later}'");

        var antwoord = await regie.WijzigAsync(id, new { tot, avgRol, versie = 1 });

        Assert.Equal((status, code, plaatsen), (antwoord.Status, antwoord.Code, antwoord.Plaatsen));
        Assert.Equal(1, await house.ScalarAsync<int>($"select versie from dossiers.opdracht where opdracht_id = '{id}'"));
        await house.ScalarAsync<object>($"delete from dossiers.opdracht where opdracht_id in ('{id}', '{later}')");
    }

    [Fact]
    public async Task End_Twice_GivesTheSameAnswerAndSaysWhatStops()
    {
        var regie = await OverAsync(house, Hasan);
        var id = (await regie.OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray().First(o => o.GetProperty("taak").GetString() == "begeleiding").GetProperty("opdrachtId").GetString()!;
        var vwn = await regie.IdVanAsync(house, "vwn-1708", "maatschappelijke-begeleiding");

        var teVroeg = await regie.BeeindigAsync(id, new { per = "2024-05-01T00:00:00Z" });
        var einde = await regie.BeeindigAsync(id);
        var herhaald = await regie.BeeindigAsync(id, new { });
        var gewijzigd = await regie.WijzigAsync(id, new { avgRol = "verwerker", versie = 2 });

        Assert.Equal((HttpStatusCode.BadRequest, "/per"), (teVroeg.Status, teVroeg.Plaatsen));
        Assert.Equal((HttpStatusCode.Created, $"/v1/opdrachten/{id}"), (einde.Status, einde.Location));
        Assert.Equal(["hulp-bij-schulden", "maatschappelijke-begeleiding"], einde.Lijst("stopt", "doelen"));
        Assert.Equal((0, 0), (einde.Lijst("stopt", "leveringen").Length, einde.Lijst("stopt", "abonnementen").Length));
        Assert.Equal("2024-12-15T09:00:00Z", einde.Tekst("eigenLeveringenLeesbaarTot"));
        Assert.Equal((HttpStatusCode.Created, einde.Body.GetRawText()), (herhaald.Status, herhaald.Body.GetRawText()));
        Assert.Equal(2, await house.ScalarAsync<int>($"select versie from dossiers.opdracht where opdracht_id = '{id}' and beeindigd_door = 'zaaksysteem-1708'"));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0124"), (gewijzigd.Status, gewijzigd.Code));
        Assert.Equal(HttpStatusCode.NotFound, (await LeesAsync(house, "vwn-1708", vwn, "maatschappelijke-begeleiding")).Status);
        Assert.Equal(HttpStatusCode.OK, (await LeesAsync(house, "vwn-1708", vwn, "uitvoeren-pvt")).Status);
    }

    [Fact]
    public async Task ByNumber_UnknownOrOfAnotherGemeente_IsOneAnswer()
    {
        var eigen = await OverAsync(house, Pablo);
        var id = (await eigen.OpdrachtenAsync()).Body.GetProperty("opdrachten")[0].GetProperty("opdrachtId").GetString()!;
        var vreemd = new Regiewerk(await house.AsAsync("zaaksysteem-0171"));

        foreach (var doe in new Func<string, Task<Antwoord>>[]
        {
            o => vreemd.BeeindigAsync(o), o => vreemd.WijzigAsync(o, new { avgRol = "verwerker", versie = 1 }), o => Antwoord.SendAsync(vreemd.Client, HttpMethod.Get, $"/v1/opdrachten/{o}"),
        })
        {
            var (een, ander, onzin) = (await doe(id), await doe(Guid.NewGuid().ToString()), await doe("999990019"));
            Assert.Equal((HttpStatusCode.NotFound, "GW-0122"), (een.Status, een.Code));
            Assert.Equal((ander.ZonderNummer, ander.ZonderNummer), (een.ZonderNummer, onzin.ZonderNummer));
        }
    }

    [Fact]
    public async Task Departure_OfAPartner_EndsItsNamesAndComingBackGivesNewOnes()
    {
        const string Doel = "uitvoeren-leerroute";
        const string Client = "taalpunt-0171";
        var regie = await OverAsync(house, Amal, "zaaksysteem-0171");
        var gegeven = await regie.GeefAsync(Opdracht(Client, "leerroute"));
        var oud = await regie.IdVanAsync(house, Client, Doel);
        var gelezen = await LeesAsync(house, Client, oud, Doel);
        var lopend = await house.ScalarAsync<long>($"select count(*) from dossiers.opdracht where client_id = '{Client}' and (tot is null or tot > '{Nu}')");

        var vertrek = await regie.PostAsync($"/v1/partners/{Client}/vertrekken");
        var herhaald = await regie.PostAsync($"/v1/partners/{Client}/vertrekken");
        var opOudId = await LeesAsync(house, Client, oud, Doel);
        var opOudeReferentie = await Antwoord.SendAsync(
            await house.AsAsync(Client), HttpMethod.Post, "/v1/dossiers/_zoek", new { partnerReferentie = gegeven.Tekst("partnerReferentie"), doel = Doel });
        var terug = await regie.GeefAsync(Opdracht(Client, "leerroute", Nu));
        var nieuw = await regie.IdVanAsync(house, Client, Doel);

        Assert.Equal(HttpStatusCode.OK, gelezen.Status);
        Assert.Equal((HttpStatusCode.OK, lopend), (vertrek.Status, vertrek.Body.GetProperty("beeindigdeOpdrachten").GetInt64()));
        Assert.True(vertrek.Body.GetProperty("vervallenReferenties").GetInt32() >= lopend);
        Assert.Equal((0, 0), (herhaald.Body.GetProperty("beeindigdeOpdrachten").GetInt32(), herhaald.Body.GetProperty("vervallenReferenties").GetInt32()));
        Assert.Equal("Partner vertrokken|0|-|regie-voeren|00000003999990010000|opdracht|f", await vertrek.RegelAsync(house));
        Assert.Equal(
            vertrek.Body.GetProperty("vervallenReferenties").GetInt64(),
            await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where parent_span_id = '\\x{vertrek.BesluitId}' and dossier_id is not null"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opOudId.Status, opOudeReferentie.Status));
        Assert.NotEqual(gegeven.Tekst("partnerReferentie"), terug.Tekst("partnerReferentie"));
        Assert.NotEqual(oud, nieuw);
        Assert.Equal(HttpStatusCode.NotFound, (await LeesAsync(house, Client, oud, Doel)).Status);
        Assert.Equal(HttpStatusCode.OK, (await LeesAsync(house, Client, nieuw, Doel)).Status);
    }

    [Theory]
    [InlineData("taalpunt-1708")]
    [InlineData("zaaksysteem-0171")]
    [InlineData("duo")]
    [InlineData("bestaat-niet")]
    public async Task Departure_OfWhoIsNoPartnerHere_Is404(string clientId)
    {
        var regie = new Regiewerk(await house.AsAsync("zaaksysteem-0171"));

        var antwoord = await regie.PostAsync($"/v1/partners/{clientId}/vertrekken");

        Assert.Equal((HttpStatusCode.NotFound, "GW-0127"), (antwoord.Status, antwoord.Code));
    }
}
