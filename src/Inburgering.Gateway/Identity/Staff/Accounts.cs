using System.Security.Cryptography;
using Inburgering.Gateway.Storage.Model;
using Microsoft.AspNetCore.Identity;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>Makes accounts for the demo and for a first installation.</summary>
internal sealed class Accounts(UserManager<AccountRow> users)
{
    // no letters or digits that look alike
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 20;

    /// <summary>Makes an account with a new password and a new second factor, and returns both: they cannot be read back later.</summary>
    /// <exception cref="InvalidOperationException">The login is taken or not allowed.</exception>
    public async Task<NieuwAccount> MaakAsync(string login, string naam, string rol, string gemeentecode)
    {
        var account = new AccountRow
        {
            AccountId = Guid.NewGuid(),
            Login = login,
            Naam = naam,
            Rol = rol,
            Gemeentecode = gemeentecode,
            Beveiligingsstempel = string.Empty,
        };
        var wachtwoord = RandomNumberGenerator.GetString(Alphabet, PasswordLength);
        Require(await users.CreateAsync(account, wachtwoord));
        Require(await users.ResetAuthenticatorKeyAsync(account));
        return new NieuwAccount(account.AccountId, account.Login, wachtwoord, (await users.GetAuthenticatorKeyAsync(account))!);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Het account kan niet worden gemaakt: {string.Join(", ", result.Errors.Select(error => error.Code))}.");
        }
    }
}

/// <summary>A new account with its secrets in clear, this once.</summary>
/// <param name="TotpGeheim">Base32, for an authenticator app.</param>
internal sealed record NieuwAccount(Guid AccountId, string Login, string Wachtwoord, string TotpGeheim);
