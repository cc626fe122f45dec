using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The adapter against the sandbox over real HTTP: two readings of one contract that must agree.</summary>
public sealed class AdapterMeetsSandboxTests : IAsyncLifetime
{
    /// <summary>Asked for everybody at once: no gemeente is refused.</summary>
    private static readonly string[] OverNiemand = [nameof(Verlengingsgronden), nameof(Instellingen)];

    /// <summary>Nobody told DUO of these yet.</summary>
    private static readonly string[] NogNietVanHasan = [nameof(MapRegistratie), nameof(PvtRegistratie)];

    private readonly SandboxServer sandbox = new();
    private HttpClient duo = new();

    public static TheoryData<string> Records => [.. DuoSources.Records.Select(record => record.Name)];

    public static TheoryData<string> VanHasan => [.. Records.Select(row => row.Data).Except(NogNietVanHasan, StringComparer.Ordinal)];

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
    [MemberData(nameof(VanHasan))]
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

    [Fact]
    public async Task Send_EachMelding_IsUnderstood()
    {
        var ct = TestContext.Current.CancellationToken;
        var replies = new Dictionary<Melding, PartnerReply<Ontvangstbevestiging>>();
        foreach (var melding in DuoMeldingen.All)
        {
            replies[melding] = await DuoMeldingen.TellAsync(melding, duo, ct);
        }

        Assert.All(replies, pair => Assert.True(
            pair.Value is PartnerReply<Ontvangstbevestiging>.Answer or PartnerReply<Ontvangstbevestiging>.Absent or PartnerReply<Ontvangstbevestiging>.Refused { Redenen.Count: > 0 },
            $"{pair.Key.GetType().Name}: {ReplyText.Of(pair.Value)}"));
        var contact = replies.Single(pair => pair.Key is ContactpersoonMelding).Value;
        Assert.NotNull(Assert.IsType<PartnerReply<Ontvangstbevestiging>.Answer>(contact).Value.Nummer);
    }

    [Fact]
    public async Task Send_Uren_AreReadBackAsTheTotal()
    {
        var ct = TestContext.Current.CancellationToken;
        var uren = new UrenMelding(Urensoort.ParticipatieAlsTaalles, 612);

        Assert.Equal("Answer", await DuoMeldingen.SendAsync(uren, duo, ct));
        Assert.Equal("Answer", await DuoMeldingen.SendAsync(uren, duo, ct));

        var gelezen = await new DuoUrenSource(duo).ReadAsync(Raadpleging(SandboxServer.Hasan, SandboxServer.Oins["1708"]), ct);
        var totalen = Assert.IsType<PartnerReply<GevolgdeUren>.Answer>(gelezen).Value.Gemeenten;
        Assert.Equal(612, totalen.Single(gemeente => gemeente.Gemeentecode == "1708").ParticipatieAlsTaalles);
    }

    private static Raadpleging Raadpleging(string number, string bron) => new()
    {
        Bsn = Bsn.TryParse(number, out var bsn) ? bsn : throw new ArgumentException("No BSN.", nameof(number)),
        Bron = Oin.Parse(bron),
        Doel = Oin.Parse(SandboxServer.Duo),
        BerichtId = Guid.NewGuid(),
    };

    private Task<string> AskAsync(string record, string number, string bron) =>
        DuoSources.AskAsync(record, duo, Raadpleging(number, bron), TestContext.Current.CancellationToken);
}
