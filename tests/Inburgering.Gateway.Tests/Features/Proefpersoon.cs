using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring;
using Npgsql;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>An invented person of 1708 with something in every list and a word of its own in every field, so that an answer tells what it shows.</summary>
internal sealed record Proefpersoon(string Bsn, string DossierId, IReadOnlyDictionary<string, (string ExternId, string Referentie)> Partners)
{
    /// <summary>What schools and VluchtelingenWerk delivered themselves.</summary>
    public static readonly string[] Eigen = ["CON", "UUR", "PVT", "MBG"];

    private const string Gemeente = "1708";
    private static readonly string[] Bronnen = ["taalpunt", "schakelcollege", "vwn"];
    private static readonly IReadOnlyDictionary<string, string[]> Velden = Proefbeleid.Grants("PO/avg-verzoek-afhandelen")["PO/avg-verzoek-afhandelen"]
        .Where(c => c.Key is not ("AAN" or "TOE" or "VRZ")).ToDictionary();

    private static readonly string Verhaal = File.ReadAllText(Path.Combine(Binaries.Root, "config", "demo", "verhaal.json"));

    /// <summary>Numbers that nobody of the demo has; the first stays nobody's.</summary>
    public static IEnumerable<string> Nummers() =>
        from stam in Enumerable.Range(99_995_000, 5_000)
        let rest = stam.ToString("D8", CultureInfo.InvariantCulture).Select((c, i) => (c - '0') * (9 - i)).Sum() % 11
        where rest < 10
        let nummer = string.Create(CultureInfo.InvariantCulture, $"{stam:D8}{rest}")
        where !Verhaal.Contains(nummer, StringComparison.Ordinal)
        select nummer;

    /// <summary>While the policy of config/ is in force.</summary>
    public static async Task<Proefpersoon> MaakAsync(RunningHouse house, NpgsqlDataSource applicatie, TimeProvider zaakklok, string bsn)
    {
        var id = await OpenAsync(house, applicatie, zaakklok, bsn);
        await house.ScalarAsync<object>($"update dossiers.dossier set doelgroep = 'Asielstatushouder' where dossier_id = '{id}'");
        var regie = await OverAsync(house, bsn);
        foreach (var taak in Dossierkeuze.Taken.Select(t => t.Split('/')))
        {
            // told of by nobody: who got a value by an aanmelding has a right to its correction, and these tests count those
            Gelukt(await regie.GeefAsync(new { clientId = taak[0], taak = taak[1], van = Begin, aanmelden = false }), "opdracht");
        }

        var partners = new Dictionary<string, (string ExternId, string Referentie)>();
        foreach (var opdracht in (await regie.OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray())
        {
            var client = opdracht.GetProperty("clientId").GetString()!;
            partners[client] = ($"{await house.ScalarAsync<Guid>($"select extern_id from dossiers.relatie where client_id = '{client}' and dossier_id = '{id}' and geldig_tot is null")}", opdracht.GetProperty("partnerReferentie").GetString()!);
        }

        foreach (var (partner, doel) in new[] { ("schakelcollege-1708", "uitvoeren-leerroute"), ("vwn-1708", "maatschappelijke-begeleiding") })
        {
            Gelukt(await LeesAsync(house, partner, partners[partner].ExternId, doel), partner);
        }

        foreach (var (pad, inhoud) in new (string, object)[]
        {
            ("toestemmingen", Toestemming()), ("beperkingen", new { categorie = "EXA", zaaknummer = "A-1" }), ("beperkingen", new { categorie = "TER", zaaknummer = "A-2" }),
            ("bezwaren", new { doel = "uitvoeren-pvt", zaaknummer = "A-1" }), ("bewaarplichten", new { zaaknummer = "A-1" }),
            ("rectificaties", new { categorie = "CON", veld = "email", nieuweWaarde = "[CON/email/gemeente] verbeterd", zaaknummer = "A-1" }),
        })
        {
            Gelukt(await regie.PostAsync($"/v1/dossiers/{id}/{pad}", inhoud), pad);
        }

        return new Proefpersoon(bsn, id, partners);
    }

    /// <summary>Brings the dossier in this state.</summary>
    public string Sql(Dossierkeuze keuze) => $"""
        {string.Concat(keuze.Opdrachten.Select(o => $"update dossiers.opdracht set {Tijden(o.Value)} where dossier_id = '{DossierId}' and client_id || '/' || taak = '{o.Key}';\n"))}
        update dossiers.toestemming set ingetrokken_op = {(keuze.Toestemming ? "null" : "gegeven_op")} where dossier_id = '{DossierId}';
        update dossiers.bezwaar set doel = '{keuze.Bezwaar ?? "uitvoeren-pvt"}', tot = {(keuze.Bezwaar is null ? "van" : "null")} where dossier_id = '{DossierId}';
        {Beperk("A-1", "EXA", keuze.Beperkt.ElementAtOrDefault(0))}
        {Beperk("A-2", "TER", keuze.Beperkt.ElementAtOrDefault(1))}
        update dossiers.correctietaak set status = '{(keuze.TaakOpen ? "open" : "bevestigd")}' where dossier_id = '{DossierId}';
        update dossiers.dossier set doelgroep = {(keuze.Doelgroep is null ? "null" : $"'{keuze.Doelgroep}'")} where dossier_id = '{DossierId}';
        """;

    private string Beperk(string zaaknummer, string rust, string? categorie) => $"""
        update dossiers.beperking set categorie = '{categorie ?? rust}', tot = {(categorie is null ? "van" : "null")} where dossier_id = '{DossierId}' and zaaknummer = '{zaaknummer}';
        """;

    private static string Tijden(Opdrachtstand stand) => stand switch
    {
        Opdrachtstand.Loopt => "van = '2024-11-01', tot = null",
        Opdrachtstand.PasGeeindigd => "van = '2024-11-01', tot = '2024-11-10'",
        Opdrachtstand.LangGeeindigd => "van = '2024-03-01', tot = '2024-09-01'",
        Opdrachtstand.MoetNogBeginnen => "van = '2024-12-01', tot = null",
        _ => "van = '2024-11-01', tot = '2024-11-01'",
    };

    private static async Task<string> OpenAsync(RunningHouse house, NpgsqlDataSource applicatie, TimeProvider zaakklok, string nummer)
    {
        var ct = TestContext.Current.CancellationToken;
        using var sleutels = Sleutelmap.Open(Path.Combine(house.Data, "sleutels"));
        var dossiers = new DossierWriter(new Kluis(sleutels), zaakklok);
        Assert.True(Inburgering.Gateway.Partners.Bsn.TryParse(nummer, out var bsn));
        await using var verbinding = await applicatie.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(Gemeente, ct);
        var dossier = await dossiers.FindOrOpenAsync(transactie, Gemeente, bsn, null, null, ct);
        foreach (var (categorie, velden) in Velden)
        {
            foreach (var bron in Eigen.Contains(categorie) ? [.. Bronnen, "gemeente"] : (string[])["gemeente"])
            {
                var inhoud = new JsonObject(velden.Select(v => KeyValuePair.Create(v, (JsonNode?)$"[{categorie}/{v}/{bron}]")));
                await dossiers.PutAsync(transactie, dossier, new Feit { Categorie = categorie, Veldgroep = "proef", Bron = bron, GevraagdOp = DateTimeOffset.UtcNow, Velden = inhoud }, ct);
            }
        }

        await transactie.CommitAsync(ct);
        return $"{dossier.DossierId}";
    }

    private static void Gelukt(Antwoord antwoord, string wat) =>
        Assert.True(antwoord.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{wat}: {antwoord.Status} {antwoord.Body}");
}
