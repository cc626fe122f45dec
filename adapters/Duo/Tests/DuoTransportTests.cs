using System.Net;
using System.Net.Sockets;
using System.Text;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;
using Microsoft.AspNetCore.Http;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

public sealed class DuoTransportTests
{
    private const int OneMiB = 1024 * 1024;

    /// <summary>Milliseconds: a hang that is not ended must fail, not hang the tests.</summary>
    private const int Patience = 30_000;

    private static readonly byte[] Termijn = Encoding.UTF8.GetBytes("""{"startdatum":"2024-06-18","einddatum":"2027-06-18"}""");

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData(OneMiB, true, "Answer")]
    [InlineData(OneMiB + 1, true, "Unreadable()")]
    [InlineData(OneMiB, false, "Answer")]
    [InlineData(OneMiB + 1, false, "Unreadable()")]
    public async Task Read_LargeBody_StopsAtOneMiB(int size, bool announced, string reply)
    {
        var body = new byte[size];
        Array.Fill(body, (byte)' ');
        Termijn.CopyTo(body, 0);

        Assert.Equal(reply, await AskAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = announced ? size : null;
            await context.Response.Body.WriteAsync(body);
        }));
    }

    [Fact]
    public async Task Read_ResetBeforeHeaders_IsUnavailable() => Assert.Equal("Unavailable(null)", await AskAsync(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    }));

    [Fact]
    public async Task Read_ResetWithinBody_IsUnavailable() => Assert.Equal("Unavailable(null)", await AskAsync(async context =>
    {
        await BeginBodyAsync(context);
        context.Abort();
    }));

    [Fact(Timeout = Patience)]
    public async Task Read_HangBeforeHeaders_IsUnavailableAfterTheHubsTimeout() =>
        Assert.Equal("Unavailable(null)", await AskAsync(context => UntilGoneAsync(context), Short));

    [Fact(Timeout = Patience)]
    public async Task Read_HangWithinBody_IsUnavailableAfterTheHubsTimeout() => Assert.Equal("Unavailable(null)", await AskAsync(
        async context =>
        {
            await BeginBodyAsync(context);
            await UntilGoneAsync(context);
        },
        Short));

    [Fact]
    public async Task Read_NobodyListens_IsUnavailable()
    {
        using var free = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        free.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndPoint!).Port}/") };

        Assert.Equal("Unavailable(null)", await AskAsync(client, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_CallerStops_ThrowsThatAndNothingElse()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var server = await PartnerServer.StartAsync(
            async context =>
            {
                await caller.CancelAsync();
                await UntilGoneAsync(context);
            },
            TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(server.Client, caller.Token));
    }

    [Fact]
    public async Task Read_HubTimesOut_IsUnavailable()
    {
        var stub = new StubHandler(_ => throw new TimeoutException());

        Assert.Equal("Unavailable(null)", await AskAsync(stub.Client, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Onbereikt.Dicht, "Unavailable(Dicht)")]
    [InlineData(Onbereikt.Druk, "Unavailable(Druk)")]
    public async Task Read_HubDoesNotAsk_SaysWhy(Onbereikt waarom, string reply)
    {
        var stub = new StubHandler(_ => throw new NietGevraagdException("Wij wachten even.", waarom));

        Assert.Equal(reply, await AskAsync(stub.Client, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_HubsOwnLimit_IsUnreadable()
    {
        var stub = new StubHandler(_ => throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded));

        Assert.Equal("Unreadable()", await AskAsync(stub.Client, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Read_BugInTheHub_IsNotHidden()
    {
        var stub = new StubHandler(_ => throw new InvalidOperationException("bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(stub.Client, TestContext.Current.CancellationToken));
    }

    private static async Task BeginBodyAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Termijn.Length;
        await context.Response.Body.WriteAsync(Termijn.AsMemory(0, 10), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static Task UntilGoneAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }

    private static async Task<string> AskAsync(RequestDelegate answer, TimeSpan? timeout = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await PartnerServer.StartAsync(answer, ct);
        server.Client.Timeout = timeout ?? server.Client.Timeout;
        return await AskAsync(server.Client, ct);
    }

    private static Task<string> AskAsync(HttpClient duo, CancellationToken ct) =>
        DuoSources.AskAsync(nameof(Inburgeringstermijn), duo, Vraag.Over("999990019"), ct);
}
