using System.Globalization;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Inbox;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>A partner that says how often it may be called: all machines and all work together stay below it, and nothing is lost.</summary>
public sealed class BelgrensTests(Belgrenshuis house) : IClassFixture<Belgrenshuis>
{
    private const int Notificaties = 15, PerNotificatie = 4;
    private static readonly string[] Personen = ["999960258", "999927802", "999930217"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Aanroepen_TweeMachinesMetNotificatiesEnEenAfstemming_BlijvenSamenOnderDeLimiet()
    {
        var tweede = await house.StartSecondAsync(("Gateway__ConfigMap", house.Config));
        var afstemmer = await Afstemmer.OverAsync(house, "999928569");
        await house.HerstelAsync();

        var ronde = await afstemmer.StartAsync();
        var leveringen = new List<Levering>();
        for (var i = 0; i < Notificaties; i++)
        {
            leveringen.Add(await Levering.SendAsync(house, Levering.Notificatie("SS139", Personen[i % Personen.Length])));
        }

        foreach (var levering in leveringen)
        {
            Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        }

        await afstemmer.EindeAsync(ronde.Tekst("afstemmingId"));

        var tijden = (await house.VerzoekenAsync()).Select(v => v.GetProperty("tijdstip").GetDateTimeOffset()).Order().ToArray();
        Assert.Equal((Notificaties * PerNotificatie) + AfstemHouse.Vragen, tijden.Length);
        // a call may be on its way a little longer than another: with every machine for itself it would be half of this
        Assert.True(tijden[^1] - tijden[0] >= TimeSpan.FromSeconds((tijden.Length - 1.0) / Belgrenshuis.PerSeconde) - TimeSpan.FromSeconds(1), $"{tijden[^1] - tijden[0]}");
        Assert.All(tijden.Skip(3 * Belgrenshuis.PerSeconde).Zip(tijden), paar => Assert.True(paar.First - paar.Second >= TimeSpan.FromSeconds(2), $"{paar.Second} tot {paar.First}"));
        var beurten = await Task.WhenAll(BeurtenAsync(new Uri(house.Address)), BeurtenAsync(tweede));
        Assert.All(beurten, aantal => Assert.InRange(aantal, 1, tijden.Length - 1));
        Assert.Equal(tijden.Length, beurten.Sum());
        await house.UntilAsync("select count(*) = 2 and bool_and(stand = 0) from inbox.verbindingstand where partner = 'duo'");
    }

    /// <summary>How many turns one machine took; what it has under way and waiting stands beside it.</summary>
    private static async Task<int> BeurtenAsync(Uri machine)
    {
        using var client = new HttpClient { BaseAddress = machine };
        var metrics = await client.GetStringAsync("/metrics", Ct);
        Assert.Contains("gateway_partner_places_in_use{partner=\"duo\"} 0", metrics, StringComparison.Ordinal);
        Assert.Contains("gateway_partner_places_waiting{partner=\"duo\"} 0", metrics, StringComparison.Ordinal);
        var aantal = Regex.Match(metrics, "gateway_partner_turn_wait_seconds_count\\{partner=\"duo\"\\} (?<aantal>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["aantal"].Value;
        return int.Parse(aantal, CultureInfo.InvariantCulture);
    }
}

/// <summary>The demo, with a DUO that may be called ten times a second.</summary>
public sealed class Belgrenshuis : RunningHouse
{
    public const int PerSeconde = 10;

    public Belgrenshuis()
    {
        var config = new ConfigCopy(Config);
        config.Edit("partners/duo.json", duo =>
        {
            duo["verbinding"]!["limiet"] = new System.Text.Json.Nodes.JsonObject { ["perSeconde"] = PerSeconde, ["per"] = "partner" };
            duo["afstemming"]!["vragenPerSeconde"] = PerSeconde;
        });
    }

    public string Config => Path.Combine(Data, "config");

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?> { ["Gateway__ConfigMap"] = Config };
}
