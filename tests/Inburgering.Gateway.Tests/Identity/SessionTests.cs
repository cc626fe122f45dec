using System.Net;
using Inburgering.Gateway.Identity.Staff;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>How long a session lives, and what ends it at once.</summary>
public sealed class SessionTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    [Fact]
    public async Task Get_WithoutSession_GoesToTheLoginPageAndBack()
    {
        using var response = await Host.Http.GetAsync(new Uri("/portaal?van=1", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"{StaffSession.LoginPath}?terug=%2Fportaal%3Fvan%3D1", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Get_AfterHalfAnHourOfRest_IsOver()
    {
        var noor = await LoggedInAsync();
        Host.Clock.Advance(StaffSession.Idle - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync("/portaal")).Status);
        Host.Clock.Advance(StaffSession.Idle + TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Redirect, (await noor.GetAsync("/portaal")).Status);
    }

    [Fact]
    public async Task Get_ActiveAfterTwelveMinutes_StillHasHalfAnHour()
    {
        var noor = await LoggedInAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(12));
        await noor.GetAsync("/portaal");
        Host.Clock.Advance(TimeSpan.FromMinutes(29));

        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync("/portaal")).Status);
    }

    [Fact]
    public async Task Get_AfterEightHoursOfWork_IsOver()
    {
        var noor = await LoggedInAsync();
        for (var worked = TimeSpan.Zero; worked < StaffSession.Absolute - TimeSpan.FromMinutes(20); worked += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync("/portaal")).Status);
            Host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Redirect, (await noor.GetAsync("/portaal")).Status);
    }

    [Fact]
    public async Task Logout_CopiedCookie_IsWorthNothing()
    {
        var noor = await LoggedInAsync();
        var stolen = noor.Cookie;
        await noor.LogoutAsync();
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(noor.SetCookies), StringComparison.Ordinal);
        noor.Cookie = stolen;

        Assert.Equal(HttpStatusCode.Redirect, (await noor.GetAsync("/portaal")).Status);
    }

    [Fact]
    public async Task Get_RoleTakenAway_HoldsAtTheNextRequest()
    {
        var noor = await LoggedInAsync();
        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync("/portaal/alleen-po")).Status);
        await using var command = fixture.Database.Source.CreateCommand("update identiteit.account set rol = 'REG' where account_id = @id");
        command.Parameters.AddWithValue("id", noor.Account.AccountId);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, (await noor.GetAsync("/portaal/alleen-po")).Status);
        Assert.Contains("rol=REG", (await noor.GetAsync("/portaal")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SessionCookieAtTheApi_IsNoToken()
    {
        var noor = await LoggedInAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await noor.GetAsync("/v1/lezen")).Status);
    }

    [Fact]
    public async Task Get_ChangedCookie_IsNoSession()
    {
        var noor = await LoggedInAsync();
        noor.Cookie = noor.Cookie![..^4] + "AAAA";

        Assert.Equal(HttpStatusCode.Redirect, (await noor.GetAsync("/portaal")).Status);
    }

    [Fact]
    public async Task Get_AtAnotherNode_IsTheSameSession()
    {
        var noor = await LoggedInAsync();
        await using var other = await IdentityHost.StartAsync(fixture.Database.Source, fixture.Register);

        Assert.Equal(HttpStatusCode.OK, (await noor.GetAsync("/portaal", other)).Status);
    }

    [Fact]
    public async Task KeyRing_InTheDatabase_IsEncrypted()
    {
        await LoggedInAsync();
        await using var command = fixture.Database.Source.CreateCommand("select xml from identiteit.dataprotection limit 1");
        var xml = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.Contains("<envelop kid=\"1\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal);
    }

    private async Task<StaffClient> LoggedInAsync()
    {
        var noor = await StaffClient.CreateAsync(Host);
        Assert.StartsWith("True", await noor.LoginAsync(), StringComparison.Ordinal);
        return noor;
    }
}
