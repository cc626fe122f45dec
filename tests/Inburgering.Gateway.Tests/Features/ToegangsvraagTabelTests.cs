using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>POST /access/v1/evaluation against the real read: every demo client, every doel, persons in every state, and never another answer.</summary>
public sealed class ToegangsvraagTabelTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private static readonly string[] Clients =
    [
        "zaaksysteem-1708", "inkomen-1708", "privacy-1708", "taalpunt-1708", "schakelcollege-1708", "vwn-1708", "zaaksysteem-0171", "privacy-0171", "taalpunt-0171", "werkcorporatie-0171", "duo", "coa",
    ];

    private readonly Dictionary<string, string> tokens = [];
    private readonly List<string> verschillen = [];
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Vraag_OverIedereClientIederDoelEnIederePersoon_AntwoordtAlsHetLezenZelf()
    {
        var personen = await PersonenAsync();
        var (ja, nee) = (0, 0);
        foreach (var (naam, gemeente, dossierId) in personen)
        {
            foreach (var clientId in Clients.Where(c => !c.Contains('-', StringComparison.Ordinal) || c.EndsWith(gemeente, StringComparison.Ordinal)))
            {
                var id = await IdAsync(clientId, gemeente, dossierId);
                foreach (var doel in Matrix.Doelen)
                {
                    _ = await SameAsync($"{naam}, {clientId}, {doel}", (gemeente, clientId, doel), dossierId, id) ? ja++ : nee++;
                }
            }
        }

        Assert.True(verschillen.Count == 0, string.Join('\n', verschillen));
        Assert.True(ja > 30 && nee > 500, $"{ja} keer ja, {nee} keer nee: de tabel raakt niet wat zij moet raken");
    }

    [Fact]
    public async Task Vraag_OverEenNetBeeindigdeOpdracht_NoemtAlleenDeEigenLeveringEnIsNaTeRekenen()
    {
        var regie = await EndedAsync(3, ownDelivery: true);

        var antwoord = await AskAsync("1708", "taalpunt-1708", "uitvoeren-leerroute", regie.DossierId);

        Assert.True(antwoord.Body.GetProperty("decision").GetBoolean());
        Assert.Equal(["UUR.perioden", "UUR.totalen"], antwoord.Lijst("context", "velden"));
        var besluit = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/besluiten/{antwoord.BesluitId}");
        Assert.True(besluit.Body.GetProperty("herberekend").GetBoolean());
    }

    /// <summary>Asks, reads, and keeps what differs; true when it may.</summary>
    private async Task<bool> SameAsync(string geval, (string Gemeente, string ClientId, string Doel) wie, string dossierId, string id)
    {
        var vraag = await AskAsync(wie.Gemeente, wie.ClientId, wie.Doel, dossierId);
        var (status, velden) = await ReadAsync(wie.ClientId, id, wie.Doel);
        var mag = vraag.Body.GetProperty("decision").GetBoolean();
        if (mag != (status == HttpStatusCode.OK))
        {
            verschillen.Add($"{geval}: {vraag.Body.GetProperty("context")} tegen {(int)status}");
        }
        else if (mag && velden.Except(vraag.Lijst("context", "velden")).ToArray() is { Length: > 0 } meer)
        {
            verschillen.Add($"{geval}: het lezen gaf ook {string.Join(' ', meer)}");
        }

        return mag;
    }

    private async Task<Antwoord> AskAsync(string gemeente, string clientId, string doel, string dossierId) =>
        await Antwoord.SendAsync(await house.AsAsync($"zaaksysteem-{gemeente}"), HttpMethod.Post, "/access/v1/evaluation", new
        {
            subject = new { type = "client", id = clientId },
            action = new { name = "lezen", properties = new { processing_activity_id = Activiteit(doel) } },
            resource = new { type = "dossier", id = dossierId },
        });

    private async Task<(HttpStatusCode Status, string[] Velden)> ReadAsync(string clientId, string id, string doel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/dossiers/{id}?doel={doel}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(clientId));
        using var response = await house.Anonymous.SendAsync(request, Ct);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        return (response.StatusCode, response.StatusCode != HttpStatusCode.OK ? [] :
            [.. body.RootElement.GetProperty("gegevens").EnumerateObject().SelectMany(c => c.Value.EnumerateObject().Select(v => $"{c.Name}.{v.Name}"))]);
    }

    /// <summary>With all scopes the client may have; the health scope is asked by name.</summary>
    private async Task<string> TokenAsync(string clientId)
    {
        if (!tokens.TryGetValue(clientId, out var token))
        {
            tokens[clientId] = token = clientId.StartsWith("zaaksysteem", StringComparison.Ordinal)
                ? await house.TokenAsync([clientId, "--scope", "dossier:lezen dossier:bijzonder:lezen"])
                : await house.TokenAsync(clientId);
        }

        return token;
    }

    /// <summary>As the client names the dossier; an id of nothing when it cannot.</summary>
    private async Task<string> IdAsync(string clientId, string gemeente, string dossierId) =>
        clientId.StartsWith("zaaksysteem", StringComparison.Ordinal) || clientId.StartsWith("inkomen", StringComparison.Ordinal) || clientId.StartsWith("privacy", StringComparison.Ordinal)
            ? dossierId
            : await house.ScalarAsync<string>($"select extern_id::text from dossiers.relatie where gemeentecode = '{gemeente}' and dossier_id = '{dossierId}' and client_id = '{clientId}' and geldig_tot is null")
                ?? Guid.NewGuid().ToString("D");

    private async Task<IReadOnlyList<(string Naam, string Gemeente, string DossierId)>> PersonenAsync()
    {
        var (hasan, pablo, amal) = (await OverAsync(house, Hasan), await OverAsync(house, Pablo), await OverAsync(house, Amal, "zaaksysteem-0171"));
        var (eigen, zonder) = (await EndedAsync(0, ownDelivery: true), await EndedAsync(1, ownDelivery: false));
        var beperkt = await TaalpuntAsync(2);
        Assert.Equal(HttpStatusCode.Created, (await beperkt.PostAsync($"/v1/dossiers/{beperkt.DossierId}/beperkingen", new { categorie = "PIP", zaaknummer = "AVG-31" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await beperkt.PostAsync($"/v1/dossiers/{beperkt.DossierId}/bezwaren", new { doel = "uitvoeren-pvt", zaaknummer = "AVG-32" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await beperkt.GeefAsync(Opdracht("vwn-1708", "begeleiding"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await beperkt.GeefAsync(Opdracht("vwn-1708", "pvt"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await beperkt.StemToeAsync(Toestemming())).Status);
        var verhuisd = await house.ScalarAsync<Guid>("select dossier_id from dossiers.dossier where gemeentecode = '1708' and gesloten_op is not null limit 1");
        return
        [
            ("Hasan", "1708", hasan.DossierId), ("Pablo", "1708", pablo.DossierId), ("Amal", "0171", amal.DossierId), ("Amal die verhuisde", "1708", $"{verhuisd}"),
            ("beëindigd met eigen levering", "1708", eigen.DossierId), ("beëindigd zonder", "1708", zonder.DossierId), ("beperkt, bezwaar, toestemming", "1708", beperkt.DossierId),
        ];
    }

    /// <summary>An opdracht of Taalpunt that ended at this very instant.</summary>
    private async Task<Regiewerk> EndedAsync(int welke, bool ownDelivery)
    {
        var regie = await TaalpuntAsync(welke);
        if (ownDelivery)
        {
            await regie.LegVastAsync(house, "UUR", "taalpunt", new JsonObject { ["perioden"] = new JsonArray() });
        }

        var opdracht = await house.ScalarAsync<Guid>($"select opdracht_id from dossiers.opdracht where dossier_id = '{regie.DossierId}' and client_id = 'taalpunt-1708' and tot is null");
        Assert.Equal(HttpStatusCode.Created, (await regie.BeeindigAsync($"{opdracht}")).Status);
        return regie;
    }

    private async Task<Regiewerk> TaalpuntAsync(int welke) => new(
        await house.AsAsync("zaaksysteem-1708"),
        $"{await house.ScalarAsync<Guid>($"""
            select o.dossier_id from dossiers.opdracht o join dossiers.dossier d using (gemeentecode, dossier_id) join dossiers.relatie r using (gemeentecode, dossier_id, client_id)
            where o.client_id = 'taalpunt-1708' and d.doelgroep = 'Asielstatushouder' and d.gesloten_op is null and o.van < '2024-10-01' order by o.dossier_id offset {welke} limit 1
            """)}");

    private static string Activiteit(string doel) => Matrix.Grondslag(doel).Activiteit is { Length: > 0 } eigen ? eigen : doel switch
    {
        "uitwisselen-duo" => "VA-03-duo",
        "aanleveren-coa" => "VA-04-coa",
        "betalen-vaste-lasten" => "VA-15-betalen",
        _ => "VA-12-statistiek",
    };
}
