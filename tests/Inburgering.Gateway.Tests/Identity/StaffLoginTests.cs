using System.Net;
using Inburgering.Gateway.Identity.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Login of employees: three things at once, one answer to every failure.</summary>
public sealed class StaffLoginTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    [Fact]
    public async Task Login_AllThreeRight_OpensThePortalWithTheAccountsClaims()
    {
        var noor = await StaffClient.CreateAsync(Host, "Noor Visser", "PO");

        Assert.Equal("True||Toegestaan", await noor.LoginAsync());

        var (status, claims) = await noor.GetAsync("/portaal");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"account_id={noor.Account.AccountId}", claims, StringComparison.Ordinal);
        Assert.Contains("name=Noor Visser", claims, StringComparison.Ordinal);
        Assert.Contains("rol=PO", claims, StringComparison.Ordinal);
        Assert.Contains("gemeente=1708", claims, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_LoopbackHttp_SetsAPlainCookieThatScriptsCannotRead()
    {
        var noor = await StaffClient.CreateAsync(Host);
        await noor.LoginAsync();

        var cookie = Assert.Single(noor.SetCookies);
        Assert.StartsWith("inburgering=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_LettersCaseAndSpacesInTheCode_DoNotMatter()
    {
        var noor = await StaffClient.CreateAsync(Host);
        var code = noor.Code();

        Assert.Equal("True||Toegestaan", await noor.LoginAsync(login: $" {noor.Account.Login.ToUpperInvariant()} ", totp: $"{code[..3]} {code[3..]}"));
    }

    [Theory]
    [InlineData("onbekend", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, "verkeerd wachtwoord", null)]
    [InlineData(null, "", null)]
    [InlineData(null, null, "000")]
    [InlineData(null, null, "")]
    [InlineData(null, null, "abcdef")]
    [InlineData(null, null, "１２３４５６")]
    public async Task Login_AnyOneWrong_HasOneAnswer(string? login, string? wachtwoord, string? totp)
    {
        var noor = await StaffClient.CreateAsync(Host);

        Assert.Equal($"False|{Aanmelden.MisluktTekst}|Geweigerd", await noor.LoginAsync(login, wachtwoord, totp));
        Assert.Empty(noor.SetCookies);
    }

    [Fact]
    public async Task Login_UnknownClosedOrWrong_CostsTheSameWork()
    {
        var count = Host.Services.GetRequiredService<HashCount>();
        var noor = await StaffClient.CreateAsync(Host);
        var before = count.Value;

        await noor.LoginAsync(login: "onbekend");
        Assert.Equal(before + 1, count.Value);
        for (var attempt = 1; attempt <= SignInAttempts.Max + 1; attempt++)
        {
            await noor.LoginAsync(wachtwoord: "verkeerd wachtwoord");
            Assert.Equal(before + 1 + attempt, count.Value);
        }
    }

    [Fact]
    public async Task Login_VeryLongPassword_IsRefusedWithoutHashingIt()
    {
        var noor = await StaffClient.CreateAsync(Host);

        Assert.Equal($"False|{Aanmelden.MisluktTekst}|Geweigerd", await noor.LoginAsync(wachtwoord: new string('x', 100_000)));
    }

    [Fact]
    public async Task Login_SameCodeTwice_IsRefused()
    {
        var noor = await StaffClient.CreateAsync(Host);
        var code = noor.Code();

        Assert.Equal("True||Toegestaan", await noor.LoginAsync(totp: code));
        Assert.Equal($"False|{Aanmelden.MisluktTekst}|Geweigerd", await noor.LoginAsync(totp: code));
    }

    [Fact]
    public async Task Login_OlderCodeAfterANewerOne_IsRefused()
    {
        var noor = await StaffClient.CreateAsync(Host);
        var older = noor.Code(TimeSpan.FromSeconds(-30));

        await noor.LoginAsync();

        Assert.Equal($"False|{Aanmelden.MisluktTekst}|Geweigerd", await noor.LoginAsync(totp: older));
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-90, false)]
    [InlineData(90, false)]
    public async Task Login_ClockOfThePhoneDiffers_OneStepIsAllowed(int seconds, bool allowed)
    {
        var noor = await StaffClient.CreateAsync(Host);

        Assert.StartsWith(allowed ? "True" : "False", await noor.LoginAsync(totp: noor.Code(TimeSpan.FromSeconds(seconds))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_SameCodeTogether_OpensOneSession()
    {
        var noor = await StaffClient.CreateAsync(Host);
        var code = noor.Code();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => noor.LoginAsync(totp: code)));

        Assert.Single(answers, answer => answer.StartsWith("True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Login_AccountNotActive_IsRefusedAndItsSessionEnds()
    {
        var noor = await StaffClient.CreateAsync(Host);
        await noor.LoginAsync();
        await ExecuteAsync("update identiteit.account set actief = false where account_id = @id", noor);

        Assert.Equal(HttpStatusCode.Redirect, (await noor.GetAsync("/portaal")).Status);
        Assert.Equal($"False|{Aanmelden.MisluktTekst}|Geweigerd", await noor.LoginAsync());
    }

    [Fact]
    public async Task Store_Secrets_AreNotReadableInTheDatabase()
    {
        var noor = await StaffClient.CreateAsync(Host);
        await using var command = fixture.Database.Source.CreateCommand("select a::text || encode(a.totp_geheim, 'escape') from identiteit.account a where account_id = @id");
        command.Parameters.AddWithValue("id", noor.Account.AccountId);
        var row = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.DoesNotContain(noor.Account.Wachtwoord, row, StringComparison.Ordinal);
        Assert.DoesNotContain(noor.Account.TotpGeheim, row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_SecretMovedToAnotherAccount_DoesNotOpen()
    {
        var noor = await StaffClient.CreateAsync(Host);
        var ander = await StaffClient.CreateAsync(Host);
        await using var command = fixture.Database.Source.CreateCommand(
            "update identiteit.account set totp_geheim = (select totp_geheim from identiteit.account where account_id = @ander) where account_id = @id");
        command.Parameters.AddWithValue("id", noor.Account.AccountId);
        command.Parameters.AddWithValue("ander", ander.Account.AccountId);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var scope = Host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Inburgering.Gateway.Storage.Model.AccountRow>>();
        var row = await users.FindByIdAsync(noor.Account.AccountId.ToString());

        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => users.GetAuthenticatorKeyAsync(row!));
    }

    [Fact]
    public async Task Create_LoginTaken_IsRefused()
    {
        var noor = await StaffClient.CreateAsync(Host);
        await using var scope = Host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => accounts.MaakAsync(noor.Account.Login.ToUpperInvariant(), "Ander", "REG", "1708"));
    }

    private async Task ExecuteAsync(string sql, StaffClient client)
    {
        await using var command = fixture.Database.Source.CreateCommand(sql);
        command.Parameters.AddWithValue("id", client.Account.AccountId);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
