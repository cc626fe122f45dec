using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Features.Betalen.Kanaal;

/// <summary>Kill -9 at every step between approval and booking: no obligation is paid twice, none is lost silently, and the end is the bank's book (issue 8).</summary>
public sealed class KanaalkillTests(Kanaalhuis house) : IClassFixture<Kanaalhuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Stappen => new()
    {
        { "voor-het-journaal", false },
        { "na-het-journaal", true },
        { "voor-de-eerste-byte", true },
        { "bank-heeft-het", false },
        { "antwoord-niet-vastgelegd", false },
        { "bericht-bewaard", false },
        { "midden-in-het-boeken", false },
    };

    /// <param name="mensen">True: the file did not leave and nobody can know it but the bank, so two people let it go again.</param>
    [Theory]
    [MemberData(nameof(Stappen))]
    public async Task Kill_OpElkeStapTussenGoedkeurenEnBoeken_BetaaltEenKeer(string stap, bool mensen)
    {
        var weg = await TotAsync(stap);

        await house.StartGatewayAsync();
        if (mensen)
        {
            await house.VerouderJournaalAsync();
            await weg.TweeMensenAsync();
        }

        await weg.IsEenKeerBetaaldAsync();
    }

    /// <summary>In ./test some, in ./test --lang 200: at any moment, under a bank that loses, delays and repeats its answers.</summary>
    [Fact]
    public async Task Kill_OpWillekeurigeMomentenOnderEenSlechteBank_BetaaltElkeVerplichtingEenKeer()
    {
        var (toeval, keren) = (new Random(8), TestMaat.Lang ? 200 : 1);
        string[] storingen = ["503", "reset", "traag", "halverwege", "hangt"];
        var (mensen, verzegeld) = (0, new List<Verzegeld>());
        for (var keer = 0; keer < keren; keer++)
        {
            await house.StoorAsync(storingen[toeval.Next(storingen.Length)], toeval.Next(2) == 0, times: toeval.Next(1, 3), vertragingMs: toeval.Next(3000));
            var weg = await house.VerzegelAsync();
            verzegeld.Add(weg);

            // any moment of the round: not a wait for something, but where the knife falls
            await KillAsync(weg, _ => Task.Delay(toeval.Next(2500), Ct));
            await house.StartGatewayAsync();
            await house.VerouderJournaalAsync();
            await RunningHouse.UntilAsync(async _ => await weg.StandAsync() is not ("verzegeld" or "wordt_aangeboden") && (await weg.StandAsync() != "onbekend" || await weg.IsOntkendAsync()));
            if (await weg.StandAsync() == "onbekend")
            {
                mensen++;
                await weg.TweeMensenAsync();
            }

            await weg.IsEenKeerBetaaldAsync();
            await house.HerhaalAsync();
        }

        await Task.WhenAll(verzegeld.Select(v => v.IsEenKeerGeboektAsync()));
        TestContext.Current.TestOutputHelper!.WriteLine($"{keren} kills, {mensen} keer zeiden twee mensen dat de bank het niet had");
    }

    /// <summary>Brings it to a step and kills it there.</summary>
    private async Task<Verzegeld> TotAsync(string stap)
    {
        switch (stap)
        {
            case "voor-het-journaal":
                using (await house.HoudJournaalAsync())
                {
                    return await KillAsync(await house.VerzegelAsync(), _ => Task.CompletedTask);
                }

            case "na-het-journaal":
                return await NaJournaalAsync();
            case "voor-de-eerste-byte":
                await house.StoorAsync("hangt");
                return await KillAsync(await house.VerzegelAsync(), weg => weg.TotAsync("wordt_aangeboden"));
            case "bank-heeft-het":
                await house.StoorAsync("hangt", naVerwerking: true);
                return await KillAsync(await house.VerzegelAsync(), weg => RunningHouse.UntilAsync(_ => weg.IsBijBankAsync()));
            case "antwoord-niet-vastgelegd":
                await house.StoorAsync("traag", naVerwerking: true, vertragingMs: 1500);
                return await VastAsync(await house.VerzegelAsync(), Batchrij, weg => RunningHouse.UntilAsync(_ => weg.IsBijBankAsync()), _ => Task.CompletedTask);
            default:
                return await VastAsync(
                    await house.VerzegelAsync(), stap == "bericht-bewaard" ? Batchrij : weg => $"select 1 from betalen.betaalopdracht where kenmerk = '{weg.Kenmerk}' for update",
                    weg => weg.TotAsync("bevestigd"), weg => house.SluitDagAsync(weg.Dag));
        }
    }

    private static string Batchrij(Verzegeld weg) => $"select 1 from betalen.betaalbatch where batch_id = '{weg.BatchId}' for update";

    /// <summary>The journal is held while it is sealed, and its row after that.</summary>
    private async Task<Verzegeld> NaJournaalAsync()
    {
        var journaal = await house.HoudJournaalAsync();
        var weg = await house.VerzegelAsync();
        await using var rij = await house.HoudAsync(Batchrij(weg));
        journaal.Dispose();
        await house.WachtOpRijAsync();
        return await KillAsync(weg, _ => Task.CompletedTask);
    }

    /// <summary>Stands still at a row that we hold, and is killed there.</summary>
    private async Task<Verzegeld> VastAsync(Verzegeld weg, Func<Verzegeld, string> rij, Func<Verzegeld, Task> eerst, Func<Verzegeld, Task> dan)
    {
        await eerst(weg);
        await using var greep = await house.HoudAsync(rij(weg));
        await dan(weg);
        await house.WachtOpRijAsync();
        return await KillAsync(weg, _ => Task.CompletedTask);
    }

    private async Task<Verzegeld> KillAsync(Verzegeld weg, Func<Verzegeld, Task> wanneer)
    {
        await wanneer(weg);
        await house.KillGatewayAsync();
        using var over = await house.Sandbox.DeleteAsync(new Uri("/_sandbox/bank/storingen", UriKind.Relative), Ct);
        Assert.True(over.IsSuccessStatusCode);
        return weg;
    }
}
