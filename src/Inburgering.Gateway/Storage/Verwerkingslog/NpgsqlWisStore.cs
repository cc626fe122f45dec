using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Empties lines under the role gateway_onderhoud; the database itself refuses any other change of a line.</summary>
internal sealed class NpgsqlWisStore(NpgsqlDataSource onderhoud) : IWisStore
{
    private const string Digest = "verwerkingslog.persoon_digest(r.zout, r.betrokkene, r.dossier_id, r.informatie, c.betrokkene_type)";

    /// <summary>A line that speaks of nobody has nothing to erase. The shortest term goes first: it uses the index on time.</summary>
    private const string Found = """
        from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.gemeentecode = $1 and r.zout is not null and (r.betrokkene is not null or r.dossier_id is not null or r.informatie is not null)
          and ($2::timestamptz is null or (r.tijdstip < $2::timestamptz - (select min(t.bewaartermijn::interval) from verwerkingslog.context t where t.gemeentecode = $1)
            and r.tijdstip + c.bewaartermijn::interval < $2::timestamptz))
          and ($3::uuid is null or r.dossier_id = $3::uuid or r.betrokkene in (
            select p.betrokkene from verwerkingslog.regel p where p.gemeentecode = $1 and p.dossier_id = $3::uuid and p.betrokkene is not null))
        """;

    private const string Keep = "insert into verwerkingslog.wislijn (gemeentecode, hash, inhoud) values ($1, $2, $3)";

    private const string Empty = """
        update verwerkingslog.regel r set zout = null, betrokkene = null, dossier_id = null, informatie = null, persoon_digest = w.digest
        from unnest($2::int[], $3::bigint[], $4::bytea[]) w (slot, seq, digest) where r.gemeentecode = $1 and r.slot = w.slot and r.seq = w.seq
        """;

    public async Task<long> CountAsync(Wisvraag vraag, CancellationToken ct)
    {
        await using var verbinding = await onderhoud.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Gemeentecode, ct);
        await using var command = transactie.Command($"select count(*) {Found}");
        command.Add(Parameters(vraag));
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IReadOnlyList<Wisregel>> FindAsync(DbTransaction transactie, Wisvraag vraag, int hoogstens, CancellationToken ct)
    {
        await using var command = transactie.Command($"select r.slot, r.seq, {Digest} {Found} order by r.slot, r.seq limit $4");
        command.Add([.. Parameters(vraag), Value(hoogstens)]);
        return await command.ListAsync(r => new Wisregel(r.GetInt16(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)), ct);
    }

    public async Task WisAsync(DbTransaction transactie, BewaardeWislijn wislijn, IReadOnlyList<Wisregel> regels, CancellationToken ct)
    {
        await using var keep = transactie.Command(Keep);
        keep.Add([Value(wislijn.Gemeentecode), Value(wislijn.Hash), Value(wislijn.Inhoud)]);
        await keep.ExecuteNonQueryAsync(ct);
        await using var empty = transactie.Command(Empty);
        empty.Add([
            Value(wislijn.Gemeentecode), Value(regels.Select(r => r.Slot).ToArray()), Value(regels.Select(r => r.Seq).ToArray()),
            Value(regels.Select(r => r.PersoonDigest).ToArray())]);
        if (await empty.ExecuteNonQueryAsync(ct) != regels.Count)
        {
            throw new InvalidOperationException("A line of the wislijn is not there any more.");
        }
    }

    private static NpgsqlParameter[] Parameters(Wisvraag vraag) =>
        [Value(vraag.Gemeentecode), Rijen.Nullable(NpgsqlDbType.TimestampTz, vraag.VoorbijOp?.ToUniversalTime()), Rijen.Nullable(NpgsqlDbType.Uuid, vraag.DossierId)];
}
