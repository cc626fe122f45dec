using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What a person has to look at about money: ids and words, no names, accounts or amounts.</summary>
internal sealed class BanktaakStore(NpgsqlDataSource bron, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Select = """
        select s.nummer, s.bericht_id, s.code, s.ernst, s.op, o.kenmerk, b.bericht_id, s.post, s.reden, s.kandidaten, s.afgehandeld_op, s.dossier_id
        from betalen.banksignaal s
        left join betalen.betaalopdracht o on o.gemeentecode = s.gemeentecode and o.opdracht_id = s.opdracht_id
        left join betalen.betaalbatch b on b.gemeentecode = s.gemeentecode and b.batch_id = s.batch_id
        where s.gemeentecode = $1
        """;

    /// <summary>Of these reports, the oldest first.</summary>
    public async Task<IReadOnlyList<Gemeldsignaal>> ReadAsync(Question question, Guid[] berichtIds, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"{Select} and s.bericht_id = any($2) order by s.nummer");
        command.Add([Value(question.Caller.Gemeentecode), Value(berichtIds)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Still to do: the most urgent first, and of those the oldest.</summary>
    public async Task<IReadOnlyList<Gemeldsignaal>> ReadOpenAsync(Question question, int hoogstens, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"{Select} and s.afgehandeld_op is null order by array_position(array['hoogste', 'alarm', 'spoed', 'taak'], s.ernst::text), s.nummer limit $2");
        command.Add([Value(question.Caller.Gemeentecode), Value(hoogstens)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>Somebody has seen to it.</summary>
    /// <returns>False: it is not there, or another did.</returns>
    public async Task<bool> CloseAsync(DbTransaction transactie, string gemeentecode, long nummer, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("update betalen.banksignaal set afgehandeld_op = $3, afgehandeld_door = $4 where gemeentecode = $1 and nummer = $2 and afgehandeld_op is null");
        command.Add([Value(gemeentecode), Value(nummer), Value(zaakklok.GetUtcNow()), Value(door)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>What had to be done for a dossier was done; nothing happens where nothing is open.</summary>
    /// <param name="wat">Its code, and the day that it is about.</param>
    public async Task CloseAsync(DbTransaction transactie, DossierRef dossier, (string Code, string Post) wat, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update betalen.banksignaal set afgehandeld_op = $5, afgehandeld_door = $6 where gemeentecode = $1 and dossier_id = $2 and code = $3 and post = $4 and afgehandeld_op is null
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(wat.Code), Value(wat.Post), Value(zaakklok.GetUtcNow()), Value(door)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What holds payments up, the oldest first.</summary>
    public async Task<IReadOnlyList<Betaalstop>> ReadStopsAsync(Question question, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select nummer, profiel, dossier_id, op from betalen.betaalstop where gemeentecode = $1 and opgeheven_op is null order by nummer");
        command.Add([Value(question.Caller.Gemeentecode)]);
        return await command.ListAsync(r => new Betaalstop(r.GetInt64(0), r.OptionalText(1), r.Optional<Guid>(2), r.GetFieldValue<DateTimeOffset>(3)), ct);
    }

    /// <summary>It may be paid again.</summary>
    /// <returns>The dossier it was of; null: it is not there, or another lifted it. Guid.Empty: of a profile.</returns>
    public async Task<Guid?> LiftAsync(DbTransaction transactie, string gemeentecode, long nummer, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update betalen.betaalstop set opgeheven_op = $3, opgeheven_door = $4 where gemeentecode = $1 and nummer = $2 and opgeheven_op is null
            returning coalesce(dossier_id, '00000000-0000-0000-0000-000000000000')
            """);
        command.Add([Value(gemeentecode), Value(nummer), Value(zaakklok.GetUtcNow()), Value(door)]);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    private static Gemeldsignaal Row(NpgsqlDataReader r) => new(r.GetInt64(0), r.Optional<Guid>(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateTimeOffset>(4))
    {
        Kenmerk = r.OptionalText(5),
        Batch = r.OptionalText(6),
        Post = r.OptionalText(7),
        Reden = r.OptionalText(8),
        Kandidaten = r.GetFieldValue<string[]>(9),
        AfgehandeldOp = r.Optional<DateTimeOffset>(10),
        DossierId = r.Optional<Guid>(11),
    };
}

/// <summary>One signal as it was kept.</summary>
/// <param name="BerichtId">The report that said it; null: none did.</param>
/// <param name="Op">Business clock.</param>
internal sealed record Gemeldsignaal(long Nummer, Guid? BerichtId, string Code, string Ernst, DateTimeOffset Op)
{
    /// <summary>Null: of no dossier.</summary>
    public required Guid? DossierId { get; init; }

    /// <summary>EndToEndId; null: of no order.</summary>
    public required string? Kenmerk { get; init; }

    /// <summary>MsgId; null: of no batch.</summary>
    public required string? Batch { get; init; }

    public required string? Post { get; init; }

    public required string? Reden { get; init; }

    public required IReadOnlyList<string> Kandidaten { get; init; }

    /// <summary>Null: still to do.</summary>
    public required DateTimeOffset? AfgehandeldOp { get; init; }
}

/// <summary>Nothing is paid for this profile or this dossier.</summary>
/// <param name="Op">Business clock.</param>
internal sealed record Betaalstop(long Nummer, string? Profiel, Guid? DossierId, DateTimeOffset Op);
