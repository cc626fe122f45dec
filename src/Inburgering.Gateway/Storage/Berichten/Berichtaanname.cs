using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Synchronisaties;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Berichten;

/// <summary>Takes deliveries into the inbox, inside the log writer's transaction: many in as many statements as one.</summary>
/// <param name="nu">Business clock, and system clock.</param>
internal sealed class Berichtaanname(DbTransaction transactie, Kluis kluis, (DateTimeOffset Zaak, DateTimeOffset Systeem) nu)
{
    /// <summary>Stores deliveries of one client, no two with the same id; a repeat has no second effect.</summary>
    /// <returns>In the same order.</returns>
    public async Task<IReadOnlyList<Ontvangst>> StoreAsync(IReadOnlyList<(Levering Levering, DossierRef? Dossier)> leveringen, CancellationToken ct)
    {
        var stukken = leveringen.Select(l => Stuk(l.Levering, l.Dossier)).ToArray();
        var eerder = await FirstAsync(stukken, ct);
        var bekend = await KnownAsync(stukken, ct);
        var nieuw = new List<Binnenkomst>();
        var uitkomst = new List<Ontvangst>();
        foreach (var stuk in stukken)
        {
            if (eerder.TryGetValue(Convert.ToHexString(stuk.ExternHash), out var eerste))
            {
                uitkomst.Add(eerste.InhoudHash.AsSpan().SequenceEqual(stuk.InhoudHash)
                    ? new Ontvangst(eerste.Id, Herhaling: true, null)
                    : await QuarantineRepeatAsync(stuk, eerste.Id, ct));
                continue;
            }

            var komt = stuk.Gebeurtenis is { } g && bekend.Contains(Convert.ToHexString(g))
                ? stuk with { Gebeurtenis = null, Status = Berichtstatus.ZonderGevolg, Reden = Berichtredenen.ZelfdeGebeurtenis }
                : stuk;
            nieuw.Add(komt);
            uitkomst.Add(new Ontvangst(komt.Id, Herhaling: komt != stuk, komt.Reden));
        }

        await InsertAsync(nieuw, ct);
        return uitkomst;
    }

    private Binnenkomst Stuk(Levering levering, DossierRef? dossier) => new(levering, dossier)
    {
        ExternHash = kluis.Hash(levering.Gemeentecode, "bericht-id", levering.ExternId.Span),
        InhoudHash = kluis.Hash(levering.Gemeentecode, "bericht", levering.Inhoud.Span),
        Gebeurtenis = levering.Gebeurtenis is { } g ? kluis.Hash(levering.Gemeentecode, "gebeurtenis", g.Span) : null,
        Status = levering.Status,
        Reden = levering.Reden,
    };

    /// <summary>What came under these ids before, by the hash of the id.</summary>
    private async Task<Dictionary<string, (Guid Id, byte[] InhoudHash)>> FirstAsync(Binnenkomst[] stukken, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select extern_id_hash, bericht_id, inhoud_hash from inbox.bericht
            where gemeentecode = $1 and client_id = $2 and extern_id_hash = any($3) and herhaling_van is null
            """);
        command.Add([Value(stukken[0].Levering.Gemeentecode), Value(stukken[0].Levering.ClientId), Value(stukken.Select(s => s.ExternHash).ToArray())]);
        return (await command.ListAsync(r => (Extern: Convert.ToHexString(r.GetFieldValue<byte[]>(0)), Eerste: (r.GetGuid(1), r.GetFieldValue<byte[]>(2))), ct)).ToDictionary(r => r.Extern, r => r.Eerste);
    }

    /// <summary>Which of the events came before under another id.</summary>
    private async Task<HashSet<string>> KnownAsync(Binnenkomst[] stukken, CancellationToken ct)
    {
        if (stukken.Select(s => s.Gebeurtenis).OfType<byte[]>().ToArray() is not { Length: > 0 } gebeurtenissen)
        {
            return [];
        }

        await using var command = transactie.Command("select gebeurtenis_hash from inbox.bericht where gemeentecode = $1 and gebeurtenis_hash = any($2)");
        command.Add([Value(stukken[0].Levering.Gemeentecode), Value(gebeurtenissen)]);
        return [.. await command.ListAsync(r => Convert.ToHexString(r.GetFieldValue<byte[]>(0)), ct)];
    }

    private async Task<Ontvangst> QuarantineRepeatAsync(Binnenkomst stuk, Guid eerste, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from inbox.bericht where gemeentecode = $1 and client_id = $2 and extern_id_hash = $3 and inhoud_hash = $4)
            """);
        command.Add([Value(stuk.Levering.Gemeentecode), Value(stuk.Levering.ClientId), Value(stuk.ExternHash), Value(stuk.InhoudHash)]);
        if (!(bool)(await command.ExecuteScalarAsync(ct))!)
        {
            await InsertAsync([stuk with { Gebeurtenis = null, Status = Berichtstatus.Quarantaine, Reden = Berichtredenen.ZelfdeIdAndereInhoud, HerhalingVan = eerste }], ct);
        }

