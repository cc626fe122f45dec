using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The adapter against the sandbox over real HTTP: two readings of one contract that must agree.</summary>
public sealed class AdapterMeetsSandboxTests : IAsyncLifetime
{
    /// <summary>Asked for everybody at once: no gemeente is refused.</summary>
    private static readonly string[] OverNiemand = [nameof(Verlengingsgronden)];

    /// <summary>Not simulated; held against the contract alone.</summary>
    private static readonly string[] NietNagebootst =
    [
        nameof(Vrijstellingen), nameof(Ontheffingen), nameof(Instellingen), nameof(MapRegistratie), nameof(PvtRegistratie), nameof(GevolgdeUren),
    ];

    private readonly SandboxServer sandbox = new();
    private HttpClient duo = new();

    public static TheoryData<string> Records => [.. DuoSources.Records.Select(record => record.Name).Except(NietNagebootst, StringComparer.Ordinal)];

    public static TheoryData<string> OverPersonen => [.. Records.Select(row => row.Data).Except(OverNiemand, StringComparer.Ordinal)];

    public async ValueTask InitializeAsync()
    {
        await sandbox.InitializeAsync();
        duo = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(sandbox.Client.BaseAddress!, "/duo/v1/") };
    }

    public async ValueTask DisposeAsync()
    {
        duo.Dispose();
        await sandbox.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Read_EveryPersonOfTheDemo_IsAnswerOrAbsent(string record)
    {
        var replies = new List<string>();
        foreach (var persoon in SandboxServer.Personen)
        {
            replies.Add(await AskAsync(record, persoon.GetProperty("bsn").GetString()!, SandboxServer.Oins[persoon.GetProperty("gemeentecode").GetString()!]));
        }

        Assert.Empty(replies.Except(["Answer", "Absent"], StringComparer.Ordinal));
        Assert.Contains("Answer", replies);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Read_Hasan_IsAnswer(string record) =>
        Assert.Equal("Answer", await AskAsync(record, SandboxServer.Hasan, SandboxServer.Oins["1708"]));

    [Theory]
    [MemberData(nameof(OverPersonen))]
    public async Task Read_ByAnotherGemeente_IsRefusedWithoutReason(string record) =>
        Assert.Equal("Refused()", await AskAsync(record, SandboxServer.Hasan, SandboxServer.Oins["0171"]));

    [Theory]
    [InlineData("503", "Unavailable(null)")]
    [InlineData("500", "Unavailable(null)")]
    [InlineData("404", "Absent")]
    [InlineData("403-leeg", "Refused()")]
    [InlineData("403-fouttekst", "Refused(De sandbox weigert dit bericht.)")]
    [InlineData("onzin", "Unreadable()")]
    [InlineData("reset", "Unavailable(null)")]
    public async Task Read_OrderedFault_HasItsMeaning(string kind, string reply)
    {
        using var ordered = await sandbox.SteerAsync("storingen", $$"""{"path":"/personen/{bsn}/PIP","kind":"{{kind}}"}""");

        Assert.Equal(reply, await AskAsync(nameof(Pip), SandboxServer.Hasan, SandboxServer.Oins["1708"]));
    }

    private Task<string> AskAsync(string record, string number, string bron)
    {
        Assert.True(Bsn.TryParse(number, out var bsn));
        var raadpleging = new Raadpleging { Bsn = bsn, Bron = Oin.Parse(bron), Doel = Oin.Parse(SandboxServer.Duo), BerichtId = Guid.NewGuid() };
        return DuoSources.AskAsync(record, duo, raadpleging, TestContext.Current.CancellationToken);
    }
}
