using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>Accounts for ASP.NET Core Identity. Each update writes only what changed, so it never undoes a counted attempt.</summary>
/// <remarks>No lockout and no two-factor store: attempts are counted by <see cref="SignInAttempts"/>, and no account goes without a second factor.</remarks>
internal sealed class StaffStore(IDbContextFactory<GatewayModel> database, TotpSecret totp)
    : IUserPasswordStore<AccountRow>, IUserSecurityStampStore<AccountRow>, IUserAuthenticatorKeyStore<AccountRow>
{
    private readonly GatewayModel model = database.CreateDbContext();

    public async Task<IdentityResult> CreateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        model.Add(user);
        await model.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(AccountRow user, CancellationToken cancellationToken)
    {
        await model.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    /// <summary>Refuses: the log names accounts for years, so one that ends becomes inactive.</summary>
    public Task<IdentityResult> DeleteAsync(AccountRow user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = "AccountBlijft", Description = "Een account wordt niet gewist maar op niet actief gezet." }));

    public Task<AccountRow?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id)
            ? model.Set<AccountRow>().SingleOrDefaultAsync(account => account.AccountId == id, cancellationToken)
            : Task.FromResult<AccountRow?>(null);

    public Task<AccountRow?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        model.Set<AccountRow>().SingleOrDefaultAsync(account => account.Login == normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.AccountId.ToString());

    public Task<string?> GetUserNameAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task<string?> GetNormalizedUserNameAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Login);

    public Task SetUserNameAsync(AccountRow user, string? userName, CancellationToken cancellationToken) => SetNormalizedUserNameAsync(user, userName, cancellationToken);

    public Task SetNormalizedUserNameAsync(AccountRow user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.Login = normalizedName ?? throw new ArgumentNullException(nameof(normalizedName));
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.WachtwoordHash);

    public Task<bool> HasPasswordAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(user.WachtwoordHash is not null);

    public Task SetPasswordHashAsync(AccountRow user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.WachtwoordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Beveiligingsstempel);

    public Task SetSecurityStampAsync(AccountRow user, string stamp, CancellationToken cancellationToken)
    {
        user.Beveiligingsstempel = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetAuthenticatorKeyAsync(AccountRow user, CancellationToken cancellationToken) => Task.FromResult(totp.Open(user));

    public Task SetAuthenticatorKeyAsync(AccountRow user, string key, CancellationToken cancellationToken)
    {
        user.TotpGeheim = totp.Seal(user, key);
        return Task.CompletedTask;
    }

    public void Dispose() => model.Dispose();
}

/// <summary>Logins are kept in small letters.</summary>
internal sealed class LowerCase : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