        return new Ontvangst(eerste, Herhaling: true, Berichtredenen.ZelfdeIdAndereInhoud);
    }

    private async Task InsertAsync(IReadOnlyList<Binnenkomst> nieuw, CancellationToken ct)
    {
        if (nieuw.Count == 0)
        {
            return;
        }

        var gemeentecode = nieuw[0].Levering.Gemeentecode;
        var zonder = nieuw.Where(n => n.Dossier is null).ToArray();
        var gemaakt = zonder.Length == 0 ? [] : zonder.Zip(await MakeAsync(transactie, kluis, gemeentecode, nu.Zaak, zonder.Length, ct)).ToDictionary(z => z.First.Id, z => z.Second);
        var sleutels = nieuw.Select(n => n.Dossier is { } dossier ? (dossier.SleutelId, dossier.Sleutel) : gemaakt[n.Id]).ToArray();
        await using var command = transactie.Command("""
            insert into inbox.bericht (gemeentecode, bericht_id, client_id, partner, extern_id_hash, inhoud_hash, gebeurtenis_hash, code, status, reden,
                                       ontvangen_op, sleutel_id, inhoud, dossier_id, pogingen, volgende_poging, herhaling_van, trace_id, persoon_hash, gebruiker)
            select $1, n.bericht_id, n.client_id, n.partner, n.extern_id_hash, n.inhoud_hash, n.gebeurtenis_hash, n.code, n.status, n.reden,
                   $2, n.sleutel_id, n.inhoud, n.dossier_id, 0, n.volgende_poging, n.herhaling_van, n.trace_id, n.persoon_hash, n.gebruiker
            from unnest($3::uuid[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::bytea[], $9::text[], $10::smallint[], $11::text[],
                        $12::uuid[], $13::bytea[], $14::uuid[], $15::timestamptz[], $16::uuid[], $17::text[], $18::bytea[], $19::text[]) with ordinality
                 n (bericht_id, client_id, partner, extern_id_hash, inhoud_hash, gebeurtenis_hash, code, status, reden,
                    sleutel_id, inhoud, dossier_id, volgende_poging, herhaling_van, trace_id, persoon_hash, gebruiker, nummer)
            order by n.nummer
            """);
        T[] Van<T>(Func<Binnenkomst, T> waarde) => [.. nieuw.Select(waarde)];
        command.Add([
            Value(gemeentecode), Value(nu.Zaak), Value(Van(n => n.Id)), Value(Van(n => n.Levering.ClientId)), Value(Van(n => n.Levering.Partner)), Value(Van(n => n.ExternHash)), Value(Van(n => n.InhoudHash)),
            Rijen.Lijst(NpgsqlDbType.Bytea, Van(n => n.Gebeurtenis)), Value(Van(n => n.Levering.Code)), Value(Van(n => (short)n.Status)), Rijen.Lijst(NpgsqlDbType.Text, Van(n => n.Reden)),
            Value(sleutels.Select(s => s.Item1).ToArray()),
            Value(nieuw.Zip(sleutels, (n, s) => Kluis.Versleutel(s.Item2, n.Levering.Inhoud.Span, BerichtStore.Soort, gemeentecode, n.Id)).ToArray()),
            Rijen.Lijst(NpgsqlDbType.Uuid, Van(n => n.Dossier?.DossierId)), Rijen.Lijst(NpgsqlDbType.TimestampTz, Van(n => n.Status == Berichtstatus.Ontvangen ? nu.Systeem : (DateTimeOffset?)null)),
            Rijen.Lijst(NpgsqlDbType.Uuid, Van(n => n.HerhalingVan)), Value(Van(n => n.Levering.TraceId)),
            Rijen.Lijst(NpgsqlDbType.Bytea, Van(n => n.Levering.Persoon is { } p ? kluis.Hash(gemeentecode, BerichtStore.Persoonsoort, p.Span) : null)), Rijen.Lijst(NpgsqlDbType.Text, Van(n => n.Levering.Gebruiker))]);
        await command.ExecuteNonQueryAsync(ct);
        if (nieuw[0].Levering is { Instantie: { } instantie } eerste)
        {
            await LeveringStore.OpenAsync(transactie, gemeentecode, (eerste.Partner, instantie), eerste.ClientId, nu.Zaak, eerste.TraceId, ct);
        }
    }

    /// <summary>A delivery on its way in.</summary>
    private sealed record Binnenkomst(Levering Levering, DossierRef? Dossier)
    {
        public Guid Id { get; } = Guid.NewGuid();

        public required byte[] ExternHash { get; init; }

        public required byte[] InhoudHash { get; init; }

        /// <summary>Null: there is no person to tell, or it came before under another id.</summary>
        public required byte[]? Gebeurtenis { get; init; }

        public required Berichtstatus Status { get; init; }

        public required string? Reden { get; init; }

        /// <summary>The first message under the same id, when this one says something else.</summary>
        public Guid? HerhalingVan { get; init; }
    }
}
