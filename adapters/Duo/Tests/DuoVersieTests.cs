using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The version in DUO's answer against the version of the contract that the adapter was written by.</summary>
public sealed class DuoVersieTests
{
    private const string Json = "application/json";
    private const string Termijn = """{"startdatum":"2024-06-18","einddatum":"2027-06-18"}""";

    public static TheoryData<string> Records => [.. DuoSources.Records.Select(record => record.Name)];

    public static TheoryData<int> Meldingen => [.. Enumerable.Range(0, DuoMeldingen.All.Count)];

    [Theory]
    [InlineData(200, "1.0.0", "Answer")]
    [InlineData(200, "1.0.1", "Answer")]
    [InlineData(200, "1.9.0-beta.2+5", "Answer")]
    [InlineData(200, "", "Answer")]
    [InlineData(200, "onbekend", "Answer")]
    [InlineData(200, "2.0.0", "Unreadable()")]
    [InlineData(200, "0.9.0", "Unreadable()")]
    [InlineData(200, "10.0.0", "Unreadable()")]
    [InlineData(403, "2.0.0", "Unreadable()")]
    [InlineData(404, "2.0.0", "Unreadable()")]
    [InlineData(404, "1.4.0", "Absent")]
    [InlineData(503, "2.0.0", "Unavailable(null)")]
    public async Task Read_VersionOfTheAnswer_OnlyAnotherMajorIsUnreadable(int status, string version, string reply)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(DuoAnswers.Plain(status, Json, Termijn, ("API-Version", version)), ct);

        Assert.Equal(reply, await DuoSources.AskAsync(nameof(Inburgeringstermijn), server.Client, Vraag.Over(DuoMeldingen.Bsn), ct));
    }

    [Fact]
    public async Task Send_OtherMajorVersion_IsUnreadableThoughItWasDone()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(DuoAnswers.With(201, ("API-Version", "2.0.0")), ct);

        var reply = await DuoMeldingen.TellAsync(DuoMeldingen.All[0], server.Client, ct);

        Assert.Equal(
            "DUO antwoordt met een andere hoofdversie van PIP dan 1.2.0.",
            Assert.Single(Assert.IsType<PartnerReply<Ontvangstbevestiging>.Unreadable>(reply).Fouten).Detail);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecord_TellsTheHubTheVersionOfItsContract(string record) => Check(await DuoSources.AskedAsync(record));

    [Theory]
    [MemberData(nameof(Meldingen))]
    public async Task Send_EachMelding_TellsTheHubTheVersionOfItsContract(int row) => Check(await DuoMeldingen.SentAsync(DuoMeldingen.All[row]));

    private static void Check(StubHandler asked)
    {
        Assert.Equal("API-Version", asked.Contract!.Header);
        Assert.Equal(DuoContracten.Of(asked).Contract.Version, asked.Contract.Versie);
    }
}
