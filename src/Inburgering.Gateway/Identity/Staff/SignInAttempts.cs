using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Identity.Staff;

/// <summary>Counts an attempt before it is judged, in one statement: a hundred guesses at once are still five (Decisions/0002).</summary>
internal sealed class SignInAttempts(IDbContextFactory<GatewayModel> database)
{
    /// <summary>Attempts before an account is closed for a while.</summary>
    public const int Max = 5;

    /// <summary>How long it is closed.</summary>
    public static readonly TimeSpan Closed = TimeSpan.FromMinutes(15);

    /// <summary>Counts one attempt; false while the account is closed.</summary>
    public async Task<bool> BeginAsync(Guid accountId, DateTimeOffset now, CancellationToken ct)
    {
        await using var model = await database.CreateDbContextAsync(ct);
        DateTimeOffset? until = now + Closed;
        return await model.Set<AccountRow>()
            .Where(account => account.AccountId == accountId && (account.GeblokkeerdTot == null || account.GeblokkeerdTot <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(account => account.MisluktePogingen, account => account.MisluktePogingen + 1 >= Max ? 0 : account.MisluktePogingen + 1)
                    .SetProperty(account => account.GeblokkeerdTot, account => account.MisluktePogingen + 1 >= Max ? until : null),
                ct) == 1;
    }

    /// <summary>Password and code were right: forgets the attempts and spends the code; false when this code was spent before.</summary>
    public async Task<bool> SucceedAsync(Guid accountId, long step, CancellationToken ct)
    {
        await using var model = await database.CreateDbContextAsync(ct);
        return await model.Set<AccountRow>()
            .Where(account => account.AccountId == accountId && account.Actief && account.TotpLaatsteStap < step)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(account => account.MisluktePogingen, 0)
                    .SetProperty(account => account.GeblokkeerdTot, (DateTimeOffset?)null)
                    .SetProperty(account => account.TotpLaatsteStap, step),
                ct) == 1;
    }
}
