using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>The value at which a message went wrong (ux 5): told of what kind it is, shown to who carries regie alone, with a reason and a line before it.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class AfkeurwaardeTests(RunningHouse house)
{
    private const string Systeem = "zaaksysteem-1708", Regie = "regie-voeren", Reden = "De school belt over deze maand";
    private const string Getoond = "Waarde van afkeuring getoond";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waarde_VoorWieRegieVoert_IsEerstAlleenOmschrevenEnStaatInHetLogVoorZijEruitGaat()
    {
        var leerling = await house.LeerlingAsync();
        await house.VerwerkAsync(leerling, leerling.Uren(1, "2024-10", 40));
        var (id, adres) = await AfgekeurdAsync(leerling, leerling.Uren(2, "2024-10", 44), "maand-dubbel");

        var omschreven = await LeesAsync(id);
        var lijst = await Antwoord.SendAsync(await house.AsAsync(Systeem), HttpMethod.Get, "/v1/afkeuringen?partner=taalaanbieder");
        var getoond = await ToonAsync(Systeem, id);
        var daarna = await LeesAsync(id);

        Assert.Equal("""{"veld":"/data/periode","omschrijving":"een maand in de vorm jjjj-mm","toonbaar":true}""", omschreven.Body.GetProperty("waarde").GetRawText());
        Assert.DoesNotContain("2024-10\"", omschreven.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(lijst.Body.GetProperty("afkeuringen").EnumerateArray(), a => a.TryGetProperty("waarde", out _));
        Assert.Equal((HttpStatusCode.OK, $$"""{"afkeuringId":"{{id}}","veld":"/data/periode","gegeven":"UUR.perioden","waarde":"2024-10"}"""), (getoond.Status, getoond.Body.GetRawText()));
        Assert.Equal($"{Getoond}|0|{Regie}|UUR.perioden|{leerling.DossierId}|{id}|afkeuring:{id}", await RegelAsync(getoond));
        Assert.Equal($"inzage {Systeem} {Reden}", await house.ScalarAsync<string>($"select concat_ws(' ', soort, door, reden) from inbox.afkeurbesluit where bericht_id = '{id}'"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel where informatie like '%{Reden}%'"));
        Assert.Equal(("open", false), (daarna.Tekst("status"), daarna.Body.TryGetProperty("besluit", out _)));
        var besluit = await Antwoord.SendAsync(await house.AsAsync(Systeem), HttpMethod.Get, $"/v1/dossiers/{leerling.DossierId}/besluiten/{getoond.BesluitId}");
        Assert.Equal((HttpStatusCode.OK, true), (besluit.Status, besluit.Body.GetProperty("herberekend").GetBoolean()));

        // the school is told of what kind its own value is, in each of its two lists
        var eigen = await house.BerichtAsync(leerling.Client, adres);
        Assert.Equal("/data/periode een maand in de vorm jjjj-mm", VeldEnWaarde(eigen));
    }

    [Fact]
    public async Task Waarde_DieNegatiefIs_StaatAlsPlaatsEnSoortInDeEigenAfkeuringenVanDeSchool()
    {
        var leerling = await house.LeerlingAsync();
        await house.VerwerkAsync(leerling, leerling.Uren(1, "2024-09", 40));
        var bericht = leerling.Uren(2, "2024-09", 40, correctie: true);
        bericht["data"]!["gevolgdeUren"] = -7.25;
        var (id, _) = await AfgekeurdAsync(leerling, bericht, "correctie-negatief");

        var eigen = JsonDocument.Parse(await (await house.AsAsync(leerling.Client)).GetStringAsync("/v1/partner/afkeuringen", Ct)).RootElement;

        Assert.Equal("/data/gevolgdeUren negatief getal, verwacht 0 of meer", VeldEnWaarde(eigen.GetProperty("afkeuringen").EnumerateArray().Single(a => a.GetProperty("berichtId").GetGuid() == id)));
        Assert.DoesNotContain("7.25", eigen.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("-7.25", (await ToonAsync(Systeem, id)).Tekst("waarde"));
    }

    [Fact]
    public async Task Waarde_VanWieHierGeenDossierHeeft_ZietNiemandEnVanWieWelDeRegie()
    {
        var leerling = await house.LeerlingAsync();
        var andere = leerling with { Client = Taalproef.Schakelcollege };
        var onbekend = Nieuweling.Maak();
        var (niemand, _) = await AfgekeurdAsync(leerling, leerling.Event("start", 1, new { bsn = onbekend.Bsn, datum = "2024-08-26" }), "geen-relatie");
        var (iemand, _) = await AfgekeurdAsync(andere, andere.Event("start", 1, new { bsn = leerling.Persoon.Bsn, datum = "2024-08-26" }), "geen-relatie");
        var (referentie, _) = await AfgekeurdAsync(leerling, (leerling with { Referentie = "PR-0000000000" }).Event("start", 2, new { datum = "2024-08-26" }), "geen-relatie");

        var geweigerd = await ToonAsync(Systeem, niemand);
        var getoond = await ToonAsync(Systeem, iemand);
        var zonder = await ToonAsync(Systeem, referentie);

        Assert.Equal(("/data/bsn", "9 cijfers"), Waarde(await LeesAsync(niemand)));
        Assert.Equal(("/data/partnerReferentie", "tekst van 13 tekens"), Waarde(await LeesAsync(referentie)));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0510"), (geweigerd.Status, geweigerd.Code));
        Assert.DoesNotContain(onbekend.Bsn, geweigerd.Body.GetRawText(), StringComparison.Ordinal);
        Assert.StartsWith($"{Getoond}|1|geen-dossier|{Regie}|", await geweigerd.RegelAsync(house), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, leerling.Persoon.Bsn), (getoond.Status, getoond.Tekst("waarde")));
        Assert.Equal($"{Getoond}|0|{Regie}|IDN.bsn|{leerling.DossierId}|{iemand}|afkeuring:{iemand}", await RegelAsync(getoond));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0512"), (zonder.Status, zonder.Code));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from inbox.afkeurbesluit where bericht_id in ('{niemand}', '{referentie}')"));
    }

    [Fact]
    public async Task Waarde_ZonderRechtDoelOfReden_BlijftWegEnElkeWeigeringHeeftHaarRegel()
    {
        var leerling = await house.LeerlingAsync();
        await house.VerwerkAsync(leerling, leerling.Uren(1, "2024-10", 40));
        var (id, _) = await AfgekeurdAsync(leerling, leerling.Uren(2, "2024-10", 44), "maand-dubbel");
        var smal = await house.AsAsync(Systeem);
        smal.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await house.TokenAsync([Systeem, "--scope", "synchronisatie:beheren"]));

        Antwoord[] zonderRecht = [await ToonAsync("taalpunt-1708", id), await ToonAsync("privacy-1708", id), await ToonAsync("inkomen-1708", id), await ToonAsync(smal, id, Regie, Reden)];
        var anderDoel = await ToonAsync(Systeem, id, "uitkering-vaststellen");
        var bijzonder = await ToonAsync(Systeem, id, "gezondheid-wegen");
        var onzin = await ToonAsync(Systeem, id, "999990019");
        var kort = await ToonAsync(Systeem, id, reden: "kort");
        var metNummer = await ToonAsync(Systeem, id, reden: $"Gevraagd voor {leerling.Persoon.Bsn}");
        var vreemd = await ToonAsync("zaaksysteem-0171", id);
        var nergens = await ToonAsync("zaaksysteem-0171", Guid.NewGuid());

        Assert.All(zonderRecht, a => Assert.Equal(HttpStatusCode.Forbidden, a.Status));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest), (anderDoel.Status, bijzonder.Status, onzin.Status));
        Assert.Equal((HttpStatusCode.BadRequest, "/reden"), (kort.Status, kort.Plaatsen));
        Assert.Equal((HttpStatusCode.BadRequest, "/reden"), (metNummer.Status, metNummer.Plaatsen));
        Assert.Equal((HttpStatusCode.NotFound, "GW-0240", nergens.ZonderNummer), (vreemd.Status, vreemd.Code, vreemd.ZonderNummer));
        Antwoord[] alle = [.. zonderRecht, anderDoel, bijzonder, onzin, kort, metNummer, vreemd];
        foreach (var antwoord in alle)
        {
            Assert.StartsWith($"{Getoond}|1|", await antwoord.RegelAsync(house), StringComparison.Ordinal);
        }

        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from inbox.afkeurbesluit where bericht_id = '{id}'"));
    }

    [Fact]
    public async Task Waarde_OnderBeperkingZonderInhoudOfZonderLog_GaatErNietUit()
    {
        var leerling = await house.LeerlingAsync();
        await house.VerwerkAsync(leerling, leerling.Uren(1, "2024-10", 40));
        var (id, _) = await AfgekeurdAsync(leerling, leerling.Uren(2, "2024-10", 44), "maand-dubbel");
        Antwoord zonderLog;
        await using (await LogUitval.BeginAsync(house, Uitval.GeenRecht))
        {
            zonderLog = await ZonderBesluitAsync(id);
        }

        await RunningHouse.UntilAsync(async _ => (await ToonAsync(Systeem, id)).Status == HttpStatusCode.OK);
        var gezien = await house.ScalarAsync<long>($"select count(*) from inbox.afkeurbesluit where bericht_id = '{id}'");
        var regie = await Regiewerk.OverAsync(house, leerling.Persoon.Bsn);
        Assert.Equal(HttpStatusCode.Created, (await regie.PostAsync($"/v1/dossiers/{regie.DossierId}/beperkingen", new { categorie = "UUR", zaaknummer = "AVG-61" })).Status);
        var beperkt = await ToonAsync(Systeem, id);
        await Cluster.ExecuteOnAsync(house.Database, $"update inbox.bericht set inhoud = null where bericht_id = '{id}'", Ct);
        var weg = await ToonAsync(Systeem, id);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, zonderLog.Status);
        Assert.DoesNotContain("2024-10", zonderLog.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1L, gezien);
        Assert.Equal((HttpStatusCode.Forbidden, "GW-0511"), (beperkt.Status, beperkt.Code));
        Assert.StartsWith($"{Getoond}|1|onder-beperking|{Regie}|", await beperkt.RegelAsync(house), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "GW-0512"), (weg.Status, weg.Code));
        Assert.False((await LeesAsync(id)).Body.TryGetProperty("waarde", out _));
    }

    /// <summary>What is said of a value, by kind; the value is in none of it.</summary>
    [Theory]
    [InlineData("bsn-faalt-11-proef", """{"bsn":"999990018"}""", "/bsn", "9 cijfers die niet aan de 11-proef voldoen", "IDN.bsn")]
    [InlineData("bsn-faalt-11-proef", """{"bsn":"99999001"}""", "/bsn", "8 cijfers, verwacht 9 cijfers", "IDN.bsn")]
    [InlineData("bsn-faalt-11-proef", """{"bsn":"Hasan Aziz 12"}""", "/bsn", "tekst van 13 tekens, verwacht 9 cijfers", "IDN.bsn")]
    [InlineData("bsn-faalt-11-proef", """{"bsn":"  "}""", "/bsn", "leeg, verwacht 9 cijfers", "IDN.bsn")]
    [InlineData("bsn-nog-niet-bekend", """{"vNummer":2900000017}""", "/bsn", "ontbreekt", null)]
    [InlineData("geen-relatie", """{"data":{"vNummer":"29000000170"}}""", "/data/vNummer", "11 cijfers, verwacht 1 tot 10 cijfers", "IDN.vNummer")]
    [InlineData("geen-relatie", """{"data":{"bsn":["999990019"]}}""", "/data/bsn", "lijst van 1", null)]
    [InlineData("geen-relatie", """{"data":{}}""", "/data/partnerReferentie", "ontbreekt", null)]
    [InlineData("maand-dubbel", """{"data":{"periode":"10-2024"}}""", "/data/periode", "tekst van 7 tekens, verwacht een maand in de vorm jjjj-mm", "UUR.perioden")]
    [InlineData("correctie-negatief", """{"data":{"x1":-5,"alfabetisering":{"gevolgdeUren":-1.5}}}""", "/data/alfabetisering/gevolgdeUren", "negatief getal, verwacht 0 of meer", "UUR.perioden")]
    [InlineData("zonder-persoon", """{"gebeurtenisId":"SS101"}""", "", "groep van 1 veld", null)]
    [InlineData("onbekende-gebeurtenis", """{"gebeurtenisId":"SS999"}""", "/gebeurtenisId", "tekst van 5 tekens", null)]
    [InlineData("inhoud-onleesbaar", """{"data":{"naam":"x","bsn":"y"}}""", "/data", "groep van 2 velden", null)]
    public void Omschrijving_PerSoort_ZegtSoortEnLengteEnNooitDeWaarde(string reden, string bericht, string veld, string omschrijving, string? gegeven)
    {
        var waarde = Berichtwaarde.Van(reden, Encoding.UTF8.GetBytes(bericht));

        Assert.NotNull(waarde);
        Assert.Equal((veld, omschrijving, gegeven), (waarde.Veld, waarde.Omschrijving, waarde.Gegeven));
    }

    [Theory]
    [InlineData("partner-weigert", """{"bsn":"999990019"}""")]
    [InlineData("geen-keurmerk", """{"data":{"bsn":"999990019"}}""")]
    [InlineData("bsn-faalt-11-proef", """{"bsn":"999990019","bsn":"1"}""")]
    [InlineData("bsn-faalt-11-proef", """["999990019"]""")]
    [InlineData("bsn-faalt-11-proef", "geen json")]
    public void Omschrijving_AlsHetNietAanEenWaardeLigtOfNietTeLezenIs_IsErNiet(string reden, string bericht) => Assert.Null(Berichtwaarde.Van(reden, Encoding.UTF8.GetBytes(bericht)));

    private static string VeldEnWaarde(JsonElement bericht) => $"{bericht.GetProperty("redenen")[0].GetProperty("veld")} {bericht.GetProperty("redenen")[0].GetProperty("waarde")}";

    private static (string Veld, string Omschrijving) Waarde(Antwoord afkeuring) =>
        (afkeuring.Body.GetProperty("waarde").GetProperty("veld").GetString()!, afkeuring.Body.GetProperty("waarde").GetProperty("omschrijving").GetString()!);

    private async Task<(Guid Id, string Adres)> AfgekeurdAsync(Leerling leerling, JsonObject bericht, string reden)
    {
        var adres = await house.LeverAsync(leerling, bericht);
        Assert.Equal(("afgekeurd", reden), await house.AfloopAsync(leerling.Client, adres));
        return (Guid.Parse(adres.Split('/')[^1]), adres);
    }

    private async Task<Antwoord> LeesAsync(Guid id) => await Antwoord.SendAsync(await house.AsAsync(Systeem), HttpMethod.Get, $"/v1/afkeuringen/{id}");

    private async Task<Antwoord> ToonAsync(string client, Guid id, string doel = Regie, string reden = Reden) => await ToonAsync(await house.AsAsync(client), id, doel, reden);

    private static Task<Antwoord> ToonAsync(HttpClient client, Guid id, string doel, string reden) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/afkeuringen/{id}/waarden", new { doel, reden });

    /// <summary>An answer of which there is no line has no number of a decision either.</summary>
    private async Task<Antwoord> ZonderBesluitAsync(Guid id)
    {
        using var response = await (await house.AsAsync(Systeem)).PostAsync($"/v1/afkeuringen/{id}/waarden", RunningHouse.Json(new { doel = Regie, reden = Reden }), Ct);
        return new Antwoord(response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct)).RootElement, null, string.Empty);
    }

    /// <summary>What the line holds that was written for this answer.</summary>
    private Task<string?> RegelAsync(Antwoord antwoord) => house.ScalarAsync<string>($"""
        select concat_ws('|', c.naam, c.resultaat, c.doel, c.geleverd, r.dossier_id, r.bericht_id, r.informatie)
        from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where r.span_id = '\x{antwoord.BesluitId}'
        """);
}
