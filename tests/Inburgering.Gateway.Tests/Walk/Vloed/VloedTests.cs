using System.Diagnostics;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Walk.Vloed;

/// <summary>Everything DUO tells in a busy week at once: the dossiers end as DUO's own book, whatever order and however often.</summary>
public sealed class VloedTests(Brekerhuis house) : IClassFixture<Brekerhuis>
{
    private static readonly int Aantal = TestMaat.Lang ? 100_000 : 2_000;
    private static readonly int Personen = TestMaat.Lang ? 4_000 : 80;
    private static readonly int Keer = TestMaat.Lang ? 24 : 1;

    /// <summary>Every event once, however often it came.</summary>
    private const string Eerste = "herhaling_van is null and reden is distinct from 'zelfde-gebeurtenis'";

    private static int uitgedeeld;

    [Fact]
    public async Task Notificaties_EenVijfdeDubbelEenTiendeGeschud_HetDossierIsWatDuoHetLaatstWist()
    {
        var golf = Golf(Personen);
        var (dossiers, berichten, bijEenMens, aanvaard, vastgelegd) = (
            await DossiersAsync(), await BerichtenAsync("status = 1 and reden is null"), await BerichtenAsync("status = 2"), await RegelsAsync("Notificatie ontvangen"), await RegelsAsync("gegevens vastgelegd"));
        var begin = Stopwatch.GetTimestamp();

        await golf.StuurAsync(Aantal);
        var ontvangen = Stopwatch.GetElapsedTime(begin);
        await golf.LeegAsync(vooruit: false);
        var klaar = Stopwatch.GetElapsedTime(begin);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{golf.Aanvaard} notificaties over {golf.Gebeurtenissen} gebeurtenissen van {Personen} personen: {golf.Aanvaard / ontvangen.TotalSeconds:F0} per seconde aanvaard, {golf.Gebeurtenissen / klaar.TotalSeconds:F0} per seconde verwerkt");
        Assert.True(golf.Aanvaard >= Aantal * 0.99 && golf.Mislukt == 0, $"{golf.Aanvaard} aanvaard, {golf.Mislukt} mislukt");
        Assert.Equal(golf.Gebeurtenissen, await BerichtenAsync("status = 1 and reden is null") - berichten);
        Assert.Equal(bijEenMens, await BerichtenAsync("status = 2"));
        Assert.Equal((golf.Aanvaard, golf.Gebeurtenissen), (await RegelsAsync("Notificatie ontvangen") - aanvaard, await RegelsAsync("gegevens vastgelegd") - vastgelegd));
        Assert.Equal(Personen, await DossiersAsync() - dossiers);
        await golf.GelijkAsync();
        var (exit, output) = await house.CommandAsync("log", "controleer");
        Assert.True(exit == 0, output);
    }

    /// <summary>The gemeente's gateway is away, then DUO is, then DUO answers badly in every way it can.</summary>
    /// <param name="seconden">How long each is away.</param>
    [Theory]
    [MemberData(nameof(Uitval))]
    public async Task Notificaties_TijdensDeVloedValtDeGatewayUitEnDanDuo_NietsVerlorenNietsDubbel(int seconden)
    {
        var golf = Golf(TestMaat.Lang ? Personen / 4 : 8);
        var (berichten, mensen) = (await BerichtenAsync(Eerste), await BerichtenAsync("status = 2"));
        var vastgelegd = await RegelsAsync("gegevens vastgelegd");

        var vloed = golf.StuurAsync(TestMaat.Lang ? Math.Max(5_000, seconden * 50) : 160);
        await RunningHouse.UntilAsync(async _ => await BerichtenAsync(Eerste) > berichten + 20);
        await house.KillGatewayAsync();
        await WegAsync(seconden);
        await house.StartGatewayAsync();
        await house.StoringAsync(new { kind = "503", seconden });
        foreach (var kind in new[] { "500", "429", "403-fouttekst", "onzin", "halverwege", "hangt", "druppelt" })
        {
            await house.StoringAsync(new { kind, times = kind == "hangt" ? 1 : Keer, vertragingMs = 1 });
        }

        await vloed;
        await golf.LeegAsync(vooruit: !TestMaat.Lang, Langst(seconden));

        Assert.True(golf.Mislukt > 0);
        Assert.Equal(golf.Gebeurtenissen, await BerichtenAsync(Eerste) - berichten);
        var bijEenMens = await BerichtenAsync("status = 2") - mensen;
        Assert.True(bijEenMens > 0);
        Assert.Equal(0L, await BerichtenAsync("status = 2 and reden not in ('antwoord-onleesbaar', 'partner-weigert')"));
        Assert.Equal(golf.Gebeurtenissen - bijEenMens, await RegelsAsync("gegevens vastgelegd") - vastgelegd);
        // one that waits for a person can be all that was ever told about hers
        await golf.GelijkAsync(gemist: bijEenMens * Vloedwoorden.Delen.Count);

        await golf.VertelOpnieuwAsync();
        await golf.LeegAsync(vooruit: true);
        await golf.GelijkAsync();
    }

    public static TheoryData<int> Uitval => TestMaat.Lang ? [10, 60, 300] : [3];

    /// <summary>DUO is away, then fails one by one the few that look whether it is back.</summary>
    private static TimeSpan Langst(int seconden) => TimeSpan.FromSeconds(seconden + (Keer * 20)) + TimeSpan.FromMinutes(4);

    /// <summary>A flood about persons that no other flood of this house is about.</summary>
    private Vloedgolf Golf(int aantal) => new(house, Interlocked.Add(ref uitgedeeld, aantal) - aantal, aantal);

    private static async Task WegAsync(int seconden) => await Task.Delay(TimeSpan.FromSeconds(seconden), TestContext.Current.CancellationToken);

    private Task<long> DossiersAsync() => house.ScalarAsync<long>("select count(*) from dossiers.dossier");

    private Task<long> BerichtenAsync(string welke) => house.ScalarAsync<long>($"select count(*) from inbox.bericht where partner = 'duo' and ({welke})");

    private Task<long> RegelsAsync(string naam) => house.ScalarAsync<long>(
        $"select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where c.naam ilike '%{naam}'");
}
