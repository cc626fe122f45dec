using System.Diagnostics;
using System.Net;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Tests.Wiring;

[Trait("Regel", "security 22")]
public sealed class PartnerHttpTests
{
    [Fact]
    public async Task Get_Redirect_IsNotFollowed()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(302));
        await using var caller = new PartnerCaller(partner);

        using var response = await caller.SendAsync();

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Single(partner.Calls);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Get_FailsTwiceThenGood_IsTriedAgain(int status)
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(status), BadPartner.Status(status), BadPartner.Good);
        await using var caller = new PartnerCaller(partner);

        using var response = await caller.SendAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(3, partner.Calls.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task Get_AnswerThatWillNotChange_IsNotTriedAgain(int status)
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(status));
        await using var caller = new PartnerCaller(partner);

        using var response = await caller.SendAsync();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Get_KeepsFailing_EndsAfterThreeTriesWithTheLastAnswer()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(503));
        await using var caller = new PartnerCaller(partner);

        using var response = await caller.SendAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(3, partner.Calls.Count);
    }

    [Fact]
    public async Task Post_Fails_IsNotRepeated()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(503));
        await using var caller = new PartnerCaller(partner);

        using var response = await caller.SendAsync(HttpMethod.Post);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Get_ConnectionReset_IsTriedAgainAndThenReported()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Reset);
        await using var caller = new PartnerCaller(partner);

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync());

        Assert.Equal(3, partner.Calls.Count);
    }

    [Fact]
    public async Task Get_HangsOrStopsHalfway_EndsWithinTheTotalTime()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Hang, BadPartner.HangInBody, BadPartner.Hang);
        await using var caller = new PartnerCaller(partner, PartnerCaller.Impatient);
        var started = Stopwatch.GetTimestamp();

        await Assert.ThrowsAsync<TimeoutException>(() => caller.SendAsync());

        Assert.InRange(Stopwatch.GetElapsedTime(started), 2 * PartnerCaller.Impatient.Poging, PartnerCaller.Impatient.Totaal);
        Assert.Equal(3, partner.Calls.Count);
    }

    [Fact]
    public async Task Get_TotalTimeShorterThanTheTries_CutsThemOff()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Hang);
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Poging = TimeSpan.FromHours(1), Totaal = TimeSpan.FromMilliseconds(1_500) });

        await Assert.ThrowsAsync<TimeoutException>(() => caller.SendAsync());

        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Get_BodyStopsHalfwayOnce_IsReadTheSecondTime()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.HangInBody, BadPartner.Good);
        await using var caller = new PartnerCaller(partner, PartnerCaller.Impatient);

        using var response = await caller.SendAsync();

        Assert.Equal("goed", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_RetryAfterWithinReach_GoesBeforeOurOwnWait()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(503, "0"), BadPartner.Good);
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Wacht = TimeSpan.FromHours(1) });

        using var response = await caller.SendAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_RetryAfterTooFarAway_IsLeftToTheInbox()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(429, "3600"));
        await using var caller = new PartnerCaller(partner);

        using var response = await caller.SendAsync();

        Assert.Equal(TimeSpan.FromHours(1), response.Headers.RetryAfter?.Delta);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Get_AnswerTooLarge_IsRefusedAtOnce()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Huge);
        await using var caller = new PartnerCaller(partner);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync());

        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, refused.HttpRequestError);
        Assert.Single(partner.Calls);
    }

    [Fact]
    public async Task Get_PartnerIsDown_BreakerOpensAndSparesIt()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(500));
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Pogingen = 1, BrekerDrempel = 4 });
        for (var i = 0; i < 4; i++)
        {
            using var answer = await caller.SendAsync();
        }

        var gespaard = await Assert.ThrowsAsync<NietGevraagdException>(() => caller.SendAsync());

        Assert.Equal((Onbereikt.Dicht, 4), (gespaard.Waarom, partner.Calls.Count));
    }

    [Fact]
    public async Task Get_ManyRefusals_NeverOpenTheBreaker()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(404));
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Pogingen = 1, BrekerDrempel = 2 });
        for (var i = 0; i < 20; i++)
        {
            using var answer = await caller.SendAsync();
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(20, partner.Calls.Count);
    }

    [Fact]
    public async Task Get_MoreThanThePlacesAndTheQueue_IsTurnedAwayAtOnce()
    {
        var free = new TaskCompletionSource();
        await using var partner = await BadPartner.StartAsync(_ => free.Task);
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Gelijktijdig = 1, Pogingen = 1, Poging = TimeSpan.FromMinutes(1), Totaal = TimeSpan.FromMinutes(1) });
        var waiting = Enumerable.Range(0, 5).Select(_ => caller.SendAsync()).ToArray();

        var weggestuurd = await Assert.ThrowsAsync<NietGevraagdException>(() => caller.SendAsync());

        Assert.Equal(Onbereikt.Druk, weggestuurd.Waarom);
        free.SetResult();
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(5, partner.Calls.Count);
    }

    [Fact]
    public async Task Get_InsideATrace_SendsOurTraceparentAndNothingElse()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Good);
        await using var caller = new PartnerCaller(partner);
        using var outside = new Activity("buiten").SetIdFormat(ActivityIdFormat.W3C);
        outside.TraceStateString = "vreemd=1";
        outside.AddBaggage("vreemd", "1");
        outside.Start();

        using var response = await caller.SendAsync();

        var headers = partner.Calls.Single().Headers;
        Assert.Matches($"^00-{outside.TraceId}-[0-9a-f]{{16}}-0[01]$", headers["traceparent"]);
        Assert.DoesNotContain(outside.SpanId.ToString(), headers["traceparent"], StringComparison.Ordinal);
        Assert.All(["tracestate", "baggage", "Correlation-Context", "Request-Id", "Cookie"], name => Assert.DoesNotContain(name, headers.Keys));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Send_AnyOutcome_IsLoggedByRouteAndNeverByPath(string method)
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Good, BadPartner.Status(302), BadPartner.Reset);
        await using var caller = new PartnerCaller(partner);
        using var good = await caller.SendAsync(new HttpMethod(method));
        using var redirect = await caller.SendAsync(new HttpMethod(method));
        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => caller.SendAsync(new HttpMethod(method)));
        Assert.DoesNotContain(PartnerCaller.Bsn, lost.ToString(), StringComparison.Ordinal);

        Assert.Contains(PartnerCaller.Route, caller.Log, StringComparison.Ordinal);
        Assert.All(["\"200\"", "\"302\"", "\"onbereikbaar\""], word => Assert.Contains(word, caller.Log, StringComparison.Ordinal));
        Assert.All([PartnerCaller.Bsn, "[bsn]", "elders"], word => Assert.DoesNotContain(word, caller.Log, StringComparison.Ordinal));
    }
}
