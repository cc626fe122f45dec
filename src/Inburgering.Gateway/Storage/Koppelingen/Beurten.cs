using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>When a partner may be called: a moment for each call, given to one process only. It holds no person, and one gemeente's turns say nothing of another's.</summary>
internal sealed class Beurten(NpgsqlDataSource bron, TimeProvider systeemklok)
{
    /// <summary>All calls together.</summary>
    public const string Alle = "*";

    /// <summary>The share of the reconciliation; its questions take a turn among all calls too.</summary>
    public const string Afstemming = "afstemming";

    /// <summary>The next free turns, one after the other.</summary>
    /// <returns>When the first of them is; null: that would be too late.</returns>
    public async Task<DateTimeOffset?> ReserveAsync(Beurtvraag vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        return await ReserveAsync(verbinding, null, vraag, systeemklok.GetUtcNow(), ct);
    }

    /// <summary>The same, inside a transaction: given back when that is not committed.</summary>
    public static async Task<DateTimeOffset?> ReserveAsync(NpgsqlConnection verbinding, NpgsqlTransaction? transactie, Beurtvraag vraag, DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into inbox.belbudget as b (partner, deel, vrij_op) values ($1, $2, $3 + $4)
            on conflict (partner, deel) do update set vrij_op = case when b.vrij_op > $6 then $3 else greatest(b.vrij_op, $3) end + $4
            where b.vrij_op <= $5 or b.vrij_op > $6
            returning vrij_op - $4
            """,
            verbinding,
            transactie);
        command.Add([Value(vraag.Partner), Value(vraag.Deel), Value(nu), Value(vraag.Duur), Value(vraag.Uiterlijk), Value(nu + vraag.Verst)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<DateTimeOffset>(0) : null;
    }
}

/// <summary>Turns that are asked for.</summary>
/// <param name="Partner">Key.</param>
/// <param name="Deel"><see cref="Beurten.Alle"/>, <see cref="Beurten.Afstemming"/>, or the OIN of the gemeente that is limited by itself.</param>
/// <param name="Duur">All of them, one after the other.</param>
/// <param name="Uiterlijk">System clock: the first of them no later.</param>
internal sealed record Beurtvraag(string Partner, string Deel, TimeSpan Duur, DateTimeOffset Uiterlijk)
{
    /// <summary>Further ahead than anybody reserves: what stands there is of a clock that was set back since.</summary>
    public required TimeSpan Verst { get; init; }
}
