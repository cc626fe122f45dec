using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What a person has to look at about money: ids and words, no names, accounts or amounts.</summary>
internal sealed class BanksignaalLezer(NpgsqlDataSource bron)
{
    /// <summary>Of these reports, the oldest first.</summary>
    public async Task<IReadOnlyList<Gemeldsignaal>> ReadAsync(Question question, Guid[] berichtIds, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            select s.nummer, s.bericht_id, s.code, s.ernst, s.op, o.kenmerk, b.bericht_id, s.post, s.reden, s.kandidaten, s.afgehandeld_op
            from betalen.banksignaal s
            left join betalen.betaalopdracht o on o.gemeentecode = s.gemeentecode and o.opdracht_id = s.opdracht_id
            left join betalen.betaalbatch b on b.gemeentecode = s.gemeentecode and b.batch_id = s.batch_id
            where s.gemeentecode = $1 and s.bericht_id = any($2) order by s.nummer
            """);
        command.Add([Value(question.Caller.Gemeentecode), Value(berichtIds)]);
        return await command.ListAsync(
            r => new Gemeldsignaal(r.GetInt64(0), r.GetGuid(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateTimeOffset>(4))
            {
                Kenmerk = r.OptionalText(5),
                Batch = r.OptionalText(6),
                Post = r.OptionalText(7),
                Reden = r.OptionalText(8),
                Kandidaten = r.GetFieldValue<string[]>(9),
                AfgehandeldOp = r.Optional<DateTimeOffset>(10),
            },
            ct);
    }
}

/// <summary>One signal as it was kept.</summary>
/// <param name="Op">Business clock.</param>
internal sealed record Gemeldsignaal(long Nummer, Guid BerichtId, string Code, string Ernst, DateTimeOffset Op)
{
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
