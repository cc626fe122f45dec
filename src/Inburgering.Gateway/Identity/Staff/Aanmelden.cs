using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>Login and logout of the portal. Every failure has one text and costs the same work: nothing tells an account that exists from one that does not.</summary>
internal sealed class Aanmelden(
    UserManager<AccountRow> users, SignInAttempts attempts, IHttpContextAccessor http, CallerRegister register, TimeProvider clock)
{
    /// <summary>Shown for a wrong name, password or code, for a code that was used, and for a closed account.</summary>
    public const string MisluktTekst =
        "Aanmelden is niet gelukt. Controleer uw gebruikersnaam, wachtwoord en code. Elke code werkt één keer. Na vijf mislukte pogingen kunt u zich 15 minuten niet aanmelden.";

    // long enough for any passphrase, too short to keep the processor busy
    private const int MaxWachtwoord = 256;

    /// <summary>Stands in for a login that does not exist, with the hash of a password nobody has.</summary>
    private static readonly AccountRow Niemand = new()
    {
        AccountId = Guid.Empty,
        Login = string.Empty,
        Naam = string.Empty,
        Rol = string.Empty,
        Gemeentecode = Logregel.Huis,
        Beveiligingsstempel = string.Empty,
    };

    /// <summary>Judges all three at once; only together do they open the portal.</summary>
    /// <param name="totp">Six digits of the authenticator app; a space between them is fine.</param>
    public async Task<AanmeldUitkomst> MeldAanAsync(string? login, string? wachtwoord, string? totp)
    {
        var context = http.HttpContext!;
        var ct = context.RequestAborted;
        var now = clock.GetUtcNow();
        var account = await users.FindByNameAsync(login ?? string.Empty) is { Actief: true } found ? found : Niemand;
        var open = await attempts.BeginAsync(account.AccountId, now, ct);
        var known = await KnowsPasswordAsync(account, wachtwoord ?? string.Empty);
        var step = Totp.Match(await users.GetAuthenticatorKeyAsync(account), totp, now);
        var admitted = open && known && step is not null && await attempts.SucceedAsync(account.AccountId, step.Value, ct);
        WriteLine(context, account, admitted);
        if (!admitted)
        {
            return new AanmeldUitkomst(false, MisluktTekst);
        }

        await context.SignInAsync(StaffSession.Scheme, StaffSession.Principal(account, now));
        return new AanmeldUitkomst(true, null);
    }

    /// <summary>Ends every session of this account, also on another machine: a copied cookie is worth nothing afterwards.</summary>
    public async Task AfmeldenAsync()
    {
        var context = http.HttpContext!;
        if (context.User.FindFirst(StaffClaims.Account)?.Value is { } id && await users.FindByIdAsync(id) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }

        context.RequestServices.GetRequiredService<Verwerking>().Besluit = Resultaat.Toegestaan;
        await context.SignOutAsync(StaffSession.Scheme);
    }

    private async Task<bool> KnowsPasswordAsync(AccountRow account, string wachtwoord)
    {
        if (account == Niemand)
        {
            _ = users.PasswordHasher.HashPassword(account, wachtwoord.Length <= MaxWachtwoord ? wachtwoord : string.Empty);
            return false;
        }

        return await users.CheckPasswordAsync(account, wachtwoord.Length <= MaxWachtwoord ? wachtwoord : string.Empty);
    }

    // the log may say more than the answer: who was tried
    private void WriteLine(HttpContext context, AccountRow account, bool admitted)
    {
        var verwerking = context.RequestServices.GetRequiredService<Verwerking>();
        verwerking.Besluit = admitted ? Resultaat.Toegestaan : Resultaat.Geweigerd;
        verwerking.Reden = admitted ? null : "aanmelden-mislukt";
        if (account != Niemand)
        {
            verwerking.Door(register.Medewerker(account.AccountId.ToString(), account.Rol, account.Gemeentecode));
        }
    }
}

/// <summary>How a login ended.</summary>
/// <param name="Melding">Dutch, to show as it is; null when it succeeded.</param>
internal sealed record AanmeldUitkomst(bool Gelukt, string? Melding);
