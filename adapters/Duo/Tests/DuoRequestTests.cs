using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed class DuoRequestTests
{
    /// <summary>Asked for everybody at once.</summary>
    private static readonly string[] OverNiemand = [nameof(Instellingen), nameof(Verlengingsgronden)];

    public static TheoryData<string> Records => [.. DuoSources.Records.Select(record => record.Name)];

    [Fact]
    public void AddPorts_Duo_NamesEighteenSources() => Assert.Equal(18, DuoSources.Records.Count());

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecord_SendsDuoHeaders(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        var vraag = Vraag.Over("999990019");

        await DuoSources.AskAsync(record, stub.Client, vraag, TestContext.Current.CancellationToken);

        Assert.Equal("GET", stub.Method);
        Assert.Equal(Vraag.Gemeente, stub.Headers["bron"]);
        Assert.Equal(Vraag.Gemeente, stub.Afzender);
        Assert.Equal(Vraag.Partner, stub.Headers["doel"]);
        Assert.Equal(vraag.BerichtId.ToString("D"), stub.Headers["berichtId"]);
        Assert.Equal("application/json", stub.Headers["Accept"]);
        Assert.Equal(4, stub.Headers.Count);
        Assert.Null(stub.Body);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecord_TellsTheHubTheRouteWithoutBsn(string record)
    {
        var stub = await DuoSources.AskedAsync(record);

        Assert.Equal(!OverNiemand.Contains(record), stub.Route!.Contains("{bsn}", StringComparison.Ordinal));
        Assert.DoesNotContain("999990019", stub.Route, StringComparison.Ordinal);
        Assert.Equal($"/duo/v1/{stub.Route.Replace("{bsn}", "999990019", StringComparison.Ordinal)}", stub.Path);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_WithoutAPerson_IsForListsAboutNobodyOnly(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        var vraag = Vraag.Over("999990019") with { Bsn = null };

        if (OverNiemand.Contains(record))
        {
            Assert.Equal("Absent", await DuoSources.AskAsync(record, stub.Client, vraag, CancellationToken.None));
            return;
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => DuoSources.AskAsync(record, stub.Client, vraag, CancellationToken.None));
        Assert.Null(stub.Path);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecordThatIsUnknown_IsAbsent(string record)
    {
        var stub = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));

        Assert.Equal("Absent", await DuoSources.AskAsync(record, stub.Client, Vraag.Over("999990019"), TestContext.Current.CancellationToken));
    }
}
