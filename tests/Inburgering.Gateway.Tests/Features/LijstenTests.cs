using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Over generated policies and dossiers, by HTTP: every list and its length says what the rule allows and, where it refuses, what it says of a person nobody ever heard of.</summary>
/// <remarks>What a single answer shows stands in GegenereerdBeleidTests; here a policy really goes into force on a running gateway.</remarks>
public sealed class LijstenTests(BeleidHouse house) : IClassFixture<BeleidHouse>
{
    private const string ExtraScope = "dossier:bijzonder:lezen";
    private static readonly string[] Vragers = ["zaaksysteem-1708", "inkomen-1708", "privacy-1708", "taalpunt-1708", "schakelcollege-1708", "vwn-1708", "zaaksysteem-0171", "privacy-0171"];
    private static readonly (string Naam, string Tabel)[] AvgLijsten =
        [("correctietaken", "correctietaak"), ("rectificaties", "rectificatie"), ("bewaarplichten", "bewaarplicht"), ("bezwaren", "bezwaar"), ("beperkingen", "beperking")];

    private static int Beleiden => TestMaat.Lang ? 40 : 2;

    private static int Dossierstanden => TestMaat.Lang ? 10 : 2;

    [Fact]
    public async Task Lists_WhateverPolicyAndDossier_RevealNothingThatIsRefused()
    {
        var regie = await OverAsync(house, Hasan);
        await VulAsync(regie);
        var toeval = new Random(20241116);
        var getoond = 0;
        for (var i = 0; i < Beleiden; i++)
        {
            var beleid = await NieuwBeleidAsync(toeval, regie.DossierId);
            for (var j = 0; j < Dossierstanden; j++)
            {
                await house.ScalarAsync<object>(Dossierstand(toeval, regie.DossierId));
                foreach (var vrager in Vragers)
                {
                    getoond += await KloptAsync($"{i}.{j} {vrager} bij {beleid}", vrager, beleid, regie.DossierId);
                }
            }
        }

        Assert.True(getoond > 0, "Geen enkele lijst toonde iets: de proef bewijst niets.");
    }

