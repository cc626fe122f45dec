using System.Text.Json.Nodes;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring;
using Npgsql;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>What a gemeente's own system does over HTTP.</summary>
internal sealed class Regiewerk(HttpClient client, string? dossierId = null)
{
    public const string Hasan = "999990019";
    public const string Pablo = "999990032";
    public const string Amal = "999990044";
    public const string Begin = "2024-11-01T00:00:00Z";

    /// <summary>The business clock of the house.</summary>
    public const string Nu = "2024-11-15T09:00:00Z";

    public HttpClient Client { get; } = client;

    /// <summary>Inner id.</summary>
    public string DossierId { get; } = dossierId ?? string.Empty;

    public static async Task<Regiewerk> OverAsync(RunningHouse house, string bsn, string clientId = "zaaksysteem-1708")
    {
        var client = await house.AsAsync(clientId);
        return new Regiewerk(client, await RunningHouse.FindAsync(client, bsn, "regie-voeren"));
    }

    public static object Opdracht(string clientId, string taak, string van = Begin, string? tot = null, string avgRol = "verwerker") =>
        tot is null ? new { clientId, taak, van, avgRol } : new { clientId, taak, van, tot, avgRol };

    public static object Toestemming(string clientId = "vwn-1708", string doel = "hulp-bij-schulden", string gegevenOp = Nu) =>
        new { clientId, doel, tekstversie = "v3", taal = "ar", gegevenOp, bewijs = "Formulier 12" };

    public Task<Antwoord> PostAsync(string path, object? body = null, Uri? knoop = null) => Antwoord.SendAsync(Client, HttpMethod.Post, path, body, knoop);

    public Task<Antwoord> GeefAsync(object opdracht, Uri? knoop = null) => PostAsync($"/v1/dossiers/{DossierId}/opdrachten", opdracht, knoop);

    public Task<Antwoord> StemToeAsync(object toestemming) => PostAsync($"/v1/dossiers/{DossierId}/toestemmingen", toestemming);

    public Task<Antwoord> TrekInAsync(string toestemmingId, Uri? knoop = null) => PostAsync($"/v1/toestemmingen/{toestemmingId}/intrekkingen", null, knoop);

    public Task<Antwoord> BeeindigAsync(string opdrachtId, object? body = null) => PostAsync($"/v1/opdrachten/{opdrachtId}/beeindigingen", body);

    public Task<Antwoord> WijzigAsync(string opdrachtId, object body) => Antwoord.SendAsync(Client, HttpMethod.Put, $"/v1/opdrachten/{opdrachtId}", body);

    public Task<Antwoord> OpdrachtenAsync(string query = "") => Antwoord.SendAsync(Client, HttpMethod.Get, $"/v1/dossiers/{DossierId}/opdrachten{query}");

    /// <summary>The id by which a partner knows the person, found as a partner without a BSN finds it.</summary>
    public async Task<string> IdVanAsync(RunningHouse house, string clientId, string doel)
    {
        var referentie = (await OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray()
            .First(o => o.GetProperty("clientId").GetString() == clientId && o.TryGetProperty("partnerReferentie", out _)).GetProperty("partnerReferentie").GetString();
        var gevonden = await Antwoord.SendAsync(await house.AsAsync(clientId), HttpMethod.Post, "/v1/dossiers/_zoek", new { partnerReferentie = referentie, doel });
        return gevonden.Tekst("dossierId");
    }

    /// <summary>One read as a partner.</summary>
    public static async Task<Antwoord> LeesAsync(RunningHouse house, string clientId, string id, string doel) =>
        await Antwoord.SendAsync(await house.AsAsync(clientId), HttpMethod.Get, $"/v1/dossiers/{id}?doel={doel}");

    /// <summary>What has no address yet: through the writer that its sender will use.</summary>
    /// <param name="bron">"gemeente", or the key of a partner's instance.</param>
    public async Task LegVastAsync(RunningHouse house, string categorie, string bron, JsonObject velden, string veldgroep = "proef")
    {
        var ct = TestContext.Current.CancellationToken;
        var gemeente = (await house.ScalarAsync<string>($"select gemeentecode from dossiers.dossier where dossier_id = '{DossierId}'"))!;
        var map = Path.Combine(house.Data, "sleutels");
        using var sleutels = Sleutelmap.Open(map);
        var dossiers = new DossierWriter(new Kluis(sleutels), new StilleKlok(DateTimeOffset.Parse(Nu, System.Globalization.CultureInfo.InvariantCulture)));
        await using var database = NpgsqlDataSource.Create(Migrator.Verbinding(map, "applicatie"));
        var feit = new Feit { Categorie = categorie, Veldgroep = veldgroep, Bron = bron, GevraagdOp = DateTimeOffset.UtcNow, Velden = velden };
        while (!await HeeftBeurtAsync(database, dossiers, gemeente, feit, ct))
        {
            // the running gateway was busy with the same dossier
        }
    }

    /// <returns>False: the database broke a deadlock with it, as <see cref="Vastgelopen"/> meets it in the gateway.</returns>
    private async Task<bool> HeeftBeurtAsync(NpgsqlDataSource database, DossierWriter dossiers, string gemeente, Feit feit, CancellationToken ct)
    {
        try
        {
            await using var verbinding = await database.OpenConnectionAsync(ct);
            await using var transactie = await verbinding.BeginTenantAsync(gemeente, ct);
            var dossier = await dossiers.FindAsync(transactie, gemeente, Guid.Parse(DossierId), ct);
            Assert.True(await dossiers.PutAsync(transactie, dossier!, feit, ct));
            await transactie.CommitAsync(ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            return false;
        }
    }
}
