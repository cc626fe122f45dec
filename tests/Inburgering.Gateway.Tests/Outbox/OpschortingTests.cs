using System.Net;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Inbox;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>DUO's 403 without a body: nothing more is asked or told about that person, until a person or DUO itself says that it may (domain b.2).</summary>
public sealed class OpschortingTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Reden = "DUO bevestigt dat deze persoon bij ons hoort.";

    [Fact]
    public async Task Melding_Leeg403_SchortDiePersoonOpTotEenMensHervatEnGeenAnder()
    {
        const string wie = "999947795", ander = "999954040";
        var (melder, vrij) = (await OverAsync(house, wie), await OverAsync(house, ander));
        await DichtAsync(wie);
        var een = await melder.MeldAsync("gevolgde-uren", Uren(10));
        await melder.TotAsync(een.Tekst("meldingId"), WachtOpMens);
        Assert.Equal("geen-toegang-meer", (await melder.LeesAsync(een.Tekst("meldingId"))).Tekst("reden"));

        var bericht = await Levering.SendAsync(house, Levering.Notificatie("SS102", wie));
        var twee = await melder.MeldAsync("gevolgde-uren", Uren(20, "participatieactiviteiten"));
        var door = await vrij.MeldAsync("gevolgde-uren", Uren(30));

        Assert.Equal((Levering.Quarantaine, "opgeschort"), await bericht.AfloopAsync());
        await vrij.TotAsync(door.Tekst("meldingId"), Bevestigd);
        Assert.Single(await GeweigerdAsync());
        var opschorting = await EnigeAsync(melder);
        Assert.Equal("duo", opschorting.GetProperty("partner").GetString());
        Assert.Contains("Controleer of de persoon is verhuisd", opschorting.GetProperty("uitleg").GetString(), StringComparison.Ordinal);
        Assert.Equal(1L, await melder.RegelsAsync("Uitwisseling opgeschort"));
        Assert.Empty((await OpschortingenAsync(vrij)).Body.GetProperty("opschortingen").EnumerateArray());

        await house.HerstelAsync();
        var hervat = await HervatAsync(melder, opschorting.GetProperty("opschortingId").GetString()!, Reden);

        Assert.Equal((HttpStatusCode.OK, Reden, "zaaksysteem-1708"), (hervat.Status, hervat.Tekst("reden"), hervat.Tekst("hervatDoor")));
        await melder.TotAsync(een.Tekst("meldingId"), Bevestigd);
        await melder.TotAsync(twee.Tekst("meldingId"), Bevestigd);
        await house.UntilAsync($"select status = {Levering.Verwerkt} from inbox.bericht where trace_id = '{bericht.TraceId}'");
        Assert.Equal(HttpStatusCode.OK, (await HervatAsync(melder, opschorting.GetProperty("opschortingId").GetString()!, "Nog een keer, met een andere reden.")).Status);
        Assert.Equal(Reden, (await EnigeAsync(melder)).GetProperty("reden").GetString());
        Assert.Equal(2L, await melder.RegelsAsync("Uitwisseling hervat"));
    }

    [Theory]
    [InlineData("SS139", "999925313")]
    [InlineData("SS120", "999958008")]
    public async Task Ophalen_Leeg403_SchortOpTotEenNotificatieHetBereikOpent(string opent, string wie)
    {
        var melder = await OverAsync(house, wie);
        await DichtAsync(wie);
        var eerste = await Levering.SendAsync(house, Levering.Notificatie("SS102", wie));
        Assert.Equal((Levering.Quarantaine, "geen-toegang-meer"), await eerste.AfloopAsync());
        var melding = await melder.MeldAsync("gevolgde-uren", Uren(40));
        await melder.TotAsync(melding.Tekst("meldingId"), WachtOpMens);
        Assert.Equal("opgeschort", (await melder.LeesAsync(melding.Tekst("meldingId"))).Tekst("reden"));
        Assert.Single(await GeweigerdAsync());

        var vergeefs = await Levering.SendAsync(house, Levering.Notificatie(opent, wie));
        Assert.Equal((Levering.Quarantaine, "geen-toegang-meer"), await vergeefs.AfloopAsync());
        Assert.False((await EnigeAsync(melder)).TryGetProperty("tot", out _));

        await house.HerstelAsync();
        var weer = await Levering.SendAsync(house, Levering.Notificatie(opent, wie));

        Assert.Equal((Levering.Verwerkt, null), await weer.AfloopAsync());
        Assert.Equal(opent, (await EnigeAsync(melder)).GetProperty("hervatDoor").GetString());
        await melder.TotAsync(melding.Tekst("meldingId"), Bevestigd);
        await house.UntilAsync($"select status = {Levering.Verwerkt} from inbox.bericht where trace_id = '{eerste.TraceId}'");
        Assert.Equal(1L, await melder.RegelsAsync("Uitwisseling hervat na een notificatie"));
    }

    [Fact]
    public async Task Afstemmen_Leeg403_SchortOpEnVraagtDaarnaNiets()
    {
        const string wie = "999912999";
        var afstemmer = await Afstemmer.OverAsync(house, wie);
        await DichtAsync(wie);

        Assert.Equal("tegengehouden", Afstemmer.Uitkomst(await afstemmer.RondeAsync()));
        var melder = new Melder(house, afstemmer.Regie);
        await EnigeAsync(melder);
        Assert.Equal("tegengehouden", Afstemmer.Uitkomst(await afstemmer.RondeAsync()));

        Assert.Single(await house.VerzoekenAsync());
        Assert.Equal(1L, await melder.RegelsAsync("Uitwisseling opgeschort"));
    }

    [Fact]
    public async Task Hervatten_ZonderRedenOfDoorEenAndereGemeente_VerandertNiets()
    {
        const string wie = "999942906";
        var melder = await OverAsync(house, wie);
        await DichtAsync(wie);
        var melding = await melder.MeldAsync("gevolgde-uren", Uren(50));
        await melder.TotAsync(melding.Tekst("meldingId"), WachtOpMens);
        var id = (await EnigeAsync(melder)).GetProperty("opschortingId").GetString()!;

        var kort = await HervatAsync(melder, id, "te kort");
        var nummer = await HervatAsync(melder, id, $"Zie de brief over {wie} van gisteren.");
        var onbekend = await HervatAsync(melder, Guid.NewGuid().ToString("D"), Reden);
        var anders = await Antwoord.SendAsync(await house.AsAsync("zaaksysteem-0171"), HttpMethod.Post, $"/v1/dossiers/{melder.Regie.DossierId}/opschortingen/{id}/hervattingen", new { reden = Reden });

        Assert.Equal((HttpStatusCode.BadRequest, "/reden"), (kort.Status, kort.Plaatsen));
        Assert.Equal((HttpStatusCode.BadRequest, "/reden"), (nummer.Status, nummer.Plaatsen));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (onbekend.Status, anders.Status));
        Assert.False((await EnigeAsync(melder)).TryGetProperty("tot", out _));
        Assert.Equal("wacht-op-mens", (await melder.LeesAsync(melding.Tekst("meldingId"))).Tekst("status"));
        await house.HerstelAsync();
    }

    private static object Uren(int uren, string soort = "participatie-als-taalles") => new { soort, uren };

    /// <summary>DUO lets nobody at this person.</summary>
    private async Task DichtAsync(string bsn)
    {
        await house.HerstelAsync();
        await house.StoringAsync(new { kind = "403-leeg", times = 1000, bsn });
    }

    private static Task<Antwoord> OpschortingenAsync(Melder melder) =>
        Antwoord.SendAsync(melder.Regie.Client, HttpMethod.Get, $"/v1/dossiers/{melder.Regie.DossierId}/opschortingen");

    private static async Task<System.Text.Json.JsonElement> EnigeAsync(Melder melder) => (await OpschortingenAsync(melder)).Body.GetProperty("opschortingen").EnumerateArray().Single();

    private static Task<Antwoord> HervatAsync(Melder melder, string id, string reden) =>
        melder.Regie.PostAsync($"/v1/dossiers/{melder.Regie.DossierId}/opschortingen/{id}/hervattingen", new { reden });

    /// <summary>Calls that the fault hit.</summary>
    private async Task<System.Text.Json.JsonElement[]> GeweigerdAsync() =>
        [.. (await house.VerzoekenAsync()).Where(v => v.GetProperty("status").GetInt32() == 403)];
}
