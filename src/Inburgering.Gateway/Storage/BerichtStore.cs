using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>The inbox: what was received, encrypted, each message once.</summary>
public sealed class BerichtStore(NpgsqlDataSource bron, Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok, TimeProvider systeemklok)
{
    private const string Soort = "bericht";

    /// <summary>Stores a delivery inside the log writer's transaction; a repeat has no second effect.</summary>
    /// <param name="dossier">The person's dossier when we have one: its key encrypts the body.</param>
    public async Task<Ontvangst> StoreAsync(DbTransaction transactie, Levering levering, DossierRef? dossier, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var externHash = kluis.Hash(levering.Gemeentecode, "bericht-id", levering.ExternId.Span);
        var inhoud = kluis.Hash(levering.Gemeentecode, "bericht", levering.Inhoud.Span);
        if (await FirstAsync(transactie, levering, externHash, ct) is { } eerste)
        {
            return eerste.InhoudHash.AsSpan().SequenceEqual(inhoud)
                ? new Ontvangst(eerste.Id, Herhaling: true, null)
                : await QuarantineRepeatAsync(transactie, levering, eerste.Id, externHash, inhoud, dossier, ct);
        }

        var gebeurtenis = levering.Gebeurtenis is { } g ? kluis.Hash(levering.Gemeentecode, "gebeurtenis", g.Span) : null;
        var bekend = gebeurtenis is not null && await ExistsAsync(transactie, levering.Gemeentecode, gebeurtenis, ct);
        var (status, reden) = bekend ? (Berichtstatus.ZonderGevolg, Berichtredenen.ZelfdeGebeurtenis) : (levering.Status, levering.Reden);
        await InsertAsync(transactie, levering, id, externHash, inhoud, bekend ? null : gebeurtenis, status, reden, null, dossier, ct);
        return new Ontvangst(id, Herhaling: bekend, reden);
    }

    /// <summary>A stored message, decrypted.</summary>
    public async Task<Bericht> OpenAsync(string gemeentecode, Guid berichtId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(
            """
            select b.partner, b.code, b.sleutel_id, b.inhoud, b.pogingen, b.trace_id, b.vergeefs, h.gestart_door, b.client_id, b.ontvangen_op from inbox.bericht b
            left join inbox.herhalingdeel d on d.gemeentecode = b.gemeentecode and d.bericht_id = b.bericht_id and d.uitkomst is null and d.begonnen_op is not null
            left join inbox.herhaling h on h.gemeentecode = d.gemeentecode and h.herhaling_id = d.herhaling_id
            where b.gemeentecode = $1 and b.bericht_id = $2
            """);
        command.Add([Value(gemeentecode), Value(berichtId)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (partner, code, sleutelId) = (reader.GetString(0), reader.GetString(1), reader.GetGuid(2));
        var (inhoud, pogingen, trace, vergeefs) = (reader.GetFieldValue<byte[]>(3), reader.GetInt32(4), reader.GetString(5), reader.GetInt32(6));
        var (herhaler, clientId, ontvangen) = (reader.OptionalText(7), reader.GetString(8), reader.GetFieldValue<DateTimeOffset>(9));
        await reader.CloseAsync();
        var sleutel = await GetAsync(transactie, kluis, gemeentecode, sleutelId, ct);
        return new Bericht(gemeentecode, berichtId, partner, code, sleutelId, Kluis.Ontsleutel(sleutel, inhoud, Soort, gemeentecode, berichtId), pogingen, trace)
        {
            Geteld = pogingen - vergeefs,
            HerhaaldDoor = herhaler,
            ClientId = clientId,
            OntvangenOp = ontvangen,
        };
    }

    /// <summary>Messages of a partner about this person that are here and not worked on yet, opened.</summary>
    public async Task<IReadOnlyList<byte[]>> WaitingAsync(DbTransaction transactie, DossierRef dossier, string partner, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select bericht_id, sleutel_id, inhoud from inbox.bericht
            where gemeentecode = $1 and dossier_id = $2 and partner = $3 and status = any($4) and inhoud is not null
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(partner), Value(new[] { (short)Berichtstatus.Ontvangen, (short)Berichtstatus.Quarantaine })]);
        var open = new List<byte[]>();
        foreach (var (id, sleutelId, inhoud) in await command.ListAsync(r => (r.GetGuid(0), r.GetGuid(1), r.GetFieldValue<byte[]>(2)), ct))
        {
            open.Add(Kluis.Ontsleutel(await GetAsync(transactie, kluis, dossier.Gemeentecode, sleutelId, ct), inhoud, Soort, dossier.Gemeentecode, id));
        }

        return open;
    }

