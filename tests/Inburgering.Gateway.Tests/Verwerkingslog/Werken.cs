using System.Data.Common;
using System.Globalization;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>Work of another room, good and bad, on a table of its own.</summary>
internal static class Werken
{
    public const string Table = "create table werk (nummer int primary key); grant usage on schema public to gateway_applicatie; grant select, insert on werk to gateway_applicatie";

    public static Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> Write(int nummer, int lines = 1) => async (transaction, ct) =>
    {
        await InsertAsync(transaction, nummer, ct);
        return [.. Enumerable.Range(0, lines).Select(_ => Given.Regel())];
    };

    public static Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> ThrowAfter(int nummer) => async (transaction, ct) =>
    {
        await InsertAsync(transaction, nummer, ct);
        throw new NotFiniteNumberException();
    };

    /// <summary>Goes on as if nothing happened after a statement that failed, which spoils the transaction.</summary>
    public static Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> HideFault(int nummer) => async (transaction, ct) =>
    {
        await InsertAsync(transaction, nummer, ct);
        await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(transaction, nummer, ct));
        return [Given.Regel()];
    };

    public static Func<DbTransaction, CancellationToken, Task<IReadOnlyList<Logregel>>> NoLine(int nummer) => async (transaction, ct) =>
    {
        await InsertAsync(transaction, nummer, ct);
        return [];
    };

    public static async Task<IReadOnlyList<int>> DoneAsync(LogDatabase database) =>
        await database.OwnerScalarAsync<int[]>("select coalesce(array_agg(nummer order by nummer), '{}') from werk");

    public static async Task<long> CountVisibleAsync(DbTransaction transaction, CancellationToken ct)
    {
        await using var command = transaction.Command("select count(*) from verwerkingslog.regel");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task InsertAsync(DbTransaction transaction, int nummer, CancellationToken ct)
    {
        await using var command = transaction.Command(string.Create(CultureInfo.InvariantCulture, $"insert into werk values ({nummer})"));
        await command.ExecuteNonQueryAsync(ct);
    }
}
