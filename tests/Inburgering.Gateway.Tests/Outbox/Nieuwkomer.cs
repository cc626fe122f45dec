using System.Globalization;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring;
using Npgsql;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>An invented person with a word of its own in every field of every category, so that what a partner gets tells where it came from.</summary>
internal sealed class Nieuwkomer(Aanmeldhuis house, string bsn, Regiewerk regie)
{
    private static readonly IEnumerator<string> Nummers = Proefpersoon.Nummers().Skip(100).GetEnumerator();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Bsn => bsn;

    public Regiewerk Regie => regie;

    /// <param name="zonder">Category of which the dossier holds nothing yet.</param>
    public static async Task<Nieuwkomer> MaakAsync(Aanmeldhuis house, string gemeentecode = "1708", string? zonder = null)
    {
        Nummers.MoveNext();
        var bsn = Nummers.Current;
        var id = await OpenAsync(house, bsn, gemeentecode, zonder);
        await house.ScalarAsync<object>($"update dossiers.dossier set doelgroep = 'Asielstatushouder' where dossier_id = '{id}'");
        return new Nieuwkomer(house, bsn, await Regiewerk.OverAsync(house, bsn, $"zaaksysteem-{gemeentecode}"));
    }

    /// <summary>Gives the assignment.</summary>
    /// <returns>Number of the aanmelding.</returns>
    public async Task<string> GeefAsync(string client, string taak, string van = Regiewerk.Begin)
    {
        var gegeven = await regie.GeefAsync(Regiewerk.Opdracht(client, taak, van));
        Assert.True(gegeven.Location is not null, gegeven.Body.ToString());
        return gegeven.Tekst("aanmeldingId");
    }

    /// <summary>Gives it while the partner answers 503, so that it waits for its second try.</summary>
    public async Task<string> GeefTerwijlWegAsync(string partner, string client, string taak)
    {
        await house.StoorAsync(partner, new { kind = "503", times = 1 });
        var id = await GeefAsync(client, taak);
        await house.UntilAsync($"select reden = 'partner-niet-bereikbaar' and bezet_tot is null from outbox.melding where melding_id = '{id}'");
        return id;
    }

    public Task<Antwoord> MeldingAsync(string id) => Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/meldingen/{id}");

    /// <summary>Lets it try at once, as often as it takes.</summary>
    public Task TotAsync(string id, short status) => new Melder(house, regie).TotAsync(id, status);

    public Task<long> RegelsAsync(string naam) => new Melder(house, regie).RegelsAsync(naam);

    private static async Task<Guid> OpenAsync(RunningHouse house, string nummer, string gemeentecode, string? zonder)
    {
        var map = Path.Combine(house.Data, "sleutels");
        using var sleutels = Sleutelmap.Open(map);
        var dossiers = new DossierWriter(new Kluis(sleutels), new StilleKlok(DateTimeOffset.Parse(Regiewerk.Nu, CultureInfo.InvariantCulture)));
        Assert.True(Inburgering.Gateway.Partners.Bsn.TryParse(nummer, out var bsn));
        await using var database = NpgsqlDataSource.Create(Migrator.Verbinding(map, "applicatie"));
        await using var verbinding = await database.OpenConnectionAsync(Ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, Ct);
        var dossier = await dossiers.FindOrOpenAsync(transactie, gemeentecode, bsn, null, null, Ct);
        foreach (var feit in Feiten().Where(f => f.Categorie != zonder))
        {
            await dossiers.PutAsync(transactie, dossier, feit, Ct);
        }

        await transactie.CommitAsync(Ct);
        return dossier.DossierId;
    }

    private static IEnumerable<Feit> Feiten()
    {
        var categorieen = JsonNode.Parse(File.ReadAllText(Path.Combine(Binaries.Root, "config", "gegevens.json")))!["categorieen"]!.AsObject();
        foreach (var (code, categorie) in categorieen)
        {
            var velden = new JsonObject(categorie!["velden"]!.AsArray().Select(v => (string)v!).Select(v => KeyValuePair.Create(v, (JsonNode?)Waarde(code, v))));
            yield return new Feit { Categorie = code, Veldgroep = "proef", Bron = code == "TVG" ? "taalpunt" : "gemeente", GevraagdOp = DateTimeOffset.UtcNow, Velden = velden };
        }
    }

    private static JsonNode Waarde(string code, string veld) => (code, veld) switch
    {
        ("AAN", "aanbiedingen") => new JsonArray(Aanbod("0000012345", "2024-12-02"), Aanbod("0000054321", "2024-12-09")),
        ("TVG", "niveaus") => new JsonArray(new JsonObject { ["vaardigheid"] = "lezen", ["niveau"] = "A2", ["datum"] = "2024-10-01", ["bron"] = "[TVG/bron]" }),
        _ => JsonValue.Create($"[{code}/{veld}]"),
    };

    private static JsonObject Aanbod(string instelling, string start) => new()
    {
        ["instellingsnummer"] = instelling,
        ["datumInburgeringsaanbod"] = "2024-11-11",
        ["verwachteStartdatumOpleiding"] = start,
        ["verwachteEinddatumOpleiding"] = "2026-12-01",
        ["indicatorAlfabetiseringsonderwijs"] = "NVT",
    };
}
