using System.Diagnostics;
using System.Globalization;
using System.Net;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Inbox;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk.Vloed;

/// <summary>A run over very many persons: it stops when told, goes on where it was, asks nothing twice, and does not grow.</summary>
public sealed class GroteAfstemmingTests(GrootHuis house) : IClassFixture<GrootHuis>
{
    /// <summary>In the long run nearly all that the fictional range and DUO's rule (nobody of another gemeente) leave for one gemeente.</summary>
    private static readonly int Personen = TestMaat.Lang ? 8_600 : 200;
    private static readonly TimeSpan Stopt = TimeSpan.FromSeconds(5);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uitvoering_OverVeelPersonen_StoptBinnenVijfSecondenEnVraagtDaarnaAlleenWieNietGedaanWas()
    {
        await VulAsync();
        var proef = await Synchronisatieproef.VanAsync(house, "zaaksysteem-1708");
        var begin = Stopwatch.GetTimestamp();
        var eerste = (await proef.StartAsync()).Tekst("uitvoeringId");
        await GedaanAsync(eerste, Personen / 10);
        var tiende = house.GatewayMegabytes;
        await GedaanAsync(eerste, Personen / 3);

        var gestopt = DateTimeOffset.UtcNow;
        Assert.Equal(HttpStatusCode.OK, (await proef.StopAsync(eerste)).Status);
        await house.UntilAsync($"select not exists (select 1 from inbox.afstempersoon where afstemming_id = '{eerste}' and uitkomst is null and bezet_tot > now())");
        var laatste = new DateTimeOffset(await house.ScalarAsync<DateTime>($"select max(afgehandeld_op) from inbox.afstempersoon where afstemming_id = '{eerste}'")) - gestopt;
        var tussen = (await proef.UitvoeringAsync(eerste)).Body;
        var rest = await proef.VervolgAsync(eerste);
        Assert.Equal(HttpStatusCode.Accepted, rest.Status);
        var na = await proef.EindeAsync(rest.Tekst("uitvoeringId"));
        var (duur, einde) = (Stopwatch.GetElapsedTime(begin), house.GatewayMegabytes);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Personen} personen in {duur.TotalSeconds:F0} s: {Personen / duur.TotalSeconds:F1} personen en {Personen * AfstemHouse.Vragen / duur.TotalSeconds:F0} vragen per seconde; gestopt na {laatste.TotalSeconds:F1} s; geheugen {tiende} MB bij een tiende, {einde} MB aan het einde");
        Assert.True(laatste < Stopt, $"{laatste}");
        Assert.Equal(("gestopt", "gelukt"), (tussen.GetProperty("status").GetString(), na.GetProperty("status").GetString()));
        Assert.Equal(Personen, tussen.GetProperty("gedaan").GetInt32() + na.GetProperty("gedaan").GetInt32());
        Assert.Equal((long)Personen * AfstemHouse.Vragen, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam like 'Bij duo opgevraagd%' and r.bericht_id in ('{eerste}', '{rest.Tekst("uitvoeringId")}')
            """));
        Assert.True(einde < (tiende * 1.25) + 64, $"{tiende} MB en daarna {einde} MB");
    }

    private Task GedaanAsync(string uitvoering, int aantal) =>
        house.UntilAsync($"select count(*) >= {aantal} from inbox.afstempersoon where afstemming_id = '{uitvoering}' and uitkomst is not null");

    /// <summary>So many active persons: those of the demo, and in the long run many more.</summary>
    private async Task VulAsync()
    {
        if (TestMaat.Lang)
        {
            var golf = new Vloedgolf(house, 0, Personen);
            await golf.StuurAsync(0);
            await golf.LeegAsync(vooruit: true);
        }

        await Cluster.ExecuteOnAsync(house.Database, $"""
            update dossiers.dossier d set fase = case when n.nummer <= {Personen} then 'gestart' else 'voldaan' end
            from (select dossier_id, row_number() over (order by geopend_op desc, dossier_id) nummer from dossiers.dossier
                  where gemeentecode = '1708' and gesloten_op is null and samengevoegd_in is null) n
            where d.gemeentecode = '1708' and d.dossier_id = n.dossier_id
            """, Ct);
    }
}

/// <summary>The demo, with a DUO that may be asked as fast as it can answer.</summary>
public sealed class GrootHuis : RunningHouse
{
    public GrootHuis()
    {
        var config = new ConfigCopy(Path.Combine(Data, "config"));
        config.Edit("partners/duo.json", duo => (duo["afstemming"]!["vragenPerSeconde"], duo["afstemming"]!["gelijktijdig"]) = (1_000, 8));
    }

    /// <summary>What the gateway's process holds in memory.</summary>
    public long GatewayMegabytes => long.Parse(
        File.ReadLines($"/proc/{GatewayId}/status").First(r => r.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;

    protected override IReadOnlyDictionary<string, string?> Extra => new Dictionary<string, string?> { ["Gateway__ConfigMap"] = Path.Combine(Data, "config") };
}
