using Inburgering.Gateway.Storage.Model;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>How often a password was hashed: nearly all the time a login takes.</summary>
internal sealed class HashCount
{
    private int count;

    public int Value => Volatile.Read(ref count);

    public void Add() => Interlocked.Increment(ref count);
}

/// <summary>Identity's own hasher, counted.</summary>
internal sealed class CountingHasher(HashCount count, IOptions<PasswordHasherOptions> options) : PasswordHasher<AccountRow>(options)
{
    public override string HashPassword(AccountRow user, string password)
    {
        count.Add();
        return base.HashPassword(user, password);
    }

    public override PasswordVerificationResult VerifyHashedPassword(AccountRow user, string hashedPassword, string providedPassword)
    {
        count.Add();
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
