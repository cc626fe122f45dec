using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Outbox;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Verhalen;

/// <summary>The demo on its own day, and on any later day the story moves to.</summary>
public sealed class Verhaalhuis : RunningHouse
{
    private string klok = "2024-11-15T10:00:00+01:00";

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?> { ["GATEWAY_KLOK"] = klok };

    /// <summary>It becomes ten o'clock of this day, for the gateway and for DUO.</summary>
    public async Task WordtAsync(string dag)
    {
        klok = $"{dag}T10:00:00+01:00";
        await KillGatewayAsync();
        await StartGatewayAsync();
        using var gedraaid = await Sandbox.PostAsync("/_sandbox/duo/dag", Json(new { vandaag = dag }), TestContext.Current.CancellationToken);
        Assert.True(gedraaid.IsSuccessStatusCode);
    }
}

/// <summary>One person of domain (h): what partners send over HTTP, what the gemeente tells, and what the dossier says after it.</summary>
internal sealed partial class Verhaal(Verhaalhuis house, string bsn, string gemeente)
{
    private int volgnummer;

    /// <summary>Whether the sender of the last message was warned about what it wrote.</summary>
    public bool Gewaarschuwd { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The partner's sandbox sends it; the answer is what came of it, as status and reason.</summary>
    public async Task<(string Status, string? Reden)> StuurtAsync(string partner, string client, string type, string dag, object data)
    {
        var inhoud = JsonSerializer.SerializeToNode(data)!.AsObject();
        if (partner != "coa")
        {
            inhoud["partnerReferentie"] = await ReferentieAsync(client);
        }

        using var antwoord = await house.Sandbox.PostAsync(
            $"/_sandbox/{partner}/zendingen",
            RunningHouse.Json(new { type, client, time = $"{dag}T08:00:00Z", sequence = $"{dag.Replace("-", string.Empty, StringComparison.Ordinal)}{++volgnummer:00}", data = inhoud }),
            Ct);
        var verslag = JsonNode.Parse(await antwoord.Content.ReadAsStringAsync(Ct))!;
        Assert.True((int?)verslag["status"] == 202, verslag.ToJsonString());
        Gewaarschuwd = verslag["body"]?.ToString().Contains("waarschuwing", StringComparison.Ordinal) == true;
        var id = verslag["location"]!.ToString()["/v1/berichten/".Length..];
        await house.UntilAsync($"select status <> 0 from inbox.bericht where bericht_id = '{id}'");
        return (
            await house.ScalarAsync<short>($"select status from inbox.bericht where bericht_id = '{id}'") switch { 1 => "verwerkt", 2 => "afgekeurd", _ => "zonder gevolg" },
            await house.ScalarAsync<string>($"select coalesce(reden, '') from inbox.bericht where bericht_id = '{id}'") is { Length: > 0 } reden ? reden : null);
    }

    /// <summary>DUO knows this from now on and says that something happened.</summary>
    public async Task MeldtDuoAsync(string gebeurtenis, string dag, object? weet = null)
    {
        if (weet is not null)
        {
            var persoon = JsonSerializer.SerializeToNode(weet)!.AsObject();
            persoon["bsn"] = bsn;
            await house.WeetAsync(persoon);
        }

        var voor = await house.ScalarAsync<long>("select max(volgnummer) from inbox.bericht");
        using var gezonden = await house.Sandbox.PostAsync("/_sandbox/duo/zendingen", RunningHouse.Json(new { gebeurtenisId = gebeurtenis, bsn, registratieDatumTijd = $"{dag}T08:00:00+01:00", gemeente }), Ct);
        Assert.True(gezonden.IsSuccessStatusCode, await gezonden.Content.ReadAsStringAsync(Ct));
        await house.UntilAsync($"select exists (select 1 from inbox.bericht where volgnummer > {voor} and code = '{gebeurtenis}' and status <> 0)");
        Assert.Equal((short)1, await house.ScalarAsync<short>($"select max(status) from inbox.bericht where volgnummer > {voor} and code = '{gebeurtenis}'"));
    }

    /// <summary>The gemeente tells DUO, and DUO confirms.</summary>
    public async Task MeldtAsync(string pad, object melding)
    {
        var regie = await RegieAsync();
        var gemeld = await regie.PostAsync($"/v1/dossiers/{regie.DossierId}/{pad}", melding);
        Assert.True(gemeld.Status == HttpStatusCode.Accepted, gemeld.Body.ToString());
        await new Melder(house, regie).TotAsync(gemeld.Tekst("meldingId"), Melder.Bevestigd);
    }

    /// <summary>The gemeente gives an assignment.</summary>
    public async Task GeeftAsync(string client, string taak)
    {
        var gegeven = await (await RegieAsync()).GeefAsync(Regiewerk.Opdracht(client, taak));
        Assert.True(gegeven.Status == HttpStatusCode.Created, gegeven.Body.ToString());
    }

    /// <summary>The gemeente tries something that the rules forbid: status, problem and the code of every rule, or its words.</summary>
    public async Task<string> WeigertAsync(string pad, object melding)
    {
        var regie = await RegieAsync();
        var antwoord = await regie.PostAsync($"/v1/dossiers/{regie.DossierId}/{pad}", melding);
        var codes = antwoord.Body.TryGetProperty("errors", out var fouten)
            ? fouten.EnumerateArray().Select(f => f.GetProperty("detail").GetString()!).Select(detail => Regelcode().Match(detail) is { Success: true } code ? code.Value : detail)
            : [];
        return $"{(int)antwoord.Status} {antwoord.Code} {string.Join(' ', codes)}".TrimEnd();
    }

    /// <summary>Fields of one category as the regievoerder reads them, with a space between.</summary>
    public async Task<string> StaatAsync(string categorie, params string[] velden) => await new Melder(house, await RegieAsync()).StaatAsync(categorie, velden);

    /// <summary>What the regievoerder still has to decide of what partners propose.</summary>
    public async Task<string> VoorstellenAsync()
    {
        var regie = await RegieAsync();
        var antwoord = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/voorstellen");
        return string.Join(", ", antwoord.Body.GetProperty("voorstellen").EnumerateArray().Select(v => $"{v.GetProperty("soort")} {v.GetProperty("datum")}"));
    }

    /// <summary>The totals of hours: "participatie-als-taalles 82 open".</summary>
    public async Task<string> UrenAsync()
    {
        var regie = await RegieAsync();
        var antwoord = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/gevolgde-uren");
        return string.Join(", ", antwoord.Body.GetProperty("totalen").EnumerateArray().Select(t => $"{t.GetProperty("soort")} {t.GetProperty("uren")} {(t.GetProperty("openstaand").GetBoolean() ? "open" : "gemeld")}"));
    }

    /// <summary>What a partner gets of it for its task: the categories, or the refusal.</summary>
    public async Task<string> ZietAsync(string client, string doel)
    {
        var partner = await house.AsAsync(client);
        var referentie = await VindReferentieAsync(client);
        var gevonden = await Antwoord.SendAsync(partner, HttpMethod.Post, "/v1/dossiers/_zoek", referentie is null ? (object)new { bsn, doel } : new { partnerReferentie = referentie, doel });
        if (gevonden.Status != HttpStatusCode.OK)
        {
            return $"{(int)gevonden.Status}";
        }

        var gelezen = await Antwoord.SendAsync(partner, HttpMethod.Get, $"/v1/dossiers/{gevonden.Tekst("dossierId")}?doel={doel}");
        return gelezen.Status == HttpStatusCode.OK ? string.Join(' ', gelezen.Body.GetProperty("gegevens").EnumerateObject().Select(c => c.Name).Order(StringComparer.Ordinal)) : $"{(int)gelezen.Status}";
    }

    /// <summary>What DUO's sandbox got of this kind: the paths and bodies, oldest first.</summary>
    public async Task<string[]> BijDuoAsync(string methode, string pad) =>
    [
        .. (await house.VerzoekenAsync()).Where(v => v.GetProperty("method").GetString() == methode && v.GetProperty("path").GetString()!.EndsWith(pad, StringComparison.Ordinal))
            .Select(v => v.TryGetProperty("inhoud", out var inhoud) ? inhoud.ToString() : string.Empty),
    ];

    /// <summary>Lines about this dossier with this name, allowed (0) or refused (1).</summary>
    public async Task<long> RegelsAsync(string naam, int resultaat = 0) => await house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{(await RegieAsync()).DossierId}' and c.naam = '{naam}' and c.resultaat = {resultaat}
        """);

    /// <summary>A column of the dossier; empty: nothing.</summary>
    public async Task<string?> KolomAsync(string kolom) => await house.ScalarAsync<string>($"select coalesce({kolom}::text, '') from dossiers.dossier where dossier_id = '{(await RegieAsync()).DossierId}'");

    private Task<Regiewerk> RegieAsync() => Regiewerk.OverAsync(house, bsn, $"zaaksysteem-{gemeente}");

    private async Task<string> ReferentieAsync(string client) => await VindReferentieAsync(client) ?? throw new InvalidOperationException($"{client} heeft geen opdracht.");

    /// <summary>Null: the partner has no assignment.</summary>
    private async Task<string?> VindReferentieAsync(string client) => (await (await RegieAsync()).OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray()
        .Where(o => o.GetProperty("clientId").GetString() == client && o.TryGetProperty("partnerReferentie", out _)).Select(o => o.GetProperty("partnerReferentie").GetString()).FirstOrDefault();

    [GeneratedRegex("[A-Z]{3}-[0-9]{2}[a-z]?", RegexOptions.None, 1000)]
    private static partial Regex Regelcode();
}
