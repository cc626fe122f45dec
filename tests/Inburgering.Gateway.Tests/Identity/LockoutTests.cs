using Inburgering.Gateway.Identity.Staff;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Five attempts, then a quarter of an hour of nothing, also for who guesses in parallel.</summary>
public sealed class LockoutTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Login_RightAfterFourFailures_OpensAndForgetsThem()
    {
        var noor = await StaffClient.CreateAsync(fixture.Host);
        await FailAsync(noor, SignInAttempts.Max - 1);

        Assert.StartsWith("True", await noor.LoginAsync(), StringComparison.Ordinal);

        fixture.Host.Clock.Advance(TimeSpan.FromSeconds(60));
        await FailAsync(noor, SignInAttempts.Max - 1);
        Assert.StartsWith("True", await noor.LoginAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_RightAfterFiveFailures_IsRefusedInTheSameWords()
    {
        var noor = await StaffClient.CreateAsync(fixture.Host);
        await FailAsync(noor, SignInAttempts.Max);

        Assert.Equal($"False|{Aanmelden.MisluktTekst}|Geweigerd", await noor.LoginAsync());
    }

    [Fact]
    public async Task Login_AfterAQuarter_OpensAgain()
    {
        var noor = await StaffClient.CreateAsync(fixture.Host);
        await FailAsync(noor, SignInAttempts.Max);
        fixture.Host.Clock.Advance(SignInAttempts.Closed);

        Assert.StartsWith("True", await noor.LoginAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_WrongWhileClosed_DoesNotLengthenIt()
    {
        var noor = await StaffClient.CreateAsync(fixture.Host);
        await FailAsync(noor, SignInAttempts.Max);
        fixture.Host.Clock.Advance(SignInAttempts.Closed / 2);
        await FailAsync(noor, SignInAttempts.Max);
        fixture.Host.Clock.Advance(SignInAttempts.Closed / 2);

        Assert.StartsWith("True", await noor.LoginAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_WrongCodes_CountAsMuchAsWrongPasswords()
    {
        var noor = await StaffClient.CreateAsync(fixture.Host);
        for (var i = 0; i < SignInAttempts.Max; i++)
        {
            await noor.LoginAsync(totp: "000");
        }

        Assert.StartsWith("False", await noor.LoginAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_ManyGuessesTogether_AreStillFive()
    {
        var noor = await StaffClient.CreateAsync(fixture.Host);
        var attempts = new SignInAttempts(new ModelFactory(fixture.Database.Source));

        var admitted = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            attempts.BeginAsync(noor.Account.AccountId, fixture.Host.Clock.GetUtcNow(), TestContext.Current.CancellationToken)));

        Assert.Equal(SignInAttempts.Max, admitted.Count(open => open));
    }

    private static async Task FailAsync(StaffClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.StartsWith("False", await client.LoginAsync(wachtwoord: "verkeerd wachtwoord"), StringComparison.Ordinal);
        }
    }
}
