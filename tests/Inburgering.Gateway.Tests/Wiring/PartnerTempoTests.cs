using System.Collections.Concurrent;
using System.Net;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Wiring;
using Npgsql;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>A partner with a limit: every try has a turn of its own, and what has none in time was not asked.</summary>
public sealed class PartnerTempoTests
{
    /// <summary>So few that every turn is asked for by itself.</summary>
    private static readonly PartnerLimits Begrensd = PartnerCaller.Quick with { Limiet = new LimietFile(4, LimietFile.Partner) };

    private readonly ConcurrentQueue<Beurtvraag> vragen = new();
    private Func<DateTimeOffset?> beurt = () => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Get_FailsTwiceThenGood_EveryTryTakesATurn()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(503), BadPartner.Status(503), BadPartner.Good);
        await using var caller = new PartnerCaller(partner, Begrensd, ReserveAsync);

        using var response = await caller.SendAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((3, 3), (partner.Calls.Count, vragen.Count));
    }

    [Fact]
    public async Task Get_TurnLater_LeavesThenAndNotBefore()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Good);
        await using var caller = new PartnerCaller(partner, Begrensd, ReserveAsync);
        var straks = TimeProvider.System.GetUtcNow().AddMilliseconds(400);
        beurt = () => straks;

        using var response = await caller.SendAsync();

        Assert.True(TimeProvider.System.GetUtcNow() > straks.AddMilliseconds(-2));
        // what waits has time left for a whole try
        Assert.True(Assert.Single(vragen).Uiterlijk <= TimeProvider.System.GetUtcNow() + Begrensd.Totaal - Begrensd.Poging);
    }

    [Fact]
    public async Task Get_NoTurnInTime_IsNotAskedNotTriedAgainAndNoFaultOfThePartner()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Good);
        await using var caller = new PartnerCaller(partner, Begrensd with { BrekerDrempel = 2 }, ReserveAsync);
        beurt = () => null;
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(Onbereikt.Druk, (await Assert.ThrowsAsync<NietGevraagdException>(() => caller.SendAsync())).Waarom);
        }

        Assert.Equal((0, 4), (partner.Calls.Count, vragen.Count));
        beurt = () => TimeProvider.System.GetUtcNow();
        using var response = await caller.SendAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_DatabaseAway_IsNotAsked()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Good);
        await using var caller = new PartnerCaller(partner, Begrensd, ReserveAsync);
        beurt = () => throw new NpgsqlException("weg");

        Assert.Equal(Onbereikt.Druk, (await Assert.ThrowsAsync<NietGevraagdException>(() => caller.SendAsync())).Waarom);
        Assert.Empty(partner.Calls);
    }

    [Fact]
    public async Task Get_CircuitOpen_SpendsNoTurn()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Status(500));
        await using var caller = new PartnerCaller(partner, Begrensd with { Pogingen = 1, BrekerDrempel = 2 }, ReserveAsync);
        for (var i = 0; i < 2; i++)
        {
            using var answer = await caller.SendAsync();
        }

        Assert.Equal(Onbereikt.Dicht, (await Assert.ThrowsAsync<NietGevraagdException>(() => caller.SendAsync())).Waarom);
        Assert.Equal((2, 2), (partner.Calls.Count, vragen.Count));
    }

    [Theory]
    [InlineData(LimietFile.Partner, "00000001999990001000", "*")]
    [InlineData(LimietFile.Gemeente, "00000001999990001000", "00000001999990001000")]
    [InlineData(LimietFile.Gemeente, null, "*")]
    public async Task Get_Limiet_IsCountedForWhomItHolds(string per, string? afzender, string deel)
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Good);
        await using var caller = new PartnerCaller(partner, Begrensd with { Limiet = new LimietFile(4, per) }, ReserveAsync);

        using var response = await caller.SendAsync(afzender: afzender is null ? null : Oin.Parse(afzender));

        Assert.Equal(("proef", deel), (Assert.Single(vragen).Partner, vragen.Single().Deel));
    }

    [Fact]
    public async Task Get_NoPlaceWithinTheTotalTime_IsNotAsked()
    {
        await using var partner = await BadPartner.StartAsync(BadPartner.Hang);
        await using var caller = new PartnerCaller(partner, PartnerCaller.Quick with { Gelijktijdig = 1, Pogingen = 1, Totaal = TimeSpan.FromSeconds(1) });
        var eerste = caller.SendAsync();

        var wachtend = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => caller.SendAsync()).AsTask()));

        // one of them may have got the place of the first at the last moment
        Assert.InRange(wachtend.Count(fout => fout is NietGevraagdException { Waarom: Onbereikt.Druk }), 3, 4);
        await Assert.ThrowsAsync<TimeoutException>(() => eerste);
        Assert.InRange(partner.Calls.Count, 1, 2);
    }

    private Task<DateTimeOffset?> ReserveAsync(Beurtvraag vraag, CancellationToken ct)
    {
        vragen.Enqueue(vraag);
        return Task.FromResult(beurt());
    }
}
