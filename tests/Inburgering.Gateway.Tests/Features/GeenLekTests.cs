using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using static Inburgering.Gateway.Tests.Features.Regiewerk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Handles of one gemeente in the hands of another: guessed, borrowed, mixed between path, body, filter and cursor. Nothing leaks, not even that something is there.</summary>
public sealed class GeenLekTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private static readonly string[] Aanvallers = ["zaaksysteem-0171", "taalpunt-0171", "werkcorporatie-0171", "werkkom-0106", "privacy-0171", "taalpunt-1708"];

    private static int Pogingen => TestMaat.Lang ? 1_000 : 100;

    [Fact]
    public async Task F9_HandlesOfAnotherGemeente_GiveNothingWhateverIsTried()
    {
        var buit = await BuitAsync();
        var stand = await StandAsync();
        var toeval = new Random(20241115);
        for (var i = 0; i < Pogingen; i++)
        {
            var aanvaller = Aanvallers[toeval.Next(Aanvallers.Length)];
            var client = await house.AsAsync(aanvaller);
            var (soort, echt, verzonnen) = Poging(toeval, buit);

            var (een, ander) = (await echt(client), await verzonnen(client));

            Assert.True((int)een.Status is 400 or 401 or 403 or 404, $"{i} {aanvaller} {soort}: {een.Status}");
            Assert.True(een.ZonderNummer == ander.ZonderNummer, $"{i} {aanvaller} {soort}: een bestaand nummer antwoordt anders dan een verzonnen.");
        }

        Assert.Equal(stand, await StandAsync());
    }

    /// <summary>One attempt with a real handle of 1708, and the same with one that nobody has.</summary>
    private static (string Soort, Func<HttpClient, Task<Antwoord>> Echt, Func<HttpClient, Task<Antwoord>> Verzonnen) Poging(Random toeval, Buit buit)
    {
        var (soort, doe, nummers) = Soorten(buit)[toeval.Next(Soorten(buit).Length)];
        var echt = nummers[toeval.Next(nummers.Length)];
        var verzonnen = echt.Length switch
        {
            9 => "999990056",
            13 => "PR-0000000000",
            _ => Guid.NewGuid().ToString(),
        };
        return (soort, c => doe(c, echt), c => doe(c, verzonnen));
    }

    private static (string Soort, Func<HttpClient, string, Task<Antwoord>> Doe, string[] Nummers)[] Soorten(Buit buit)
    {
        string[] doelen = ["regie-voeren", "uitvoeren-leerroute", "uitvoeren-participatie", "toezicht-gebruik"];
        var eigen = "taalpunt-0171";
        return
        [
            .. doelen.Select(doel => Lees($"dossier {doel}", id => $"/v1/dossiers/{id}?doel={doel}", buit.Dossiers)),
            .. doelen.Select(doel => ((string, Func<HttpClient, string, Task<Antwoord>>, string[]))($"zoek bsn {doel}", (c, n) => Post(c, "/v1/dossiers/_zoek", new { bsn = n, doel }), [Hasan, Pablo])),
            .. doelen.Select(doel => ((string, Func<HttpClient, string, Task<Antwoord>>, string[]))(
                $"zoek referentie {doel}", (c, n) => Post(c, "/v1/dossiers/_zoek", new { partnerReferentie = n, doel }), buit.Referenties)),
            Lees("inzagen", id => $"/v1/dossiers/{id}/inzagen?doel=regie-voeren", buit.Dossiers),
            Lees("inzagen gefilterd", id => $"/v1/dossiers/{id}/inzagen?doel=toezicht-gebruik&organisatie=00000003999990011000&soort=geweigerd", buit.Dossiers),
            Lees("inzagen met cursor", id => $"/v1/dossiers/{id}/inzagen?doel=toezicht-gebruik&cursor={buit.InzagenCursor}", buit.Dossiers),
            Lees("opdrachten", id => $"/v1/dossiers/{id}/opdrachten", buit.Dossiers),
            Lees("opdrachten met cursor", id => $"/v1/dossiers/{id}/opdrachten?cursor={buit.InzagenCursor}", buit.Dossiers),
            Lees("toestemmingen", id => $"/v1/dossiers/{id}/toestemmingen", buit.Dossiers),
            Lees("opdracht", id => $"/v1/opdrachten/{id}", buit.Opdrachten),
            Lees("toestemming", id => $"/v1/toestemmingen/{id}", buit.Toestemmingen),
            ("geef", (c, id) => Post(c, $"/v1/dossiers/{id}/opdrachten", Opdracht(eigen, "leerroute")), buit.Dossiers),
            ("geef vreemde partner", (c, id) => Post(c, $"/v1/dossiers/{id}/opdrachten", Opdracht("taalpunt-1708", "leerroute")), buit.Dossiers),
            ("geef met dossier in de inhoud", (c, id) => Post(c, $"/v1/dossiers/{Guid.NewGuid()}/opdrachten", new { dossierId = id, clientId = eigen, taak = "leerroute", van = Begin }), buit.Dossiers),
            ("wijzig", (c, id) => Antwoord.SendAsync(c, HttpMethod.Put, $"/v1/opdrachten/{id}", new { avgRol = "verwerker", versie = 1 }), buit.Opdrachten),
            ("beeindig", (c, id) => Post(c, $"/v1/opdrachten/{id}/beeindigingen", null), buit.Opdrachten),
            ("toestemming als opdracht", (c, id) => Post(c, $"/v1/opdrachten/{id}/beeindigingen", null), buit.Toestemmingen),
            ("stem toe", (c, id) => Post(c, $"/v1/dossiers/{id}/toestemmingen", Toestemming()), buit.Dossiers),
            ("trek in", (c, id) => Post(c, $"/v1/toestemmingen/{id}/intrekkingen", null), buit.Toestemmingen),
            ("vertrek", (c, n) => Post(c, "/v1/partners/vwn-1708/vertrekken", null), buit.Dossiers),
        ];
    }

    private static (string, Func<HttpClient, string, Task<Antwoord>>, string[]) Lees(string soort, Func<string, string> path, string[] nummers) =>
        (soort, (c, id) => Antwoord.SendAsync(c, HttpMethod.Get, path(id)), nummers);

    private static Task<Antwoord> Post(HttpClient client, string path, object? body) => Antwoord.SendAsync(client, HttpMethod.Post, path, body);

    /// <summary>Everything a thief could have seen of 1708.</summary>
    private async Task<Buit> BuitAsync()
    {
        var regie = await OverAsync(house, Hasan);
        var toegekend = await OverAsync(house, Pablo);
        var lijst = (await regie.OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray().ToArray();
        var toestemmingen = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/toestemmingen");
        var school = await RunningHouse.FindAsync(await house.AsAsync("schakelcollege-1708"), Hasan, "uitvoeren-leerroute");
        for (var i = 0; i < 60; i++)
        {
            await regie.OpdrachtenAsync();
        }

        var inzagen = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/inzagen?doel=regie-voeren");
        return new Buit(
            [regie.DossierId, toegekend.DossierId, school],
            [.. lijst.Select(o => o.GetProperty("opdrachtId").GetString()!)],
            [.. toestemmingen.Body.GetProperty("toestemmingen").EnumerateArray().Select(t => t.GetProperty("toestemmingId").GetString()!)],
            [.. lijst.Select(o => o.GetProperty("partnerReferentie").GetString()!)],
            Uri.EscapeDataString(inzagen.Tekst("volgende")));
    }

    private Task<string?> StandAsync() => house.ScalarAsync<string>("""
        select concat((select count(*) from dossiers.opdracht), ' ', (select sum(versie) from dossiers.opdracht), ' ', (select count(*) from dossiers.toestemming), ' ',
                      (select count(ingetrokken_op) from dossiers.toestemming), ' ', (select count(*) from dossiers.relatie), ' ', (select count(geldig_tot) from dossiers.relatie))
        """);

    private sealed record Buit(string[] Dossiers, string[] Opdrachten, string[] Toestemmingen, string[] Referenties, string InzagenCursor);
}
