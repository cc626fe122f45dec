using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Walk;
using Inburgering.Gateway.Wiring.Afkeuringen;
using static Inburgering.Gateway.Tests.Inbox.Afkeuringen.Afkeurproef;

namespace Inburgering.Gateway.Tests.Inbox.Afkeuringen;

/// <summary>What was rejected, as a gemeente sees it and decides about it over HTTP.</summary>
[Collection(Afkeurhuis.Collection)]
public sealed class AfkeuringenTests(Afkeurhuis house) : IAsyncLifetime
{
    private const string Onbekend = "SS999";
    private static readonly string[] Velden =
    [
        "afkeuringId", "partner", "code", "betekenis", "redencode", "reden", "doen", "regel", "veld", "status", "beurt", "ontvangenOp", "pogingen", "laatstePoging",
        "kanOpnieuw", "waaromNiet", "herhalingId", "besluit", "traceId",
    ];

    private Afkeurproef proef = null!;

    public async ValueTask InitializeAsync()
    {
        await house.HerstelAsync();
        proef = await VanAsync(house);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Lijst_PerFilter_GeeftWieAanDeBeurtIsEnNietsVanDePersoon()
    {
        var fout = await proef.AfgewezenAsync("999990011", "SS101");
        var onbekend = await proef.AfgewezenAsync("999912999", Onbekend);
        var weigert = await proef.AfgekeurdAsync("999912999");

        var alle = Assert.Single(await AlleAsync(), a => a.GetProperty("afkeuringId").GetGuid() == fout);
        var partner = await AlleAsync("?partner=duo&beurt=partner");
        var reden = await AlleAsync("?reden=onbekende-gebeurtenis&beurt=wij");

        Assert.Equal(("bsn-faalt-11-proef", "bsn-11-proef", "/bsn", "partner", false), (
            alle.GetProperty("redencode").GetString(), alle.GetProperty("regel").GetString(), alle.GetProperty("veld").GetString(), alle.GetProperty("beurt").GetString(), alle.GetProperty("kanOpnieuw").GetBoolean()));
        Assert.Contains(partner, a => a.GetProperty("afkeuringId").GetGuid() == fout);
        Assert.All(partner, a => Assert.Equal("partner", a.GetProperty("beurt").GetString()));
        Assert.Equal("Wij kennen deze gebeurtenis nog niet. Na een nieuwe versie van de gateway kan het opnieuw.", reden.Single(a => a.GetProperty("afkeuringId").GetGuid() == onbekend).GetProperty("waaromNiet").GetString());
        Assert.All(reden, a => Assert.Equal("onbekende-gebeurtenis", a.GetProperty("redencode").GetString()));
        Assert.All(await AlleAsync(), a => Assert.Subset(Velden.ToHashSet(), a.EnumerateObject().Select(p => p.Name).ToHashSet()));
        Assert.DoesNotContain(await AlleAsync("?ouderDan=1"), a => a.GetProperty("afkeuringId").GetGuid() == weigert);
        Assert.Contains(await AlleAsync("?ouderDan=0"), a => a.GetProperty("afkeuringId").GetGuid() == weigert);
    }

    [Fact]
    public async Task Lijst_MeerDanEenPagina_KomtElkEenKeerEnAlleenVoorWieDeCursorKreeg()
    {
        for (var i = 0; i < 55; i++)
        {
            await Levering.SendAsync(house, Levering.Notificatie(Onbekend, "999912999"));
        }

        var gezien = (await AlleAsync("?reden=onbekende-gebeurtenis")).Select(a => a.GetProperty("afkeuringId").GetGuid()).ToArray();
        var eerste = await proef.LijstAsync("?reden=onbekende-gebeurtenis");
        var anders = await proef.LijstAsync($"?cursor={Uri.EscapeDataString(eerste.Tekst("volgende"))}");

        Assert.Equal(50, eerste.Body.GetProperty("afkeuringen").GetArrayLength());
        Assert.Equal(gezien.Length, eerste.Body.GetProperty("gevonden").GetInt64());
        Assert.Equal(gezien.Length, gezien.Distinct().Count());
        Assert.Equal((HttpStatusCode.BadRequest, "cursor"), (anders.Status, anders.Plaatsen));
    }

    [Fact]
    public async Task Lijst_MetEenOnbekendFilter_NoemtElkeFout()
    {
        var fout = await proef.LijstAsync("?partner=niemand&reden=zomaar&beurt=iedereen&ouderDan=-1");

        Assert.Equal((HttpStatusCode.BadRequest, "partner reden beurt ouderDan"), (fout.Status, fout.Plaatsen));
    }

    [Fact]
    public async Task Sluiten_ZonderVerwerken_IsUitDeLijstMetWieWanneerEnWaaromEnBewaartDeInhoud()
    {
        var id = await proef.AfgekeurdAsync("999912999");

        var gesloten = await proef.BeslisAsync(id, "sluitingen");
        var nogEens = await proef.BeslisAsync(id, "sluitingen", "Een andere reden, die niets verandert");
        var overgedragen = await proef.BeslisAsync(id, "overdrachten");
        var herhaald = await proef.HerhaalAsync(id);

        Assert.Equal((HttpStatusCode.OK, "gesloten", "partner-weigert", "niemand"), (gesloten.Status, gesloten.Tekst("status"), gesloten.Tekst("redencode"), gesloten.Tekst("beurt")));
        Assert.Equal((HttpStatusCode.OK, Reden), (nogEens.Status, nogEens.Body.GetProperty("besluit").GetProperty("reden").GetString()));
        Assert.Equal(("GW-0242", "GW-0241"), (overgedragen.Code, herhaald.Code));
        Assert.DoesNotContain(await AlleAsync(), a => a.GetProperty("afkeuringId").GetGuid() == id);
        Assert.Equal($"3 gesloten-door-medewerker t {Systeem} {Reden} partner-weigert", await house.ScalarAsync<string>($"""
            select concat_ws(' ', b.status, b.reden, b.inhoud is not null, a.door, a.reden, a.redencode) from inbox.bericht b join inbox.afkeurbesluit a using (gemeentecode, bericht_id) where bericht_id = '{id}'
            """));
        Assert.StartsWith("Afkeuring gesloten|0|-|", await gesloten.RegelAsync(house), StringComparison.Ordinal);
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where informatie like '%{Reden}%'"));
    }

    [Fact]
    public async Task BijDePartner_TotHetOpnieuwIsGeprobeerd_IsDiensBeurt()
    {
        var id = await proef.AfgekeurdAsync("999912999", "SS131");

        var overgedragen = await proef.BeslisAsync(id, "overdrachten");
        var bijPartner = await AlleAsync("?beurt=partner&reden=partner-weigert");
        var herhaling = await proef.HerhaaldAsync(id);

        Assert.Equal((HttpStatusCode.OK, "bij-partner", "partner"), (overgedragen.Status, overgedragen.Tekst("status"), overgedragen.Tekst("beurt")));
        Assert.Contains(bijPartner, a => a.GetProperty("afkeuringId").GetGuid() == id);
        Assert.Equal("afgekeurd", Uitkomsten(herhaling)[0]);
        Assert.Equal(("open", "wij"), ((await proef.LeesAsync(id)).Tekst("status"), (await proef.LeesAsync(id)).Tekst("beurt")));
    }

    [Fact]
    public async Task Herhalen_MeerDan500OfMetEenFout_WordtGeweigerdMetElkeFout()
    {
        var teVeel = await proef.HerhaalAsync(new { partner = "duo", hoogstens = 10_000, reden = Reden });
        var teLang = await proef.HerhaalAsync(Enumerable.Range(0, 10_000).Select(_ => Guid.NewGuid()));
        var metBsn = await proef.HerhaalAsync(new { redencode = "zomaar", partner = "niemand", reden = "Gevraagd voor 999990019 door de balie" });
        var allebei = await proef.HerhaalAsync(new { afkeuringen = new[] { Guid.NewGuid() }, partner = "duo", reden = Reden });
        var onbekend = await proef.HerhaalAsync([Guid.NewGuid(), Guid.NewGuid()]);
        var niets = await proef.HerhaalAsync(new { redencode = "interne-fout", reden = Reden });
        var besluit = await proef.BeslisAsync(Guid.NewGuid(), "sluitingen", "Voor 999990019");

        Assert.Equal((HttpStatusCode.BadRequest, "/hoogstens"), (teVeel.Status, teVeel.Plaatsen));
        Assert.Equal((HttpStatusCode.BadRequest, "/afkeuringen"), (teLang.Status, teLang.Plaatsen));
        Assert.Equal((HttpStatusCode.BadRequest, "/partner /redencode /reden"), (metBsn.Status, metBsn.Plaatsen));
        Assert.Equal((HttpStatusCode.BadRequest, "/afkeuringen"), (allebei.Status, allebei.Plaatsen));
        Assert.Equal((HttpStatusCode.NotFound, "GW-0240", "/afkeuringen/0 /afkeuringen/1"), (onbekend.Status, onbekend.Code, onbekend.Plaatsen));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0241"), (niets.Status, niets.Code));
        Assert.Equal((HttpStatusCode.BadRequest, "/reden"), (besluit.Status, besluit.Plaatsen));
    }

    [Fact]
    public async Task Alles_VanEenAndereGemeenteOfZonderRecht_BestaatNiet()
    {
        var id = await proef.AfgekeurdAsync("999912999");
        var herhaling = (await proef.HerhaaldAsync(id)).GetProperty("herhalingId").GetString()!;
        var ander = await VanAsync(house, "zaaksysteem-0171");
        Antwoord[] vreemd = [await ander.LeesAsync(id), await ander.BeslisAsync(id, "sluitingen"), await ander.BeslisAsync(id, "overdrachten"), await ander.HerhaalAsync(id), await ander.HerhalingAsync(herhaling), await ander.StopAsync(herhaling)];
        var nergens = await ander.LeesAsync(Guid.NewGuid());
        var partner = await (await VanAsync(house, "taalpunt-1708")).LijstAsync();

        Assert.All(vreemd, v => Assert.Equal(HttpStatusCode.NotFound, v.Status));
        Assert.Equal((nergens.ZonderNummer, "GW-0240", "GW-0244"), (vreemd[0].ZonderNummer, vreemd[3].Code, vreemd[5].Code));
        Assert.Empty((await ander.LijstAsync()).Body.GetProperty("afkeuringen").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, partner.Status);
        Assert.Equal("open", (await proef.LeesAsync(id)).Tekst("status"));
    }

    [Fact]
    public async Task Opdrachtregel_LijstEnOpnieuw_DoetWatDeApiDoet()
    {
        await proef.AfgekeurdAsync("999904334"); // so that the list is not empty at the end
        var id = await proef.AfgekeurdAsync("999912999");
        await house.HerstelAsync();
        var lijst = await house.CommandAsync("afkeur", "lijst", "--reden-code", "partner-weigert", "--als", Systeem);
        var vooruit = await AfkeurAsync("opnieuw", $"{id}", "--proef", "--als", Systeem);
        var begonnen = await AfkeurAsync("opnieuw", $"{id}", "--reden", Reden, "--als", Systeem);
        await proef.EindeAsync(begonnen.Output.Split("Begonnen:")[1].Trim().Split('\n')[0]);
        var json = await AfkeurAsync("lijst", "--partner", "duo", "--als", Systeem, "--json");
        var teVeel = await AfkeurAsync("opnieuw", "--partner", "duo", "--hoogstens", "501", "--reden", Reden, "--als", Systeem);
        var verkeerd = await AfkeurAsync("opnieuw", "--reden", Reden, "--als", Systeem);
        var mag = await AfkeurAsync("lijst", "--als", "taalpunt-1708");

        Assert.Contains($"{id}  duo  SS102  partner-weigert  aan de beurt: wij", lijst.Output, StringComparison.Ordinal);
        Assert.Contains("1 van 1 kan opnieuw.", vooruit.Output, StringComparison.Ordinal);
        Assert.Equal(Levering.Verwerkt, await proef.StatusAsync(id));
        Assert.Contains("\"gevonden\":", json.Output, StringComparison.Ordinal);
        Assert.Contains("/hoogstens Kies 1 tot en met 500", teVeel.Output, StringComparison.Ordinal);
        Assert.Equal([1, 0, 0, 1, 2, 2, 3], [lijst.Exit, vooruit.Exit, begonnen.Exit, json.Exit, teVeel.Exit, verkeerd.Exit, mag.Exit]);
    }

    private async Task<(int Exit, string Output)> AfkeurAsync(params string[] woorden)
    {
        var uitvoer = new StringWriter();
        return (await AfkeurCommand.RunAsync(woorden, house.Options, uitvoer, uitvoer), uitvoer.ToString());
    }

    /// <summary>Every page of the list.</summary>
    private async Task<List<JsonElement>> AlleAsync(string query = "")
    {
        var alle = new List<JsonElement>();
        var verder = query;
        while (true)
        {
            var pagina = (await proef.LijstAsync(verder)).Body;
            alle.AddRange(pagina.GetProperty("afkeuringen").EnumerateArray());
            if (!pagina.TryGetProperty("volgende", out var volgende))
            {
                return alle;
            }

            verder = $"{query}{(query.Length == 0 ? '?' : '&')}cursor={Uri.EscapeDataString(volgende.GetString()!)}";
        }
    }
}
