using System.Net;
using Inburgering.Gateway.Adapters.Tests.Servers;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed class DuoRequestTests
{
    public static TheoryData<string> Records => [.. DuoSources.Records.Select(record => record.Name)];

    [Fact]
    public void AddPorts_Duo_NamesEightSources() => Assert.Equal(8, DuoSources.Records.Count());

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecord_SendsDuoHeaders(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NotFound));
        var vraag = Vraag.Over("999990019");

        await DuoSources.AskAsync(record, stub.Client, vraag, TestContext.Current.CancellationToken);

        Assert.Equal("GET", stub.Method);
        Assert.Equal(Vraag.Gemeente, stub.Headers["bron"]);
        Assert.Equal(Vraag.Partner, stub.Headers["doel"]);
        Assert.Equal(vraag.BerichtId.ToString("D"), stub.Headers["berichtId"]);
        Assert.Equal("application/json", stub.Headers["Accept"]);
        Assert.Equal(4, stub.Headers.Count);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecord_TellsTheHubTheRouteWithoutBsn(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NotFound));

        await DuoSources.AskAsync(record, stub.Client, Vraag.Over("999990019"), TestContext.Current.CancellationToken);

        Assert.Equal(DuoSources.ContractOf(record).Path, $"/{stub.Route}");
        Assert.Equal($"/duo/v1/{stub.Route!.Replace("{bsn}", "999990019", StringComparison.Ordinal)}", stub.Path);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecordThatIsUnknown_IsAbsent(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.NotFound));

        Assert.Equal("Absent", await DuoSources.AskAsync(record, stub.Client, Vraag.Over("999990019"), TestContext.Current.CancellationToken));
    }
}
