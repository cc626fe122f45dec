using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>Contacts of the gemeente at DUO, through our own door: made there once, linked to each person, changed for all, and never removed while somebody has them.</summary>
public sealed class ContactpersoonTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const short Vervallen = 4;
    private const string Maken = "/contactpersonen";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contactpersoon_BijTweePersonen_IsEenKeerAangemeldEnTweeKeerGekoppeld()
    {
        var (een, twee) = (await OverAsync(house, "999970008"), await OverAsync(house, "999942906"));
        var wie = Wie("Samira El Amrani");

        var eerste = await een.MeldAsync("contactpersonen", wie);
        var nogEens = await een.MeldAsync("contactpersonen", wie);
        await GekoppeldAsync(een);
        var tweede = await twee.MeldAsync("contactpersonen", new { naam = " samira  el amrani", email = "SAMIRA.EL.AMRANI@voorbeeld.example", telefoon = "06 00000046" });
        await twee.TotAsync(tweede.Tekst("meldingId"), Bevestigd);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, "contactpersoon"), (eerste.Status, nogEens.Status, eerste.Tekst("soort")));
        Assert.Equal($"/v1/meldingen/{eerste.Tekst("meldingId")}", eerste.Location);
        Assert.Equal("contactpersoon-koppeling", tweede.Tekst("soort"));
        var bijDuo = await BijDuoAsync("Samira El Amrani");
        var gelezen = await een.LeesAsync(eerste.Tekst("meldingId"));
        Assert.Equal((2, bijDuo.Id), (bijDuo.Koppelingen, gelezen.Body.GetProperty("nummer").GetInt32()));
        Assert.Equal(1, await AangemeldAsync("Samira El Amrani"));
        Assert.Equal("Samira El Amrani samira.el.amrani@voorbeeld.example 06-00000046", await een.StaatAsync("CPS", "regievoerder", "email", "telefoon"));
        Assert.Equal(
            (1L, 1L, 1L, 1L),
            (await een.RegelsAsync("Melding verzonden: contactpersoon"), await een.RegelsAsync("Melding bevestigd: contactpersoon"),
             await een.RegelsAsync("Melding verzonden: contactpersoon-koppeling"), await een.RegelsAsync("Melding bevestigd: contactpersoon-koppeling")));
    }

    [Fact]
    public async Task Contactpersoon_TweePersonenTegelijk_WachtDeEenOpDeAanmeldingVanDeAnder()
    {
        var (bezig, een, twee) = (await OverAsync(house, "999912999"), await OverAsync(house, "999928569"), await OverAsync(house, "999931830"));
        await house.StoringAsync(new { path = "/personen/{bsn}/uren/participatietaalles", kind = "traag", vertragingMs = 1500, times = 1 });
        await house.StoringAsync(new { path = Maken, method = "POST", kind = "traag", vertragingMs = 1500, times = 1 });

        // while the worker is at another's, both come to stand ready: it takes them at once
        var uren = await bezig.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 10 });
        await house.UntilAsync($"select onderweg_als is not null from outbox.melding where melding_id = '{uren.Tekst("meldingId")}'");
        Dictionary<string, Melder> wie = [];
        foreach (var melder in new[] { een, twee })
        {
            wie[(await melder.MeldAsync("contactpersonen", Wie("Joost de Vries"))).Tekst("meldingId")] = melder;
        }

        var wacht = $"select melding_id::text from outbox.melding where reden = 'wacht-op-contactpersoon' and melding_id in ('{string.Join("', '", wie.Keys)}')";
        await house.UntilAsync($"select exists ({wacht})");
        var wachtend = (await house.ScalarAsync<string>(wacht))!;
        Assert.Equal("wacht", (await wie[wachtend].LeesAsync(wachtend)).Tekst("status"));
        await wie[wachtend].TotAsync(wachtend, Vervallen);
        Assert.Equal("contactpersoon-al-bekend", (await wie[wachtend].LeesAsync(wachtend)).Tekst("reden"));
        await GekoppeldAsync(een);
        await GekoppeldAsync(twee);
        Assert.Equal((1, 2), (await AangemeldAsync("Joost de Vries"), (await BijDuoAsync("Joost de Vries")).Koppelingen));
    }

    [Fact]
    public async Task Aanmelding_AntwoordVerloren_WachtOpEenMensEnGaatNooitVanzelfOpnieuw()
    {
        var (een, twee) = (await OverAsync(house, "999960258"), await OverAsync(house, "999927802"));
        await house.StoringAsync(new { path = Maken, method = "POST", kind = "503", times = 1 });

        var eerste = await een.MeldAsync("contactpersonen", Wie("Lotte Prins"));
        await een.TotAsync(eerste.Tekst("meldingId"), WachtOpMens);
        var tweede = await twee.MeldAsync("contactpersonen", Wie("Lotte Prins"));

        Assert.Equal("uitkomst-onbekend", (await een.LeesAsync(eerste.Tekst("meldingId"))).Tekst("reden"));
        Assert.Equal("wacht-op-contactpersoon", (await twee.AfloopAsync(tweede.Tekst("meldingId"))).GetProperty("reden").GetString());
        Assert.Single(await house.VerzoekenAsync(), v => v.TryGetProperty("storing", out var storing) && storing.GetString() == "503");
        Assert.Equal(0, await AangemeldAsync("Lotte Prins"));

        // it waits for another person's melding, which holds up nothing else of this one
        var uren = await twee.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 5 });
        await twee.TotAsync(uren.Tekst("meldingId"), Bevestigd);

        // a person looked: it is not there; the one that waited makes it now
        Assert.Equal("vervallen", (await een.TrekInAsync(eerste.Tekst("meldingId"))).Tekst("status"));
        await twee.TotAsync(tweede.Tekst("meldingId"), Bevestigd);
        await GekoppeldAsync(twee);
        Assert.Equal((1, 1), (await AangemeldAsync("Lotte Prins"), (await BijDuoAsync("Lotte Prins")).Koppelingen));
    }

    [Fact]
    public async Task Aanmelding_DieNooitVertrok_HoudtDeTweedePersoonNietOp()
    {
        var (een, twee) = (await OverAsync(house, "999942992"), await OverAsync(house, "999902799"));
        await house.StoringAsync(new { path = "/personen/{bsn}/uren/participatietaalles", kind = "400", times = 1 });
        var uren = await een.MeldAsync("gevolgde-uren", new { soort = "participatie-als-taalles", uren = 10 });
        await een.TotAsync(uren.Tekst("meldingId"), WachtOpMens);

        var eerste = await een.MeldAsync("contactpersonen", Wie("Femke Groot"));
        var tweede = await twee.MeldAsync("contactpersonen", Wie("Femke Groot"));

        await twee.TotAsync(tweede.Tekst("meldingId"), Bevestigd);
        Assert.Equal("vervallen", (await een.TrekInAsync(uren.Tekst("meldingId"))).Tekst("status"));
        await een.TotAsync(eerste.Tekst("meldingId"), Vervallen);
        await GekoppeldAsync(een);
        Assert.Equal((1, 2), (await AangemeldAsync("Femke Groot"), (await BijDuoAsync("Femke Groot")).Koppelingen));
    }

    [Fact]
    public async Task Aanmelding_DieDuoNietDeedEnOpEenMensWacht_HoudtDeTweedePersoonNietOp()
    {
        var (een, twee) = (await OverAsync(house, "999952262"), await OverAsync(house, "999929392"));
        await house.StoringAsync(new { path = Maken, method = "POST", kind = "403-leeg", times = 1 });
        var eerste = await een.MeldAsync("contactpersonen", Wie("Ruben Kok"));
        await een.TotAsync(eerste.Tekst("meldingId"), WachtOpMens);

        var tweede = await twee.MeldAsync("contactpersonen", Wie("Ruben Kok"));

        await twee.TotAsync(tweede.Tekst("meldingId"), Bevestigd);
        await GekoppeldAsync(twee);
        Assert.Equal("geen-toegang-meer", (await een.LeesAsync(eerste.Tekst("meldingId"))).Tekst("reden"));
    }

    [Fact]
    public async Task Aanmelding_DoorDuoGeweigerd_ToontDeTekstEnHoudtDeVolgendeNietOp()
    {
        var (een, twee) = (await OverAsync(house, "999930217"), await OverAsync(house, "999938290"));
        await house.StoringAsync(new { path = Maken, method = "POST", kind = "403-fouttekst", times = 1 });

        var eerste = await een.MeldAsync("contactpersonen", Wie("Wim Dijkstra"));
        await een.TotAsync(eerste.Tekst("meldingId"), Geweigerd);

        Assert.NotEmpty((await een.LeesAsync(eerste.Tekst("meldingId"))).Body.GetProperty("uitleg").EnumerateArray());
        Assert.NotEqual("Wim Dijkstra", await een.StaatAsync("CPS", "regievoerder"));
        var tweede = await twee.MeldAsync("contactpersonen", Wie("Wim Dijkstra"));
        await twee.TotAsync(tweede.Tekst("meldingId"), Bevestigd);
        await GekoppeldAsync(twee);
    }

    [Fact]
    public async Task F9_ContactpersoonGewijzigd_GeldtVoorAllenDieHemHebbenEnVoorGeenAndereGemeente()
    {
        var (een, twee) = (await OverAsync(house, "999979905"), await OverAsync(house, "999957132"));
        var nummer = await AanmeldenAsync(een, "Karin Smit");
        await KoppelenAsync(twee, "Karin Smit");
        var ander = new Melder(house, await Regiewerk.OverAsync(house, Regiewerk.Amal, "zaaksysteem-0171"));

        var elders = await ander.MeldAsync("contactpersonen", Wie("Karin Bakker", nummer));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0211", "/nummer", "CPS-03"), (elders.Status, elders.Code, elders.Plaatsen, string.Join(' ', MeldingTests.Codes(elders))));

        var wijziging = await een.MeldAsync("contactpersonen", Wie("Karin Bakker", nummer));
        await een.TotAsync(wijziging.Tekst("meldingId"), Bevestigd);
        var herhaald = await een.MeldAsync("contactpersonen", Wie("Karin Bakker", nummer));

        Assert.Equal(("contactpersoon-wijziging", wijziging.Location), (wijziging.Tekst("soort"), herhaald.Location));
        Assert.Equal((nummer, 2), await BijDuoAsync("Karin Bakker"));
        foreach (var persoon in new[] { een, twee })
        {
            Assert.Equal("Karin Bakker karin.bakker@voorbeeld.example", await persoon.StaatAsync("CPS", "regievoerder", "email"));
            Assert.Equal(1L, await persoon.RegelsAsync("Contactpersoon van deze persoon gewijzigd"));
        }

        var drie = await OverAsync(house, "999937777");
        await KoppelenAsync(drie, "Karin Bakker");
        Assert.Equal((nummer, 3), await BijDuoAsync("Karin Bakker"));
        Assert.NotEqual(nummer, await AanmeldenAsync(drie, "Karin Smit"));
    }

    [Fact]
    public async Task Contactpersoon_MetKoppeling_IsPasTeVerwijderenNaOntkoppelen()
    {
        var melder = await OverAsync(house, "999907104");
        var aanmelding = await melder.MeldAsync("contactpersonen", Wie("Pieter de Boer"));
        var koppeling = await GekoppeldAsync(melder);

        var geweigerd = await melder.TrekInAsync(aanmelding.Tekst("meldingId"));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0211", "CPS-02"), (geweigerd.Status, geweigerd.Code, string.Join(' ', MeldingTests.Codes(geweigerd))));

        var los = await melder.TrekInAsync(koppeling);
        Assert.Equal("contactpersoon-ontkoppeling", los.Tekst("soort"));
        await melder.TotAsync(los.Tekst("meldingId"), Bevestigd);
        Assert.Equal((string.Empty, 0), (await melder.StaatAsync("CPS", "regievoerder"), (await BijDuoAsync("Pieter de Boer")).Koppelingen));

        var weg = await melder.TrekInAsync(aanmelding.Tekst("meldingId"));
        await melder.TotAsync(weg.Tekst("meldingId"), Bevestigd);
        Assert.Equal(("contactpersoon-verwijdering", weg.Tekst("meldingId")), (weg.Tekst("soort"), (await melder.TrekInAsync(aanmelding.Tekst("meldingId"))).Tekst("meldingId")));
        Assert.Empty(await AlleBijDuoAsync("Pieter de Boer"));

        // what is gone is made anew
        await AanmeldenAsync(melder, "Pieter de Boer");
        Assert.Equal((2, 1), (await AangemeldAsync("Pieter de Boer"), (await BijDuoAsync("Pieter de Boer")).Koppelingen));
    }

    [Fact]
    public async Task Koppeling_AanEenTweede_WaarschuwtDatZijDeEersteVervangt()
    {
        var (een, twee) = (await OverAsync(house, "999965323"), await OverAsync(house, "999976011"));
        await AanmeldenAsync(een, "Anna Visser");
        await AanmeldenAsync(twee, "Bram Mulder");

        var koppeling = await een.MeldAsync("contactpersonen", Wie("Bram Mulder"));

        Assert.Contains("al een andere contactpersoon gekoppeld", koppeling.Lijst("opmerkingen").Single(), StringComparison.Ordinal);
        await een.TotAsync(koppeling.Tekst("meldingId"), Bevestigd);
        Assert.Equal((0, 2), ((await BijDuoAsync("Anna Visser")).Koppelingen, (await BijDuoAsync("Bram Mulder")).Koppelingen));
        Assert.Equal("Bram Mulder", await een.StaatAsync("CPS", "regievoerder"));
    }

    [Fact]
    public async Task Contactpersoon_EenAndereGekozenVoordatDeEersteErWas_DeLaatsteBlijft()
    {
        var melder = await OverAsync(house, "999975341");
        await AanmeldenAsync(await OverAsync(house, "999947953"), "Esra Kaya");
        await house.StoringAsync(new { path = Maken, method = "POST", kind = "traag", vertragingMs = 1000, times = 1 });

        var eerste = await melder.MeldAsync("contactpersonen", Wie("Tom Hendriks"));
        var laatste = await melder.MeldAsync("contactpersonen", Wie("Esra Kaya"));

        await melder.TotAsync(laatste.Tekst("meldingId"), Bevestigd);
        Assert.Equal("bevestigd", (await melder.LeesAsync(eerste.Tekst("meldingId"))).Tekst("status"));
        Assert.Equal(laatste.Tekst("meldingId"), await GekoppeldAsync(melder));
        Assert.Equal((0, 2, "Esra Kaya"), ((await BijDuoAsync("Tom Hendriks")).Koppelingen, (await BijDuoAsync("Esra Kaya")).Koppelingen, await melder.StaatAsync("CPS", "regievoerder")));
    }

    [Theory]
    [InlineData("{}", "/email /naam /telefoon", "")]
    [InlineData("""{"naam":"J4n","email":"a@b","telefoon":"12"}""", "/email /naam /telefoon /telefoon", "CPS-S2 CPS-S3 CPS-S4 CPS-S5")]
    [InlineData("""{"nummer":0,"naam":"","email":"a@b.nl","telefoon":"tien keer"}""", "/naam /nummer /nummer /telefoon", "CPS-03 CPS-S1 CPS-S5 CPS-S6")]
    public async Task Contactpersoon_OnbruikbareInhoud_NoemtAllesEnBewaartNiets(string inhoud, string plaatsen, string codes)
    {
        var melder = await OverAsync(house, "999955615");

        var antwoord = await melder.MeldAsync("contactpersonen", JsonDocument.Parse(inhoud).RootElement);

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.Status);
        Assert.Equal(plaatsen.Split(' '), antwoord.Plaatsen.Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal(codes, codes.Length == 0 ? string.Empty : string.Join(' ', MeldingTests.Codes(antwoord)));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from outbox.melding where dossier_id = '{melder.Regie.DossierId}'"));
    }

    private static object Wie(string naam, int? nummer = null)
    {
        var (email, telefoon) = ($"{naam.Replace(' ', '.').ToLowerInvariant()}@voorbeeld.example", "06-00000046");
        return nummer is null ? new { naam, email, telefoon } : new { nummer, naam, email, telefoon };
    }

    /// <returns>DUO's number of what had to be made first.</returns>
    private async Task<int> AanmeldenAsync(Melder melder, string naam)
    {
        var gemeld = await melder.MeldAsync("contactpersonen", Wie(naam));
        Assert.Equal("contactpersoon", gemeld.Tekst("soort"));
        await melder.TotAsync(gemeld.Tekst("meldingId"), Bevestigd);
        await GekoppeldAsync(melder);
        return (await BijDuoAsync(naam)).Id;
    }

    private static async Task KoppelenAsync(Melder melder, string naam)
    {
        var gemeld = await melder.MeldAsync("contactpersonen", Wie(naam));
        Assert.Equal("contactpersoon-koppeling", gemeld.Tekst("soort"));
        await melder.TotAsync(gemeld.Tekst("meldingId"), Bevestigd);
    }

    /// <summary>Waits for the link that follows by itself.</summary>
    private async Task<string> GekoppeldAsync(Melder melder)
    {
        var laatste = $"select melding_id::text from outbox.melding where dossier_id = '{melder.Regie.DossierId}' and soort = 'contactpersoon-koppeling' order by volgnummer desc limit 1";
        await house.UntilAsync($"select exists ({laatste})");
        var id = (await house.ScalarAsync<string>(laatste))!;
        await melder.TotAsync(id, Bevestigd);
        return id;
    }

    private async Task<(int Id, int Koppelingen)> BijDuoAsync(string naam) => Assert.Single(await AlleBijDuoAsync(naam));

    private async Task<(int Id, int Koppelingen)[]> AlleBijDuoAsync(string naam)
    {
        using var alle = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/duo/contactpersonen", Ct));
        return
        [
            .. from contact in alle.RootElement.EnumerateArray()
               where contact.GetProperty("contactpersoongegevens").GetProperty("naam").GetString() == naam
               select (contact.GetProperty("id").GetInt32(), contact.GetProperty("koppelingen").GetInt32()),
        ];
    }

    /// <summary>How often DUO made it.</summary>
    private async Task<int> AangemeldAsync(string naam) => (await house.VerzoekenAsync()).Count(v =>
        v.GetProperty("method").GetString() == "POST" && v.TryGetProperty("inhoud", out var inhoud) && inhoud.ValueKind == JsonValueKind.Object
        && inhoud.TryGetProperty("naam", out var gevraagd) && gevraagd.GetString() == naam);
}
