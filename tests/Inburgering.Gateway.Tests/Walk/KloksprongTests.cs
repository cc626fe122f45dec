using System.Globalization;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>The clock of the machine jumps an hour, there and back: every slot still has one row, and none is done twice.</summary>
public sealed class KloksprongTests(Sprongklok house) : IClassFixture<Sprongklok>
{
    private const string Gemeente = "0171", Andere = "0106";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rooster_KlokSpringtEenUurVooruitEnTerug_ElkMomentIsEenKeerGedaanOfGemeld()
    {
        await house.UntilAsync("select count(*) >= 3 from synchronisatie.synchronisatie where soort = 'afstemming'");
        await RoosterAsync(Gemeente, "date_bin('5 minutes', now(), 'epoch')");
        await GedaanAsync(Gemeente, 1);

        await house.SpringAsync(TimeSpan.FromHours(1));
        await GedaanAsync(Gemeente, 2);
        var vooruit = await MomentenAsync();
        await house.SpringAsync(TimeSpan.Zero);
        await RoosterAsync(Andere, "date_bin('5 minutes', now(), 'epoch')");
        await GedaanAsync(Andere, 1);

        Assert.Equal(vooruit, await MomentenAsync());
        // all slots of that hour: one was run before it, the last of them after it, and of each between them a row says why not
        Assert.InRange(await house.ScalarAsync<long>($"select count(*) from synchronisatie.uitvoering where {Van(Gemeente)}"), 13, 14);
        Assert.Equal(0L, await house.ScalarAsync<long>($"""
            select count(*) from (select moment - lag(moment) over (order by moment) as stap, status, reden from synchronisatie.uitvoering where {Van(Gemeente)}) m
            where stap <> interval '5 minutes' or not (status = 1 or (status = 5 and reden = 'ingehaald'))
            """));
        Assert.Equal(2L, await house.ScalarAsync<long>($"select count(*) from synchronisatie.uitvoering where status = 1 and {Van(Gemeente)}"));
        var (exit, output) = await house.CommandAsync("log", "controleer");
        Assert.True(exit == 0, output);
    }

    private static string Van(string gemeente) => $"gemeentecode = '{gemeente}' and moment is not null";

    private Task RoosterAsync(string gemeente, string eerste) => Cluster.ExecuteOnAsync(house.Database, $$"""
        update dossiers.dossier set fase = 'voldaan' where gemeentecode = '{{gemeente}}';
        update synchronisatie.synchronisatie set rooster = '{"soort": "interval", "elkeMinuten": 5}', volgende_op = {{eerste}} where gemeentecode = '{{gemeente}}' and soort = 'afstemming'
        """, Ct);

    private Task GedaanAsync(string gemeente, int keer) => house.UntilAsync($"select count(*) >= {keer} from synchronisatie.uitvoering where status = 1 and {Van(gemeente)}");

    private async Task<string> MomentenAsync() => (await house.ScalarAsync<string>($"select string_agg(moment || ' ' || status, ', ' order by moment) from synchronisatie.uitvoering where {Van(Gemeente)}"))!;
}

/// <summary>The demo on a machine whose clock the test sets; what counts time that passes goes on as it was.</summary>
public sealed class Sprongklok : RunningHouse
{
    private string Stand => Path.Combine(Data, "klok.txt");

    protected override IReadOnlyDictionary<string, string?> Extra
    {
        get
        {
            Zet(TimeSpan.Zero);
            return new Dictionary<string, string?>
            {
                ["LD_PRELOAD"] = Directory.EnumerateDirectories("/usr/lib").Select(map => Path.Combine(map, "faketime", "libfaketime.so.1")).First(File.Exists),
                ["FAKETIME_TIMESTAMP_FILE"] = Stand,
                ["FAKETIME_NO_CACHE"] = "1",
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
                ["Inbox__RoosterwachtSeconden"] = "1",
            };
        }
    }

    /// <summary>From now on the machine is so far ahead of the real time.</summary>
    public async Task SpringAsync(TimeSpan vooruit)
    {
        Zet(vooruit);
        await UntilAsync(async ct =>
        {
            using var antwoord = await Anonymous.GetAsync("/health/live", ct);
            return antwoord.Headers.Date is { } klok && (klok - DateTimeOffset.UtcNow - vooruit).Duration() < TimeSpan.FromMinutes(2);
        });
    }

    private void Zet(TimeSpan vooruit)
    {
        var nieuw = $"{Stand}.nieuw";
        File.WriteAllText(nieuw, string.Create(CultureInfo.InvariantCulture, $"+{vooruit.TotalSeconds}\n"));
        File.Move(nieuw, Stand, overwrite: true);
    }
}
