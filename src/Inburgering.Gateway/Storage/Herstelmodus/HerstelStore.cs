using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Herstelmodus;

/// <summary>Records that the database was put back, and who released it (security 19). Under the application role: rows are only added.</summary>
internal sealed class HerstelStore(NpgsqlDataSource bron, IZegelStore zegels, Ankers ankers, IZegelSleutel sleutel, TimeProvider systeemklok)
{
    /// <summary>"HERS": one node records it.</summary>
    private const int Slot = 0x48455253;

    /// <summary>Whether checkpoints were exported that this database does not have.</summary>
    public async Task<bool> LooptAchterAsync(CancellationToken ct) => await zegels.LaatsteAsync(ct) is var laatste && ankers.Last() > (laatste?.Nummer ?? 0);

    /// <summary>Records it, once: takes over the checkpoints that are missing, lets the streams go on from their witnessed heads, and ends every session and token.</summary>
    /// <param name="ook">True: also when no checkpoint is missing.</param>
    /// <exception cref="InvalidOperationException">In Dutch: the anchors do not belong to this database.</exception>
    public async Task RecordAsync(bool ook, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await ExecuteAsync(transactie, "select pg_advisory_xact_lock($1)", [Value((long)Slot)], ct);
        var laatste = await zegels.LaatsteAsync(ct);
        var ontbreekt = Terugzetting.Aansluitend(laatste, ankers.Read().Where(a => a.Nummer > (laatste?.Nummer ?? 0)), sleutel);
        if (ontbreekt.Count == 0 && !(ook && await OpenAsync(ct) is null))
        {
            return;
        }

        foreach (var zegel in ontbreekt)
        {
            await NpgsqlZegelStore.InsertAsync(verbinding, zegel, ct);
        }

        var reeksen = ontbreekt.Count == 0 ? [] : Terugzetting.Verloren(await KoppenAsync(transactie, ct), ontbreekt[^1]);
        await MoveAsync(transactie, reeksen, ct);
        await InsertAsync(transactie, (ontbreekt.Count > 0 ? ontbreekt[^1] : laatste)?.Nummer ?? 0, reeksen, ct);
        await ExecuteAsync(transactie, "update identiteit.client set tokens_geldig_vanaf = clock_timestamp()", [], ct);
        await ExecuteAsync(transactie, "update identiteit.account set beveiligingsstempel = gen_random_uuid()::text", [], ct);
        await transactie.CommitAsync(ct);
    }

    /// <summary>The last one, when two persons have not released it yet; null: nothing is closed.</summary>
    public async Task<Herstelstand?> OpenAsync(CancellationToken ct) => await LaatsteAsync(ct) is { Vrijgaven.Count: < Herstelstand.Nodig } open ? open : null;

    /// <summary>The last one; null: this database was never put back.</summary>
    public async Task<Herstelstand?> LaatsteAsync(CancellationToken ct)
    {
        await using var command = bron.CreateCommand("""
            select h.inhoud, h.hash, coalesce(array_agg(v.account_id order by v.op) filter (where v.account_id is not null), '{}'),
                   coalesce(array_agg(a.naam order by v.op) filter (where v.account_id is not null), '{}')
            from verwerkingslog.herstel h left join verwerkingslog.vrijgave v on v.nummer = h.nummer left join identiteit.account a on a.account_id = v.account_id
            group by h.nummer, h.inhoud, h.hash order by h.nummer desc limit 1
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var inhoud = HerstelForm.Read(reader.GetString(0))!;
        return new Herstelstand(inhoud, Herstel.BerichtId(reader.GetFieldValue<byte[]>(1)), reader.GetFieldValue<Guid[]>(2), reader.GetFieldValue<string[]>(3));
    }

    /// <summary>Whether a line of the log names it.</summary>
    public async Task<bool> IsGemeldAsync(Herstelstand stand, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(Logregel.Huis, ct);
        await using var command = transactie.Command("select exists (select from verwerkingslog.regel where gemeentecode = $1 and bericht_id = $2)");
        command.Add([Value(Logregel.Huis), Value(stand.BerichtId)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>One person says that the gateway may go on.</summary>
    /// <returns>False: this person said so before.</returns>
    public static async Task<bool> ReleaseAsync(System.Data.Common.DbTransaction transactie, long nummer, Guid account, CancellationToken ct)
    {
        await using var command = transactie.Command("insert into verwerkingslog.vrijgave (nummer, account_id) values ($1, $2) on conflict do nothing");
        command.Add([Value(nummer), Value(account)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private static async Task<IReadOnlyList<Kop>> KoppenAsync(NpgsqlTransaction transactie, CancellationToken ct)
    {
        await using var command = transactie.Command("select gemeentecode, slot, seq, hash from verwerkingslog.kop");
        return await command.ListAsync(r => new Kop(r.GetString(0), r.GetInt16(1), r.GetInt64(2), r.GetFieldValue<byte[]>(3)), ct);
    }

    private static async Task MoveAsync(NpgsqlTransaction transactie, IReadOnlyList<Reeks> reeksen, CancellationToken ct)
    {
        foreach (var reeks in reeksen)
        {
            await ExecuteAsync(
                transactie,
                "insert into verwerkingslog.kop (gemeentecode, slot, seq, hash) values ($1, $2, $3, $4) on conflict (gemeentecode, slot) do update set seq = excluded.seq, hash = excluded.hash",
                [Value(reeks.Gemeentecode), Value((short)reeks.Slot), Value(reeks.Tot), Value(reeks.Laatste)],
                ct);
        }
    }

    private async Task InsertAsync(NpgsqlTransaction transactie, long zegel, IReadOnlyList<Reeks> reeksen, CancellationToken ct)
    {
        await using var volgende = transactie.Command("select coalesce(max(nummer), 0) + 1 from verwerkingslog.herstel");
        var inhoud = HerstelForm.Write(new Herstel
        {
            Nummer = (long)(await volgende.ExecuteScalarAsync(ct))!,
            Zegel = zegel,
            Tijd = systeemklok.GetUtcNow().ToUnixTimeMilliseconds(),
            Reeksen = reeksen,
        });
        var hash = Wislijn.HashOf(inhoud);
        await ExecuteAsync(
            transactie,
            "insert into verwerkingslog.herstel (nummer, hash, inhoud, kid, handtekening) values (($3::jsonb ->> 'nummer')::bigint, $1, $3, $2, $4)",
            [Value(hash), Value(sleutel.Kid), Value(inhoud), Value(sleutel.Sign(hash))],
            ct);
    }

    private static async Task ExecuteAsync(NpgsqlTransaction transactie, string sql, NpgsqlParameter[] values, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add(values);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>A herstel, and who released it.</summary>
/// <param name="BerichtId">As its log line names it.</param>
/// <param name="Vrijgaven">Accounts, in order of time.</param>
/// <param name="Namen">Of these accounts.</param>
internal sealed record Herstelstand(Herstel Inhoud, string BerichtId, IReadOnlyList<Guid> Vrijgaven, IReadOnlyList<string> Namen)
{
    /// <summary>How many persons release it.</summary>
    public const int Nodig = 2;
}
