using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>What a run waited for: its tries, and its story afterwards. Always inside the log writer's transaction.</summary>
internal static class Wachtmomenten
{
    /// <summary>A run waits. Who meets the same closed door while it waits makes the wait longer, not a second one. Without a run of that number nothing happens.</summary>
    /// <param name="nu">System clock.</param>
    /// <param name="tot">System clock: it tries again then.</param>
    /// <remarks>The row of the round is held by the same transaction, so two who wait at once come one after the other.</remarks>
    public static async Task NoteAsync(DbTransaction transactie, string gemeentecode, Guid uitvoeringId, string reden, DateTimeOffset nu, DateTimeOffset tot, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            with langer as (
                update synchronisatie.wachtmoment set tot = greatest(tot, $4) where gemeentecode = $1 and uitvoering_id = $2 and tot > $3 returning 1)
            insert into synchronisatie.wachtmoment (gemeentecode, uitvoering_id, van, tot, reden)
            select gemeentecode, uitvoering_id, $3, $4, $5 from synchronisatie.uitvoering
            where gemeentecode = $1 and uitvoering_id = $2 and status = 0 and not exists (select from langer) on conflict do nothing
            """);
        command.Add([Value(gemeentecode), Value(uitvoeringId), Value(nu), Value(tot), Value(reden)]);
        await command.ExecuteNonQueryAsync(ct);
    }
}
