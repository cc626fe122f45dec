using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Outbox;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>What a partner proposes waits for the gemeente's own word: until then DUO hears nothing of it (domain b.5, b.6).</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class VoorstelTests(RunningHouse house)
{
    // persons of the demo whose termijn runs and whose PIP is the gemeente's own; nobody else in this house touches them
    private const string MapBsn = "999917109", PvtBsn = "999954040";

    [Fact]
    public async Task Eindgesprek_Voorgesteld_GaatPasNaBevestigingNaarDuo()
    {
        await BijgewerktAsync(MapBsn, Notificaties.Zuiderpolder);
        var deelnemer = await house.BekendeAsync(MapBsn, Partnerproef.Werk);
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "map-uren", 1, new { periode = "2024-10", themas = new[] { new { thema = "praktijk", uren = 40 } } }));

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 2, new { datum = "2024-11-12" }));

        Assert.Equal("map-bevestigen", await house.TakenAsync(deelnemer));
        Assert.Equal(("2024-11-12", null), await MapAsync(deelnemer));
        Assert.Equal(0L, await MeldingenAsync(deelnemer));
        Assert.DoesNotContain(await PutsAsync("map"), p => p.Contains("2024-11-12", StringComparison.Ordinal));

        var melding = await BevestigAsync(deelnemer, "map-resultaten", new { datumEindgesprek = "2024-11-12" });

        Assert.Equal(string.Empty, await house.TakenAsync(deelnemer));
        await new Melder(house, deelnemer.Regie).TotAsync(melding, Melder.Bevestigd);
        Assert.Single(await PutsAsync("map"), p => p.Contains("2024-11-12", StringComparison.Ordinal));
        Assert.Equal(("2024-11-12", "2024-11-12"), await MapAsync(deelnemer));

        // said once more under another id it changes nothing and asks nothing
        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 3, new { datum = "2024-11-12" });
        Assert.Equal(string.Empty, await house.TakenAsync(deelnemer));
    }

    [Fact]
    public async Task Ondertekening_Gemeld_GaatPasNaBevestigingNaarDuo()
    {
        await BijgewerktAsync(PvtBsn, Notificaties.Noorderveld);
        var deelnemer = await house.BekendeAsync(PvtBsn, Partnerproef.Vwn, "pvt");
        await house.VerwerkAsync(deelnemer, "pvt-uren", 2, new { periode = "2024-10", uren = 9.5 });

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "pvt-ondertekening", 1, new { datum = "2024-11-11", documentReferentie = "PVT-2024-0031" }));

        Assert.Equal("pvt-bevestigen", await house.TakenAsync(deelnemer));
        var voorstel = Assert.Single(await VoorstellenAsync(deelnemer));
        Assert.Equal(
            ("pvt", "VluchtelingenWerk", "2024-11-11", "PVT-2024-0031", "9.5", "Er zijn 9,5 van de 12 uren gemeld. Er is geen excursie gemeld."),
            (Tekst(voorstel, "soort"), Tekst(voorstel, "partner"), Tekst(voorstel, "datum"), Tekst(voorstel, "documentReferentie"), Tekst(voorstel, "uren"),
                string.Join(' ', voorstel.GetProperty("opmerkingen").EnumerateArray().Select(o => o.GetString()))));
        Assert.Equal(0L, await MeldingenAsync(deelnemer));
        Assert.DoesNotContain(await PutsAsync("pvt"), p => p.Contains("2024-11-11", StringComparison.Ordinal));

        var melding = await BevestigAsync(deelnemer, "pvt-resultaten", new { datumOndertekening = "2024-11-11" });

        Assert.Equal(string.Empty, await house.TakenAsync(deelnemer));
        await new Melder(house, deelnemer.Regie).TotAsync(melding, Melder.Bevestigd);
        Assert.Single(await PutsAsync("pvt"), p => p.Contains("2024-11-11", StringComparison.Ordinal));
        Assert.Empty(await VoorstellenAsync(deelnemer));
    }

    [Fact]
    public async Task Voorstel_Afgewezen_GaatNooitNaarDuoEnBlijftVanDePartnerInHetDossier()
    {
        var (deelnemer, ander) = (await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie"), await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie"));
        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 1, new { datum = "2024-11-10" });
        var id = Tekst(Assert.Single(await VoorstellenAsync(deelnemer)), "voorstelId");
        Task<Features.Antwoord> WijsAfAsync(Deelnemer wie) => wie.Regie.PostAsync($"/v1/dossiers/{wie.DossierId}/voorstellen/{id}/afwijzingen");

        Assert.Equal((HttpStatusCode.NotFound, "GW-0305"), await WijsAfAsync(ander) is var vreemd ? (vreemd.Status, vreemd.Code) : default);
        var (eerste, nogEens) = (await WijsAfAsync(deelnemer), await WijsAfAsync(deelnemer));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (eerste.Status, nogEens.Status));
        Assert.Empty(await VoorstellenAsync(deelnemer));
        Assert.Equal(string.Empty, await house.TakenAsync(deelnemer));
        Assert.Equal(("2024-11-10", null), await MapAsync(deelnemer));
        Assert.Equal(0L, await MeldingenAsync(deelnemer));

        // a newer one asks again
        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 2, new { datum = "2024-11-12" });
        Assert.Equal("map-bevestigen", await house.TakenAsync(deelnemer));
    }

    [Fact]
    public async Task Voorstellen_VoorWieGeenRegieVoert_ZijnErNiet()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");
        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 1, new { datum = "2024-11-10" });

        foreach (var (client, status) in new[] { ("zaaksysteem-1708", HttpStatusCode.NotFound), (Partnerproef.Werk, HttpStatusCode.Forbidden) })
        {
            var antwoord = await Features.Antwoord.SendAsync(await house.AsAsync(client), HttpMethod.Get, $"/v1/dossiers/{deelnemer.DossierId}/voorstellen");
            Assert.Equal(status, antwoord.Status);
        }
    }

    [Fact]
    public async Task Voorstel_DatNieuwerIs_VervangtHetEerdereEnEenOuderVraagtNiets()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");
        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 2, new { datum = "2024-11-10" });

        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 3, new { datum = "2024-11-11" });
        await house.VerwerkAsync(deelnemer, "map-eindgesprek-voorstel", 1, new { datum = "2024-11-09" });

        Assert.Equal("map-bevestigen", await house.TakenAsync(deelnemer));
        Assert.Equal(("2024-11-11", null), await MapAsync(deelnemer));
    }

    private static async Task<string> BevestigAsync(Deelnemer deelnemer, string pad, object melding)
    {
        var gemeld = await deelnemer.Regie.PostAsync($"/v1/dossiers/{deelnemer.DossierId}/{pad}", melding);
        Assert.True(gemeld.Status == HttpStatusCode.Accepted, gemeld.Body.ToString());
        return gemeld.Tekst("meldingId");
    }

    private static async Task<JsonElement[]> VoorstellenAsync(Deelnemer deelnemer) =>
        [.. (await Features.Antwoord.SendAsync(deelnemer.Regie.Client, HttpMethod.Get, $"/v1/dossiers/{deelnemer.DossierId}/voorstellen")).Body.GetProperty("voorstellen").EnumerateArray()];

    private static string Tekst(JsonElement velden, string naam) => velden.GetProperty(naam).ToString();

    /// <summary>What DUO has of the person is fetched.</summary>
    private async Task BijgewerktAsync(string bsn, string gemeente)
    {
        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS130", bsn), gemeente: gemeente);
        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
    }

    private static async Task<(string? Voorstel, string? Eigen)> MapAsync(Deelnemer deelnemer) =>
        await deelnemer.RegieAsync("MAP") is { } map ? ((string?)map["voorstelEindgesprek"], (string?)map["datumEindgesprek"]) : (null, null);

    private Task<long> MeldingenAsync(Deelnemer deelnemer) => house.ScalarAsync<long>($"select count(*) from outbox.melding where dossier_id = '{deelnemer.DossierId}' and partner = 'duo'");

    /// <summary>Bodies that DUO's sandbox got for this resource.</summary>
    private async Task<string[]> PutsAsync(string wat) =>
    [
        .. (await house.VerzoekenAsync()).Where(v => v.GetProperty("method").GetString() == "PUT" && v.GetProperty("path").GetString()!.EndsWith($"/{wat}", StringComparison.Ordinal))
            .Select(v => JsonSerializer.Serialize(v)),
    ];
}
