using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What the channel of a gemeente brought and how it does.</summary>
internal sealed class KanaalStore(NpgsqlDataSource bron, TimeProvider systeemklok, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Those of these that were not brought before, in the same order.</summary>
    public async Task<IReadOnlyList<string>> NewAsync(Question question, string kanaal, IReadOnlyList<string> sleutels, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select sleutel from betalen.kanaalbericht where gemeentecode = $1 and kanaal = $2 and sleutel = any($3)");
        command.Add([Value(question.Caller.Gemeentecode), Value(kanaal), Value(sleutels.ToArray())]);
        var gehad = (await command.ListAsync(r => r.GetString(0), ct)).ToHashSet(StringComparer.Ordinal);
        return [.. sleutels.Where(s => !gehad.Contains(s)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>This one was brought; in the transaction that keeps it.</summary>
    public async Task NoteAsync(DbTransaction transactie, string gemeentecode, string kanaal, string sleutel, Guid berichtId, CancellationToken ct)
    {
        await using var command = transactie.Command("insert into betalen.kanaalbericht (gemeentecode, kanaal, sleutel, bericht_id, op) values ($1, $2, $3, $4, $5) on conflict do nothing");
        command.Add([Value(gemeentecode), Value(kanaal), Value(sleutel), Value(berichtId), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How the last round went.</summary>
    public async Task MarkAsync(Question question, bool goed, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            insert into betalen.kanaalstand as k (gemeentecode, goed_op, fout_sinds) values ($1, case when $2 then $3 end, case when $2 then null else $3 end)
            on conflict (gemeentecode) do update set goed_op = coalesce(excluded.goed_op, k.goed_op), fout_sinds = case when $2 then null else coalesce(k.fout_sinds, $3) end
            """);
        command.Add([Value(question.Caller.Gemeentecode), Value(goed), Value(systeemklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
        await transactie.CommitAsync(ct);
    }

    /// <summary>Null: it never went.</summary>
    public async Task<Kanaalstand?> FindAsync(Question question, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select goed_op, fout_sinds from betalen.kanaalstand where gemeentecode = $1");
        command.Add([Value(question.Caller.Gemeentecode)]);
        return await command.OneAsync(r => new Kanaalstand(r.Optional<DateTimeOffset>(0), r.Optional<DateTimeOffset>(1)), ct);
    }
}

/// <summary>How a channel does.</summary>
/// <param name="GoedOp">System clock: when all of a round was answered; null: never.</param>
/// <param name="FoutSinds">System clock: since when it is not; null: it is.</param>
internal sealed record Kanaalstand(DateTimeOffset? GoedOp, DateTimeOffset? FoutSinds);
