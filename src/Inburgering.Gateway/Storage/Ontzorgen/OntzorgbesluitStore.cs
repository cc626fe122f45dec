using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Ontzorgen;

/// <summary>Decisions on financieel ontzorgen: their content under the key of the dossier, their days in clear.</summary>
internal sealed class OntzorgbesluitStore(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string Soort = "ontzorgbesluit";

    private const string Select = """
        select b.besluit_id, b.begindatum, b.einddatum, b.inhoud, b.inhoud_hash, b.vervangt, b.actueel, b.vastgelegd_op from betalen.ontzorgbesluit b
        where b.gemeentecode = $1 and b.dossier_id = $2 order by b.begindatum, b.actueel, b.vastgelegd_op, b.besluit_id
        """;

    /// <summary>Of a dossier whose finances were granted, by first day.</summary>
    public async Task<IReadOnlyList<Vastgelegd>> ReadAsync(Granted dossier, CancellationToken ct)
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("select sleutel_id from dossiers.dossier where gemeentecode = $1 and dossier_id = $2");
        command.Add([Value(gemeentecode), Value(dossier.DossierId)]);
        return await command.ExecuteScalarAsync(ct) is Guid sleutelId
            ? await ReadAsync(transactie, gemeentecode, dossier.DossierId, await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct), ct)
            : [];
    }

    /// <summary>The same, inside a transaction that holds the dossier.</summary>
    public static Task<IReadOnlyList<Vastgelegd>> ReadAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct) =>
        ReadAsync(transactie, dossier.Gemeentecode, dossier.DossierId, dossier.Sleutel, ct);

    /// <summary>The last decision of each open dossier that ends in eight weeks or less, and of which that was not told at this stage.</summary>
    /// <param name="code">Under which it is told.</param>
    public async Task<IReadOnlyList<Aflopend>> ReadEndingAsync(Question question, DateOnly vandaag, string code, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(question.Caller.Gemeentecode, ct);
        return await ReadEndingAsync(transactie, question.Caller.Gemeentecode, vandaag, code, ct);
    }

    /// <summary>As above, inside a transaction.</summary>
    public static async Task<IReadOnlyList<Aflopend>> ReadEndingAsync(DbTransaction transactie, string gemeentecode, DateOnly vandaag, string code, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            with laatste as (
                select b.dossier_id, max(b.einddatum) as einde from betalen.ontzorgbesluit b join dossiers.dossier d on d.gemeentecode = b.gemeentecode and d.dossier_id = b.dossier_id
                where b.gemeentecode = $1 and b.actueel and d.gesloten_op is null group by b.dossier_id
            ), nu as (
                select dossier_id, einde, case when einde - $2 < 14 then 1 when einde - $2 < 35 then 4 else 8 end as weken from laatste where einde between $2 and $2 + 56
            )
            select n.dossier_id, n.einde, n.weken from nu n
            where not exists (select 1 from betalen.banksignaal s where s.gemeentecode = $1 and s.dossier_id = n.dossier_id and s.code = $3 and s.post = n.einde::text and s.reden = n.weken::text)
            order by n.dossier_id
            """);
        command.Add([Value(gemeentecode), Value(vandaag), Value(code)]);
        return await command.ListAsync(r => new Aflopend(r.GetGuid(0), r.GetFieldValue<DateOnly>(1), r.GetInt32(2)), ct);
    }

    /// <summary>Keyed hash by which the same decision is recognised.</summary>
    public byte[] Hash(string gemeentecode, ReadOnlySpan<byte> inhoud) => kluis.Hash(gemeentecode, Soort, inhoud);

    /// <summary>Stores one inside the log writer's transaction, on a dossier that it holds; the one whose place it takes stays, and counts no longer.</summary>
    public async Task<Vastgelegd> PutAsync(DbTransaction transactie, DossierRef dossier, NieuwBesluit nieuw, string door, CancellationToken ct)
    {
        var (id, nu) = (Guid.NewGuid(), zaakklok.GetUtcNow());
        if (nieuw.Vervangt is { } oud)
        {
            await using var weg = transactie.Command("update betalen.ontzorgbesluit set actueel = false where gemeentecode = $1 and dossier_id = $2 and besluit_id = $3");
            weg.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(oud)]);
            await weg.ExecuteNonQueryAsync(ct);
        }

        await using var command = transactie.Command("""
            insert into betalen.ontzorgbesluit (gemeentecode, besluit_id, dossier_id, begindatum, einddatum, inhoud, inhoud_hash, vervangt, actueel, vastgelegd_op, door)
            values ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10)
            """);
        var hash = Hash(dossier.Gemeentecode, nieuw.Inhoud);
        command.Add([
            Value(dossier.Gemeentecode), Value(id), Value(dossier.DossierId), Value(nieuw.Begindatum), Value(nieuw.Einddatum),
            Value(Kluis.Versleutel(dossier.Sleutel, nieuw.Inhoud, Soort, dossier.Gemeentecode, id)), Value(hash), Rijen.Nullable(NpgsqlDbType.Uuid, nieuw.Vervangt), Value(nu), Value(door)]);
        await command.ExecuteNonQueryAsync(ct);
        return new Vastgelegd(id, nieuw.Begindatum, nieuw.Einddatum, nieuw.Inhoud) { Hash = hash, Vervangt = nieuw.Vervangt, Actueel = true, Op = nu };
    }

    private static async Task<IReadOnlyList<Vastgelegd>> ReadAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, byte[] sleutel, CancellationToken ct)
    {
        await using var command = transactie.Command(Select);
        command.Add([Value(gemeentecode), Value(dossierId)]);
        return await command.ListAsync(
            r => new Vastgelegd(
                r.GetGuid(0), r.GetFieldValue<DateOnly>(1), r.GetFieldValue<DateOnly>(2), Kluis.Ontsleutel(sleutel, r.GetFieldValue<byte[]>(3), Soort, gemeentecode, r.GetGuid(0)))
            {
                Hash = r.GetFieldValue<byte[]>(4),
                Vervangt = r.Optional<Guid>(5),
                Actueel = r.GetBoolean(6),
                Op = r.GetFieldValue<DateTimeOffset>(7),
            },
            ct);
    }
}

/// <summary>A decision that ends.</summary>
/// <param name="Weken">Eight, four or one: the stage at which it is told.</param>
internal sealed record Aflopend(Guid DossierId, DateOnly Einddatum, int Weken);

/// <summary>A decision to be stored.</summary>
/// <param name="Inhoud">JSON.</param>
/// <param name="Vervangt">Whose place it takes; null: nobody's.</param>
internal sealed record NieuwBesluit(DateOnly Begindatum, DateOnly Einddatum, byte[] Inhoud, Guid? Vervangt);

/// <summary>A decision that was stored, opened.</summary>
/// <param name="Inhoud">JSON.</param>
internal sealed record Vastgelegd(Guid BesluitId, DateOnly Begindatum, DateOnly Einddatum, byte[] Inhoud)
{
    public required byte[] Hash { get; init; }

    public required Guid? Vervangt { get; init; }

    /// <summary>False: a later decision took its place.</summary>
    public required bool Actueel { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset Op { get; init; }
}
