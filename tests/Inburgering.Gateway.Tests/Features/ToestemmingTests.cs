using System.Net;
using System.Text;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Consent over HTTP on the running house: only where no task covers the sharing, and gone at once when it is withdrawn.</summary>
public sealed class ToestemmingTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Schulden = "hulp-bij-schulden";
    private const string Begeleiding = "maatschappelijke-begeleiding";
    private const string Vwn = "vwn-1708";

    [Fact]
    public async Task Demo_HasansConsent_WasWithdrawnOnTheFirstOfNovember()
    {
        var regie = await OverAsync(house, Hasan);

        var lijst = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/toestemmingen");
        var id = await regie.IdVanAsync(house, Vwn, Begeleiding);
        var lezen = await LeesAsync(house, Vwn, id, Schulden);

        var eerste = lijst.Body.GetProperty("toestemmingen").EnumerateArray().Last();
        Assert.Equal((Vwn, Schulden, "ar", "v2"), (eerste.GetProperty("clientId").GetString(), eerste.GetProperty("doel").GetString(), eerste.GetProperty("taal").GetString(), eerste.GetProperty("tekstversie").GetString()));
        Assert.Equal("2024-11-01T09:05:00Z", eerste.GetProperty("ingetrokkenOp").GetString());
        Assert.Equal("Formulier 2024-0603 in het zaaksysteem", eerste.GetProperty("bewijs").GetString());
        Assert.Equal(HttpStatusCode.NotFound, lezen.Status);
        Assert.Equal("Dossier geraadpleegd|1|geen-toestemming|hulp-bij-schulden|-|-|t", await lezen.RegelAsync(house));
        Assert.Equal(2L, await house.ScalarAsync<long>("select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where c.naam in ('Toestemming vastgelegd', 'Toestemming ingetrokken') and r.tijdstip < '2024-11-02' and c.resultaat = 0"));
    }

    [Fact]
    public async Task F10_ReadAfterIntrekking_IsRefusedAndWhatRestsOnATaskGoesOn()
    {
        var regie = await OverAsync(house, Hasan);
        var id = await regie.IdVanAsync(house, Vwn, Begeleiding);

        var gegeven = await regie.StemToeAsync(Toestemming());
        var tijdens = await LeesAsync(house, Vwn, id, Schulden);
        var nogEens = await regie.StemToeAsync(Toestemming());
        var intrekking = await regie.TrekInAsync(gegeven.Tekst("toestemmingId"));
        var herhaald = await regie.TrekInAsync(gegeven.Tekst("toestemmingId"));
        var na = await LeesAsync(house, Vwn, id, Schulden);
        var taak = await LeesAsync(house, Vwn, id, Begeleiding);

        Assert.Equal((HttpStatusCode.Created, $"/v1/toestemmingen/{gegeven.Tekst("toestemmingId")}"), (gegeven.Status, gegeven.Location));
        Assert.Equal("Toestemming vastgelegd|0|-|regie-voeren|00000003999990014000|TOE.toestemmingen|t", await gegeven.RegelAsync(house));
        Assert.Equal(["FIN"], tijdens.Body.GetProperty("gegevens").EnumerateObject().Select(c => c.Name));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0125", "/gegevenOp"), (nogEens.Status, nogEens.Code, nogEens.Plaatsen));
        Assert.Equal("Toestemming ingetrokken|0|-|regie-voeren|00000003999990014000|TOE.toestemmingen|t", await intrekking.RegelAsync(house));
        Assert.Equal((HttpStatusCode.Created, intrekking.Body.GetRawText()), (herhaald.Status, herhaald.Body.GetRawText()));
        Assert.Equal([Schulden], intrekking.Lijst("stopt", "doelen"));
        Assert.Equal([Begeleiding, "uitvoeren-pvt"], intrekking.Lijst("gaatDoor"));
        Assert.Equal(
            ["Noorderveld (demo)", "VluchtelingenWerk", "hulp bij schulden", "ar", Nu],
            new[] { "gemeente", "partner", "doel", "taal", "ingetrokkenOp" }.Select(n => intrekking.Body.GetProperty("ontvangstbewijs").GetProperty(n).GetString()));
        Assert.Equal(HttpStatusCode.NotFound, na.Status);
        Assert.Equal("Dossier geraadpleegd|1|geen-toestemming|hulp-bij-schulden|-|-|t", await na.RegelAsync(house));
        Assert.Equal(HttpStatusCode.OK, taak.Status);
    }

    [Theory]
    [InlineData(Vwn, "uitvoeren-pvt", "WI")]
    [InlineData(Vwn, Begeleiding, "WI")]
    [InlineData(Vwn, "uitvoeren-leerroute", "hoort niet bij deze partner")]
    [InlineData("schakelcollege-1708", "uitvoeren-leerroute", "WI")]
    [InlineData("schakelcollege-1708", Schulden, "hoort niet bij deze partner")]
    [InlineData(Vwn, "bestaat-niet", "bestaat niet")]
    public async Task F11_ConsentForWhatRestsOnATask_IsRefusedAndSaysWhy(string clientId, string doel, string waarom)
    {
        var regie = await OverAsync(house, Pablo);

        var antwoord = await regie.StemToeAsync(Toestemming(clientId, doel));

        Assert.Equal((HttpStatusCode.BadRequest, "/doel"), (antwoord.Status, antwoord.Plaatsen));
        Assert.Contains(waarom, antwoord.Body.GetProperty("errors")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Toestemming vastgelegd|1|http-400|-|-|-|t", await antwoord.RegelAsync(house));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.toestemming where dossier_id = '{regie.DossierId}'"));
    }

    [Theory]
    [InlineData("tekstversie", "", "/tekstversie")]
    [InlineData("tekstversie", "versie 2", "/tekstversie")]
    [InlineData("tekstversie", "999990019", "/tekstversie")]
    [InlineData("tekstversie", "v-0123456789012345678901", "/tekstversie")]
    [InlineData("taal", "Arabisch", "/taal")]
    [InlineData("gegevenOp", "2024-11-15T09:00:01Z", "/gegevenOp")]
    [InlineData("gegevenOp", "gisteren", "/gegevenOp")]
    [InlineData("bewijs", "", "/bewijs")]
    [InlineData("bewijs", "regel\u0000", "/bewijs")]
    [InlineData("clientId", "vwn-0171", "/clientId")]
    [InlineData("alles", "", "/clientId /doel /tekstversie /taal /gegevenOp")]
    [InlineData("bewijs", "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890", "/bewijs")]
    public async Task Give_BodyWithFaults_NamesThemAllAndChangesNothing(string veld, string waarde, string plaatsen)
    {
        var regie = await OverAsync(house, Pablo);
        var body = new Dictionary<string, object?> { ["clientId"] = Vwn, ["doel"] = Schulden, ["tekstversie"] = "v1", ["taal"] = "es", ["gegevenOp"] = Nu };
        if (veld == "alles")
        {
            body.Clear();
        }
        else
        {
            body[veld] = waarde;
        }

        var antwoord = await regie.StemToeAsync(body);

        Assert.Equal((HttpStatusCode.BadRequest, plaatsen), (antwoord.Status, antwoord.Plaatsen));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.toestemming where dossier_id = '{regie.DossierId}'"));
    }

    [Fact]
    public async Task Bewijs_InTheDatabase_IsUnreadable()
    {
        const string Canarie = "Kanarie-in-het-bewijs";
        var regie = await OverAsync(house, Hasan);

        var gegeven = await regie.StemToeAsync(new { clientId = Vwn, doel = Schulden, tekstversie = "v1", taal = "so", gegevenOp = Nu, bewijs = Canarie });
        var gelezen = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, gegeven.Location!);
        await regie.TrekInAsync(gegeven.Tekst("toestemmingId"));

        Assert.Equal(Canarie, gelezen.Tekst("bewijs"));
        Assert.Equal(gegeven.Body.GetRawText(), gelezen.Body.GetRawText());
        Assert.True(await house.ScalarAsync<bool>($"select bewijs is not null and position('{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canarie))}' in encode(bewijs, 'hex')) = 0 from dossiers.toestemming where toestemming_id = '{gegeven.Tekst("toestemmingId")}'"));
    }

    [Fact]
    public async Task ByNumber_UnknownOrOfAnotherGemeente_IsOneAnswer()
    {
        var eigen = await OverAsync(house, Hasan);
        var id = (await Antwoord.SendAsync(eigen.Client, HttpMethod.Get, $"/v1/dossiers/{eigen.DossierId}/toestemmingen")).Body.GetProperty("toestemmingen")[0].GetProperty("toestemmingId").GetString()!;
        var vreemd = new Regiewerk(await house.AsAsync("zaaksysteem-0171"));

        foreach (var doe in new Func<string, Task<Antwoord>>[] { t => vreemd.TrekInAsync(t), t => Antwoord.SendAsync(vreemd.Client, HttpMethod.Get, $"/v1/toestemmingen/{t}") })
        {
            var (een, ander, onzin) = (await doe(id), await doe(Guid.NewGuid().ToString()), await doe("x"));
            Assert.Equal((HttpStatusCode.NotFound, "GW-0126"), (een.Status, een.Code));
            Assert.Equal((ander.ZonderNummer, ander.ZonderNummer), (een.ZonderNummer, onzin.ZonderNummer));
        }
    }
}