    /// <summary>Says how it ended, inside the log writer's transaction.</summary>
    /// <param name="opnieuwOver">Wait before the next try; null: nothing left to do for the machine.</param>
    /// <exception cref="IngehaaldException">The lease ran out and another worker took the message: its result counts.</exception>
    internal async Task FinishAsync(
        DbTransaction transactie, Bericht bericht, Afloop afloop, Guid? dossierId, TimeSpan? opnieuwOver, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.bericht set status = $3, reden = $4, dossier_id = coalesce($5, dossier_id), verwerkt_op = $6, volgende_poging = $7, bezet_tot = null,
                                     vergeefs = vergeefs + $9
            where gemeentecode = $1 and bericht_id = $2 and pogingen = $8
            """);
        command.Add([
            Value(bericht.Gemeentecode), Value(bericht.BerichtId), Value((short)afloop.Status), Text(afloop.Reden),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)dossierId ?? DBNull.Value },
            Time(afloop.Status == Berichtstatus.Ontvangen ? null : zaakklok.GetUtcNow()), Time(opnieuwOver is { } wacht ? systeemklok.GetUtcNow() + wacht : null),
            Value(bericht.Pogingen), Value(afloop.Vergeefs ? 1 : 0)]);
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            throw new IngehaaldException();
        }
    }

    /// <summary>A message that was applied turns out not to count: what was sent before it came in after it.</summary>
    /// <returns>False: it does not stand as applied.</returns>
    internal static async Task<bool> OvertakeAsync(DbTransaction transactie, string gemeentecode, Guid berichtId, string reden, CancellationToken ct)
    {
        await using var command = transactie.Command("update inbox.bericht set status = 2, reden = $3 where gemeentecode = $1 and bericht_id = $2 and status = 1");
        command.Add([Value(gemeentecode), Value(berichtId), Value(reden)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Messages about this person that waited for what is there now may go on, also those from before there was a dossier.</summary>
    /// <param name="reden">Code of <see cref="Berichtredenen"/> for which they wait.</param>
    /// <param name="partner">Of this partner alone; null: of all.</param>
    internal Task ReleaseAsync(DbTransaction transactie, DossierRef dossier, Bsn? bsn, VNummer? vNummer, string reden, string? partner, CancellationToken ct) =>
        ReleaseAsync(transactie, (dossier.Gemeentecode, dossier.DossierId), bsn, vNummer, reden, partner, ct);

    /// <summary>The same after a message that opens dossiers was applied, for what found nobody in the last moments before that.</summary>
    internal async Task ReleaseLateAsync(Bericht bericht, IEnumerable<(Bsn? Bsn, VNummer? VNummer)> personen, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(bericht.Gemeentecode, ct);
        foreach (var (bsn, vNummer) in personen)
        {
            await ReleaseAsync(transactie, (bericht.Gemeentecode, null), bsn, vNummer, Berichtredenen.GeenRelatie, bericht.Partner, ct);
        }

        await transactie.CommitAsync(ct);
    }

    private async Task ReleaseAsync(
        DbTransaction transactie, (string Gemeentecode, Guid? DossierId) dossier, Bsn? bsn, VNummer? vNummer, string reden, string? partner, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.bericht set status = 0, reden = null, verwerkt_op = null, volgende_poging = $4
            where gemeentecode = $1 and status = 2 and reden = $3 and inhoud is not null and ($5::text is null or partner = $5) and (dossier_id = $2 or persoon_hash = any($6))
            """);
        byte[][] personen =
        [
            .. bsn is { } b ? [PersoonHash(dossier.Gemeentecode, Persoonskenmerk.Of(b))] : Array.Empty<byte[]>(),
            .. vNummer is { } v ? [PersoonHash(dossier.Gemeentecode, Persoonskenmerk.Of(v))] : Array.Empty<byte[]>(),
        ];
        command.Add([
            Value(dossier.Gemeentecode), Rijen.Nullable(NpgsqlDbType.Uuid, dossier.DossierId), Value(reden),
            Value(systeemklok.GetUtcNow()), Text(partner), new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = personen }]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A message that found nobody goes on when the person's dossier was opened while it was looked at: the one that opened it could not see that it waits.</summary>
    internal async Task ReleaseIfKnownAsync(Bericht bericht, Bsn? bsn, VNummer? vNummer, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(bericht.Gemeentecode, ct);
        await using var command = transactie.Command("""
            update inbox.bericht set status = 0, reden = null, verwerkt_op = null, volgende_poging = $4
            where gemeentecode = $1 and bericht_id = $2 and status = 2 and reden = $3 and inhoud is not null
              and exists (select 1 from dossiers.dossier where gemeentecode = $1 and (bsn_index = $5 or bsn_index_even = $6 or vnummer_index = $7 or vnummer_index_even = $8))
            """);
        command.Add([
            Value(bericht.Gemeentecode), Value(bericht.BerichtId), Value(Berichtredenen.GeenRelatie), Value(systeemklok.GetUtcNow()),
            .. (bsn is { } b ? kluis.Index(bericht.Gemeentecode, b) : default).Parameters(), .. (vNummer is { } v ? kluis.Index(bericht.Gemeentecode, v) : default).Parameters()]);
        await command.ExecuteNonQueryAsync(ct);
        await transactie.CommitAsync(ct);
    }