    /// <summary>Asks every list, with the real number and with one that nobody has.</summary>
    /// <returns>How many items were shown.</returns>
    private async Task<int> KloptAsync(string geval, string vrager, Beleidstand beleid, string dossierId)
    {
        var client = await house.AsAsync(vrager);
        var getoond = 0;
        foreach (var lijst in Lijsten(vrager, beleid))
        {
            var echt = await lijst.VraagAsync(client, dossierId);
            if (lijst.Mag)
            {
                Assert.True(echt.Status == HttpStatusCode.OK, $"{geval} {lijst.Pad}: {echt.Status}");
                var items = echt.Body.GetProperty(lijst.Naam).GetArrayLength();
                Assert.True(lijst.Tel is null || items == await house.ScalarAsync<long>($"select count(*) from {string.Format(CultureInfo.InvariantCulture, lijst.Tel, dossierId)}"), $"{geval} {lijst.Pad}: {items} getoond.");
                getoond += items;
                continue;
            }

            var verzonnen = await lijst.VraagAsync(client, $"{Guid.NewGuid()}");
            Assert.True(echt.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{geval} {lijst.Pad}: {echt.Status}");
            Assert.True(echt.Status == verzonnen.Status && echt.ZonderNummer == verzonnen.ZonderNummer, $"{geval} {lijst.Pad}: een bestaand nummer antwoordt anders dan een verzonnen.");
        }

        return getoond;
    }

    /// <summary>The rule, said by hand.</summary>
    private static IEnumerable<Lijst> Lijsten(string vrager, Beleidstand beleid)
    {
        var systeem = vrager == "zaaksysteem-1708";
        var regie = systeem && beleid.Regie;
        var toezicht = vrager == "privacy-1708" && beleid.Toezicht;
        yield return new Lijst("/v1/dossiers/{0}/opdrachten", "opdrachten", regie, "dossiers.opdracht where dossier_id = '{0}'");
        yield return new Lijst("/v1/dossiers/{0}/toestemmingen", "toestemmingen", regie, "dossiers.toestemming where dossier_id = '{0}'");
        yield return new Lijst("/v1/dossiers/{0}/inzagen?doel=regie-voeren", "inzagen", regie, null);
        yield return new Lijst("/v1/dossiers/{0}/inzagen?doel=toezicht-gebruik", "inzagen", toezicht, null);
        yield return new Lijst("/v1/logregels/_zoek", "logregels", toezicht, null);
        foreach (var (naam, tabel) in AvgLijsten)
        {
            // the rights of the person are a duty of the role, whatever its grants say; this privacy client reads no dossiers (its scopes)
            yield return new Lijst($"/v1/dossiers/{{0}}/{naam}", naam, systeem, $"dossiers.{tabel} where dossier_id = '{{0}}'");
        }

        var partner = vrager is "taalpunt-1708" or "schakelcollege-1708" or "vwn-1708";
        yield return new Lijst("/v1/partner/correctietaken", "correctietaken", partner, $"dossiers.correctietaak where ontvanger = '{vrager}' and status = 'open'");
    }

    /// <summary>Puts another policy in force and waits until this gateway decides with it.</summary>
    private async Task<Beleidstand> NieuwBeleidAsync(Random toeval, string dossierId)
    {
        var stand = new Beleidstand(toeval.Next(3) > 0, toeval.Next(3) > 0);
        var versies = await house.ScalarAsync<long>("select count(*) from toegang.beleid_actief");
        house.Config.Write("gegevens.json", house.Tweede.Read("gegevens.json"));
        house.Config.Edit("gegevens.json", j =>
        {
            Sluit(j, "REG", "regie-voeren", stand.Regie);
            Sluit(j, "PO", "toezicht-gebruik", stand.Toezicht);
            foreach (var activiteit in j["activiteiten"]!.AsObject())
            {
                activiteit.Value!["versie"] = versies + 1;
            }
        });
        house.Config.Edit("partners/taalaanbieder.json", j => j["grants"]![0]!["velden"]!["CON"] = toeval.Next(2) == 0 ? new JsonArray("telefoon") : new JsonArray("telefoon", "email"));
        await house.UntilAsync($"select count(*) > {versies} from toegang.beleid_actief");
        var po = await house.AsAsync("privacy-1708");
        await RunningHouse.UntilAsync(async _ => (await Antwoord.SendAsync(po, HttpMethod.Get, $"/v1/dossiers/{dossierId}/bezwaren")).Status != HttpStatusCode.ServiceUnavailable);
        return stand;
    }

    /// <summary>A grant that its client's scopes do not reach is no grant.</summary>
    private static void Sluit(JsonNode gegevens, string rol, string doel, bool open)
    {
        var grant = gegevens["grants"]!.AsArray().Single(g => (string?)g!["rol"] == rol && (string?)g["doel"] == doel)!;
        if (!open)
        {
            grant["voorwaarden"] = new JsonObject { ["scope"] = rol == "PO" ? ExtraScope : "betaling:voorbereiden" };
        }
    }

    /// <summary>Something in every list; two partners received what turns out to be wrong.</summary>
    private async Task VulAsync(Regiewerk regie)
    {
        foreach (var (partner, doel) in new[] { ("schakelcollege-1708", "uitvoeren-leerroute"), ("vwn-1708", "maatschappelijke-begeleiding") })
        {
            var gelezen = await LeesAsync(house, partner, await regie.IdVanAsync(house, partner, doel), doel);
            Assert.Equal(HttpStatusCode.OK, gelezen.Status);
        }

        foreach (var (pad, inhoud) in new (string, object)[]
        {
            ("toestemmingen", Toestemming()), ("beperkingen", new { categorie = "EXA", zaaknummer = "A-1" }), ("bezwaren", new { doel = "uitvoeren-pvt", zaaknummer = "A-1" }),
            ("bewaarplichten", new { zaaknummer = "A-1" }), ("rectificaties", new { categorie = "CON", veld = "email", nieuweWaarde = "nieuw@voorbeeld.example", zaaknummer = "A-1" }),
        })
        {
            var antwoord = await regie.PostAsync($"/v1/dossiers/{regie.DossierId}/{pad}", inhoud);
            Assert.True((int)antwoord.Status is 200 or 201, $"{pad}: {antwoord.Status} {antwoord.Body}");
        }
    }

    private static string Dossierstand(Random toeval, string dossierId)
    {
        string Een(params string[] keuzen) => keuzen[toeval.Next(keuzen.Length)];
        return $"""
            update dossiers.opdracht set tot = {Een("null", "van + interval '1 hour'", "timestamptz '2024-11-10'")} where dossier_id = '{dossierId}' and client_id = '{Een("taalpunt-1708", "schakelcollege-1708", "vwn-1708")}';
            update dossiers.toestemming set ingetrokken_op = {Een("null", "gegeven_op")} where dossier_id = '{dossierId}';
            update dossiers.bezwaar set tot = {Een("null", "van")} where dossier_id = '{dossierId}';
            update dossiers.beperking set categorie = '{Een("EXA", "CON", "IDN")}' where dossier_id = '{dossierId}';
            update dossiers.correctietaak set status = '{Een("open", "bevestigd")}' where dossier_id = '{dossierId}';
            update dossiers.dossier set doelgroep = {Een("'Asielstatushouder'", "'Gezinsmigrant en overige migrant'", "null")} where dossier_id = '{dossierId}';
            select 1;
            """;
    }

    private sealed record Beleidstand(bool Regie, bool Toezicht);

    /// <param name="Pad">{0}: the dossier; a search has it in its body.</param>
    /// <param name="Tel">What it holds, in SQL; null: not counted here.</param>
    private sealed record Lijst(string Pad, string Naam, bool Mag, string? Tel)
    {
        public Task<Antwoord> VraagAsync(HttpClient client, string dossierId) => Pad.EndsWith("_zoek", StringComparison.Ordinal)
            ? Antwoord.SendAsync(client, HttpMethod.Post, Pad, new { dossier = dossierId })
            : Antwoord.SendAsync(client, HttpMethod.Get, string.Format(CultureInfo.InvariantCulture, Pad, dossierId));
    }
}
