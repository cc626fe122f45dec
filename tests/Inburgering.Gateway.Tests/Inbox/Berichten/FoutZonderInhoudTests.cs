using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Wiring;
using Inburgering.Gateway.Wiring.Partnerpaginas;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>Issue 7: whatever is wrong with what a partner delivers, no answer to it says anything of the dossier: not the 400, not how the message stands, not the list of rejections, not the result of a file.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class FoutZonderInhoudTests(RunningHouse house)
{
    private const string Geheim = "qzgeheim";

    private static readonly Beleid Geldend = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);

    /// <summary>Who delivers as each partner, under which taken.</summary>
    private static readonly Dictionary<string, (string Client, string[] Taken)> Partners = new()
    {
        ["taalaanbieder"] = ("taalpunt-1708", ["leerroute"]),
        ["vluchtelingenwerk"] = ("vwn-1708", ["pvt", "begeleiding"]),
        ["participatiepartner"] = ("werkcorporatie-0171", ["participatie"]),
        ["sociaalwerk"] = ("sociaalwerk-1708", ["begeleiding"]),
        ["coa"] = ("coa", []),
    };

    private static int Proeven => TestMaat.Lang ? 2_000 : 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Antwoord_OpWelkKapotBerichtOok_ZegtNietsUitHetDossier()
    {
        var toeval = new Random(20241115);
        var register = new CallerRegister(Geldend);
        var (fout, gevolgd) = (0, new List<(string Client, string Adres)>());
        foreach (var partner in PartnerHttp.Find().Where(p => Berichtvoorbeelden.Van(p).Any()))
        {
            var (client, taken) = Partners[partner.Key];
            var referentie = taken.Length == 0 ? null : (await PersoonAsync(client, taken)).Referentie;
            var (bron, voorbeelden) = ($"urn:nld:oin:{register.Zoek(client)!.Sjabloon.Organisatie}:systeem:proef", Berichtvoorbeelden.Van(partner).ToArray());
            var http = await house.AsAsync(client);
            for (var i = 0; i < Proeven; i++)
            {
                var bericht = Kapot(toeval, voorbeelden[toeval.Next(voorbeelden.Length)].Bericht, bron, referentie);
                using var inhoud = new StringContent(bericht.ToJsonString(), MediaTypeHeaderValue.Parse("application/cloudevents+json"));
                using var antwoord = await http.PostAsync("/v1/berichten", inhoud, Ct);
                await SchoonAsync(antwoord);
                if (antwoord.StatusCode == HttpStatusCode.Accepted)
                {
                    gevolgd.Add((client, antwoord.Headers.Location!.OriginalString));
                }
                else
                {
                    fout++;
                }
            }
        }

        await house.UntilAsync("select count(*) = 0 from inbox.bericht where status = 0 and volgende_poging <= now()");
        foreach (var (client, adres) in gevolgd)
        {
            using var stand = await (await house.AsAsync(client)).GetAsync(adres, Ct);
            await SchoonAsync(stand);
        }

        foreach (var (client, _) in Partners.Values)
        {
            using var afkeuringen = await (await house.AsAsync(client)).GetAsync("/v1/partner/afkeuringen", Ct);
            await SchoonAsync(afkeuringen);
        }

        Assert.True(fout > Proeven && gevolgd.Count > Proeven / 2, $"{fout} geweigerd, {gevolgd.Count} aangenomen: de proef zag maar één kant.");
    }

    [Fact]
    public async Task Uitkomst_VanWelkKapotBestandOok_ZegtNietsUitHetDossier()
    {
        const string Kop = "partnerreferentie;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren;correctie";
        var (toeval, persoon) = (new Random(20241116), await PersoonAsync("taalpunt-1708", ["leerroute"]));
        string[] cellen = [persoon.Referentie, "2024-09", "10", "8", "1", "1", "nee"];
        string[] onzin = ["", "x", "-1", "=A1", "2024-13", "1e9", "PR-0000000000", "999990018", "ja", "\"", "745"];
        var http = await house.AsAsync("taalpunt-1708");
        for (var i = 0; i < Proeven / 10; i++)
        {
            var rijen = Enumerable.Range(0, 4).Select(_ => string.Join(';', cellen.Select(cel => toeval.Next(4) == 0 ? onzin[toeval.Next(onzin.Length)] : cel)));
            using var inhoud = new StringContent(string.Join('\n', rijen.Prepend(Kop)), Encoding.UTF8, "text/csv");
            using var aangenomen = await http.PostAsync($"/v1/leveringsbestanden?gedeeltelijk={(toeval.Next(2) == 0 ? "true" : "false")}", inhoud, Ct);
            await SchoonAsync(aangenomen);
            var adres = aangenomen.Headers.Location!.OriginalString;
            await RunningHouse.UntilAsync(async ct =>
            {
                using var stand = await http.GetAsync(adres, ct);
                return (string?)JsonNode.Parse(await SchoonAsync(stand))!["status"] is "verwerkt" or "afgekeurd";
            });
        }
    }

    /// <summary>Somebody of whose dossier every text is a word that can come from nowhere else.</summary>
    private async Task<Deelnemer> PersoonAsync(string client, string[] taken)
    {
        var persoon = await house.DeelnemerAsync(client, "Asielstatushouder", taken);
        foreach (var (categorie, velden) in Geldend.Gegevens.Categorieen.Where(c => c.Value.Bronhouders.Contains("gemeente")))
        {
            await persoon.Regie.LegVastAsync(house, categorie, "gemeente", new JsonObject(velden.Velden.Select(v => KeyValuePair.Create(v, (JsonNode?)$"{Geheim}-{categorie}-{v}"))), "geheim");
        }

        return persoon;
    }

    private static async Task<string> SchoonAsync(HttpResponseMessage antwoord)
    {
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct) + string.Join('\n', antwoord.Headers.Select(h => string.Join(' ', h.Value)));
        Assert.DoesNotContain(Geheim, tekst, StringComparison.OrdinalIgnoreCase);
        return await antwoord.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>A right message about this person, with one to three things wrong.</summary>
    private static JsonObject Kapot(Random toeval, JsonObject voorbeeld, string bron, string? referentie)
    {
        var bericht = voorbeeld.DeepClone().AsObject();
        (bericht["id"], bericht["source"], bericht["sequence"]) = ($"{Guid.NewGuid()}", bron, $"{toeval.Next(1, 1_000_000)}");
        if (referentie is not null && bericht["data"] is JsonObject data)
        {
            data.Remove("bsn");
            data["partnerReferentie"] = referentie;
        }

        for (var keer = toeval.Next(0, 4); keer > 0; keer--)
        {
            Bederf(toeval, bericht);
        }

        return bericht;
    }

    private static void Bederf(Random toeval, JsonObject bericht)
    {
        var plaatsen = Plaatsen(bericht).ToArray();
        var (groep, naam) = plaatsen[toeval.Next(plaatsen.Length)];
        JsonNode?[] waarden = [null, "", "x", -1, 1e300, true, new JsonObject(), new JsonArray(), new JsonArray("a", 1), "2024-13-45", new string('y', 500), "999990018", "PR-0000000000"];
        switch (toeval.Next(3))
        {
            case 0:
                groep.Remove(naam);
                break;
            case 1:
                groep[naam] = waarden[toeval.Next(waarden.Length)];
                break;
            default:
                string[] vreemd = ["naam", "geboortedatum", "gezondheid", "toelichting", "dossierId", "IDN", "$ref"];
                groep[vreemd[toeval.Next(vreemd.Length)]] = waarden[toeval.Next(waarden.Length)];
                break;
        }
    }

    /// <summary>Every member, however deep.</summary>
    private static IEnumerable<(JsonObject Groep, string Naam)> Plaatsen(JsonNode? knoop) => knoop switch
    {
        JsonObject groep => groep.Select(v => (groep, v.Key)).Concat(groep.SelectMany(v => Plaatsen(v.Value))),
        JsonArray lijst => lijst.SelectMany(Plaatsen),
        _ => [],
    };
}
