using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Outbox;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>Hours of partners become DUO's totals when the gemeente says so, and not before (domain b.4).</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class UrenTests(RunningHouse house)
{
    // a person of the demo; nobody else in this house touches her
    private const string Bsn = "999972856";

    [Fact]
    public async Task Lesuren_VanTweeScholen_GaanAlsSomNaarDuoZodraDeGemeenteZeMeldt()
    {
        var regie = await Features.Regiewerk.OverAsync(house, Bsn);
        await house.DoelgroepAsync(regie.DossierId, Taalproef.Asiel);
        var (taalpunt, college) = (await house.LeerlingAsync(regie, Bsn, Taalproef.Taalpunt), await house.LeerlingAsync(regie, Bsn, Taalproef.Schakelcollege));
        var september = taalpunt.Uren(1, "2024-09", 40.5m);
        september["data"]!["alfabetisering"] = new System.Text.Json.Nodes.JsonObject { ["geplandeUren"] = 6, ["gevolgdeUren"] = 6, ["geoorloofdVerzuimUren"] = 0, ["ongeoorloofdVerzuimUren"] = 0 };
        foreach (var (leerling, bericht) in new[] { (taalpunt, september), (taalpunt, taalpunt.Uren(2, "2024-10", 30)), (college, college.Uren(1, "2024-10", 12.25m)) })
        {
            Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, bericht));
        }

        var totaal = await TotaalAsync(regie, "participatie-als-taalles");
        Assert.Equal(
            (82, true, false, "schakelcollege 12.25 2024-10 2024-10, taalpunt 70.5 2024-09 2024-10"),
            (totaal.GetProperty("uren").GetInt32(), totaal.GetProperty("openstaand").GetBoolean(), totaal.TryGetProperty("gemeld", out _), Bronnen(totaal)));
        Assert.Contains("Daarnaast zijn er 6 uren alfabetisering gemeld. Die zijn niet meegeteld.", Opmerkingen(totaal));
        Assert.Empty(await PutsAsync("participatietaalles"));

        var melding = await MeldAsync(regie, "participatie-als-taalles", 82);
        await new Melder(house, regie).TotAsync(melding, Melder.Bevestigd);

        Assert.Contains("\"uren\":82", Assert.Single(await PutsAsync("participatietaalles")), StringComparison.Ordinal);
        totaal = await TotaalAsync(regie, "participatie-als-taalles");
        Assert.Equal((82, false, melding), (totaal.GetProperty("gemeld").GetInt32(), totaal.GetProperty("openstaand").GetBoolean(), totaal.GetProperty("meldingId").GetString()));

        // a correction of the school asks again, and DUO hears nothing of it by itself
        await house.VerwerkAsync(taalpunt, taalpunt.Uren(3, "2024-10", 28, correctie: true));
        totaal = await TotaalAsync(regie, "participatie-als-taalles");
        Assert.Equal((80, 82, true), (totaal.GetProperty("uren").GetInt32(), totaal.GetProperty("gemeld").GetInt32(), totaal.GetProperty("openstaand").GetBoolean()));
        Assert.Single(await PutsAsync("participatietaalles"));

        // what came along with a move was told by the former gemeente
        await house.ScalarAsync<Guid>($"update dossiers.feit set overgenomen_van = '0171' where dossier_id = '{regie.DossierId}' and bron = 'schakelcollege' and veldgroep = 'totalen' and actueel returning feit_id");
        totaal = await TotaalAsync(regie, "participatie-als-taalles");
        Assert.Equal(68, totaal.GetProperty("uren").GetInt32());
        Assert.Contains("Uren van voor de verhuizing meldt de vorige gemeente. Die zijn niet meegeteld.", Opmerkingen(totaal));
    }

    [Theory]
    [InlineData("Z", Taalproef.Asiel, true, "Participatie tijdens de brede intake telt ook mee. Tel die uren erbij op.")]
    [InlineData("B", Taalproef.Asiel, false, "DUO telt deze uren alleen in de Z-route van een asielstatushouder.")]
    [InlineData("Z", Taalproef.Gezin, false, "DUO telt deze uren alleen in de Z-route van een asielstatushouder.")]
    public async Task Participatieuren_TellenVoorDuo_AlleenInDeZrouteVanEenAsielstatushouder(string leerroute, string doelgroep, bool openstaand, string opmerking)
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, doelgroep, "participatie");
        await house.ScalarAsync<Guid>($"update dossiers.dossier set leerroute = '{leerroute}' where dossier_id = '{deelnemer.DossierId}' returning dossier_id");
        await house.VerwerkAsync(deelnemer, "participatie-uren", 1, new { periode = "2024-10", uren = 24 });

        var totaal = await TotaalAsync(deelnemer.Regie, "participatieactiviteiten");

        Assert.Equal((24, openstaand, opmerking), (totaal.GetProperty("uren").GetInt32(), totaal.GetProperty("openstaand").GetBoolean(), Assert.Single(Opmerkingen(totaal))));
    }

    [Fact]
    public async Task Uren_VoorWieGeenRegieVoert_ZijnErNiet()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");

        foreach (var (client, status) in new[] { ("zaaksysteem-1708", HttpStatusCode.NotFound), (Partnerproef.Werk, HttpStatusCode.Forbidden) })
        {
            var antwoord = await Features.Antwoord.SendAsync(await house.AsAsync(client), HttpMethod.Get, $"/v1/dossiers/{deelnemer.DossierId}/gevolgde-uren");
            Assert.Equal(status, antwoord.Status);
        }
    }

    private static async Task<JsonElement> TotaalAsync(Features.Regiewerk regie, string soort)
    {
        var antwoord = await Features.Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/gevolgde-uren");
        Assert.True(antwoord.Status == HttpStatusCode.OK, antwoord.Body.ToString());
        return antwoord.Body.GetProperty("totalen").EnumerateArray().Single(t => t.GetProperty("soort").GetString() == soort);
    }

    private static string Bronnen(JsonElement totaal) =>
        string.Join(", ", totaal.GetProperty("bronnen").EnumerateArray().Select(b => $"{b.GetProperty("bron")} {b.GetProperty("uren")} {b.GetProperty("vanaf")} {b.GetProperty("totEnMet")}"));

    private static string[] Opmerkingen(JsonElement totaal) => [.. totaal.GetProperty("opmerkingen").EnumerateArray().Select(o => o.GetString()!)];

    private static async Task<string> MeldAsync(Features.Regiewerk regie, string soort, int uren)
    {
        var gemeld = await regie.PostAsync($"/v1/dossiers/{regie.DossierId}/gevolgde-uren", new { soort, uren });
        Assert.True(gemeld.Status == HttpStatusCode.Accepted, gemeld.Body.ToString());
        return gemeld.Tekst("meldingId");
    }

    /// <summary>Bodies that DUO's sandbox got for this total.</summary>
    private async Task<string[]> PutsAsync(string wat) =>
    [
        .. (await house.VerzoekenAsync()).Where(v => v.GetProperty("method").GetString() == "PUT" && v.GetProperty("path").GetString()!.EndsWith($"/{wat}", StringComparison.Ordinal))
            .Select(v => JsonSerializer.Serialize(v)),
    ];
}