    private byte[] PersoonHash(string gemeentecode, ReadOnlySpan<byte> nummer) => kluis.Hash(gemeentecode, "persoon", nummer);

    private static NpgsqlParameter Time(DateTimeOffset? value) => new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)value ?? DBNull.Value };

    private static async Task<(Guid Id, byte[] InhoudHash)?> FirstAsync(DbTransaction transactie, Levering levering, byte[] externHash, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select bericht_id, inhoud_hash from inbox.bericht
            where gemeentecode = $1 and client_id = $2 and extern_id_hash = $3 and herhaling_van is null
            """);
        command.Add([Value(levering.Gemeentecode), Value(levering.ClientId), Value(externHash)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    private static async Task<bool> ExistsAsync(DbTransaction transactie, string gemeentecode, byte[] gebeurtenis, CancellationToken ct)
    {
        await using var command = transactie.Command("select exists (select 1 from inbox.bericht where gemeentecode = $1 and gebeurtenis_hash = $2)");
        command.Add([Value(gemeentecode), Value(gebeurtenis)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<Ontvangst> QuarantineRepeatAsync(
        DbTransaction transactie, Levering levering, Guid eerste, byte[] externHash, byte[] inhoud, DossierRef? dossier, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from inbox.bericht where gemeentecode = $1 and client_id = $2 and extern_id_hash = $3 and inhoud_hash = $4)
            """);
        command.Add([Value(levering.Gemeentecode), Value(levering.ClientId), Value(externHash), Value(inhoud)]);
        if (!(bool)(await command.ExecuteScalarAsync(ct))!)
        {
            await InsertAsync(transactie, levering, Guid.NewGuid(), externHash, inhoud, null, Berichtstatus.Quarantaine, Berichtredenen.ZelfdeIdAndereInhoud, eerste, dossier, ct);
        }

        return new Ontvangst(eerste, Herhaling: true, Berichtredenen.ZelfdeIdAndereInhoud);
    }

    private async Task InsertAsync(
        DbTransaction transactie, Levering levering, Guid id, byte[] externHash, byte[] inhoud, byte[]? gebeurtenis,
        Berichtstatus status, string? reden, Guid? herhalingVan, DossierRef? dossier, CancellationToken ct)
    {
        var nu = zaakklok.GetUtcNow();
        var (sleutelId, sleutel) = dossier is null
            ? await MakeAsync(transactie, kluis, levering.Gemeentecode, nu, ct)
            : (dossier.SleutelId, dossier.Sleutel);
        await using var command = transactie.Command("""
            insert into inbox.bericht (gemeentecode, bericht_id, client_id, partner, extern_id_hash, inhoud_hash, gebeurtenis_hash, code, status, reden,
                                       ontvangen_op, sleutel_id, inhoud, dossier_id, pogingen, volgende_poging, herhaling_van, trace_id, persoon_hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16, $17, $18)
            """);
        command.Add([
            Value(levering.Gemeentecode), Value(id), Value(levering.ClientId), Value(levering.Partner), Value(externHash), Value(inhoud),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = (object?)gebeurtenis ?? DBNull.Value },
            Value(levering.Code), Value((short)status), Text(reden), Value(nu), Value(sleutelId),
            Value(Kluis.Versleutel(sleutel, levering.Inhoud.Span, Soort, levering.Gemeentecode, id)),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)dossier?.DossierId ?? DBNull.Value },
            Time(status == Berichtstatus.Ontvangen ? systeemklok.GetUtcNow() : null),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)herhalingVan ?? DBNull.Value }, Value(levering.TraceId),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bytea, Value = levering.Persoon is { } p ? PersoonHash(levering.Gemeentecode, p.Span) : DBNull.Value }]);
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>One message as it comes in at the door.</summary>
public sealed record Levering
{
    public required string Gemeentecode { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Partner key.</summary>
    public required string Partner { get; init; }

    /// <summary>The sender's own id, as bytes; with its source where one sender has several.</summary>
    public required ReadOnlyMemory<byte> ExternId { get; init; }

    public required string Code { get; init; }

    public required ReadOnlyMemory<byte> Inhoud { get; init; }

    /// <summary>Person, code and moment as bytes: recognises the same event under another id. Null: there is no person to tell.</summary>
    public ReadOnlyMemory<byte>? Gebeurtenis { get; init; }

    /// <summary>Number of the person as bytes; null: it names none.</summary>
    public ReadOnlyMemory<byte>? Persoon { get; init; }

    internal Berichtstatus Status { get; init; } = Berichtstatus.Ontvangen;

    public string? Reden { get; init; }

    public required string TraceId { get; init; }
}

/// <summary>What became of a delivery.</summary>
/// <param name="Herhaling">True: it was here before and has no second effect.</param>
public sealed record Ontvangst(Guid BerichtId, bool Herhaling, string? Reden);

/// <summary>A stored message, opened.</summary>
public sealed record Bericht(string Gemeentecode, Guid BerichtId, string Partner, string Code, Guid SleutelId, byte[] Inhoud, int Pogingen, string TraceId)
{
    /// <summary>Attempts without those in which the partner did not know us.</summary>
    public required int Geteld { get; init; }

    /// <summary>The client that delivered it.</summary>
    public required string ClientId { get; init; }

    /// <summary>Business clock.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Account or client that had it tried again; null: it is here for the first time.</summary>
    public string? HerhaaldDoor { get; init; }
}

/// <summary>How the work on a message ended.</summary>
internal sealed record Afloop(Berichtstatus Status, string? Reden)
{
    /// <summary>Whose it was; null: no dossier of ours.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>The attempt does not count.</summary>
    public bool Vergeefs { get; init; }
}

/// <summary>Another worker has the message by now.</summary>
internal sealed class IngehaaldException() : Exception("The lease on this message ended while it was worked on.");
