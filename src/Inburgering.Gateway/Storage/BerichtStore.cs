using System.Data.Common;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Berichten;
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
    internal const string Soort = "bericht";

    /// <summary>Of the keyed hash of a person's number.</summary>
    internal const string Persoonsoort = "persoon";

    /// <summary>Stores a delivery inside the log writer's transaction; a repeat has no second effect.</summary>
    /// <param name="dossier">The person's dossier when we have one: its key encrypts the body.</param>
    public async Task<Ontvangst> StoreAsync(DbTransaction transactie, Levering levering, DossierRef? dossier, CancellationToken ct) =>
        (await StoreAsync(transactie, [(levering, dossier)], ct))[0];

    /// <summary>As above, deliveries of one client, no two with the same id.</summary>
    /// <returns>In the same order.</returns>
    public Task<IReadOnlyList<Ontvangst>> StoreAsync(DbTransaction transactie, IReadOnlyList<(Levering Levering, DossierRef? Dossier)> leveringen, CancellationToken ct) =>
        new Berichtaanname(transactie, kluis, (zaakklok.GetUtcNow(), systeemklok.GetUtcNow())).StoreAsync(leveringen, ct);

    /// <summary>A stored message, decrypted.</summary>
    public async Task<Bericht> OpenAsync(string gemeentecode, Guid berichtId, CancellationToken ct) => (await OpenAsync(gemeentecode, [berichtId], null, ct)).Single();

    /// <summary>Stored messages, decrypted, in the order of receipt.</summary>
    /// <param name="partners">Of these alone; null: of all.</param>
    internal async Task<IReadOnlyList<Bericht>> OpenAsync(string gemeentecode, IReadOnlyCollection<Guid> berichtIds, string[]? partners, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(
            """
            select b.bericht_id, b.partner, b.code, b.sleutel_id, b.inhoud, b.pogingen, b.trace_id, b.vergeefs, h.gestart_door, b.client_id, b.ontvangen_op, s.inpak_kid, s.ingepakt, b.gebruiker from inbox.bericht b
            left join sleutels.sleutel s on s.gemeentecode = b.gemeentecode and s.sleutel_id = b.sleutel_id
            left join inbox.herhalingdeel d on d.gemeentecode = b.gemeentecode and d.bericht_id = b.bericht_id and d.uitkomst is null and d.begonnen_op is not null
            left join inbox.herhaling h on h.gemeentecode = d.gemeentecode and h.herhaling_id = d.herhaling_id
            where b.gemeentecode = $1 and b.bericht_id = any($2) and ($3::text[] is null or b.partner = any($3)) order by b.ontvangen_op, b.volgnummer
            """);
        command.Add([Value(gemeentecode), Value(berichtIds.ToArray()), Rijen.Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, partners)]);
        return await command.ListAsync(r => Open(gemeentecode, r), ct);
    }

    private Bericht Open(string gemeentecode, NpgsqlDataReader r)
    {
        var (berichtId, sleutelId) = (r.GetGuid(0), r.GetGuid(3));
        var sleutel = Unwrap(kluis, gemeentecode, sleutelId, r, 11);
        var (pogingen, inhoud) = (r.GetInt32(5), Kluis.Ontsleutel(sleutel, r.GetFieldValue<byte[]>(4), Soort, gemeentecode, berichtId));
        return new Bericht(gemeentecode, berichtId, r.GetString(1), r.GetString(2), sleutelId, inhoud, pogingen, r.GetString(6))
        {
            Geteld = pogingen - r.GetInt32(7),
            HerhaaldDoor = r.OptionalText(8),
            ClientId = r.GetString(9),
            OntvangenOp = r.GetFieldValue<DateTimeOffset>(10),
            Gebruiker = r.OptionalText(13),
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
    internal Task FinishAsync(DbTransaction transactie, Bericht bericht, Afloop afloop, Guid? dossierId, TimeSpan? opnieuwOver, CancellationToken ct) =>
        FinishAsync(transactie, bericht.Gemeentecode, [new Afsluiting(bericht, afloop with { DossierId = dossierId }, opnieuwOver)], ct);

    /// <summary>As above, messages of one gemeente.</summary>
    /// <exception cref="IngehaaldException">As above, of one of them.</exception>
    internal async Task FinishAsync(DbTransaction transactie, string gemeentecode, IReadOnlyCollection<Afsluiting> afsluitingen, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.bericht b set status = a.status, reden = a.reden, dossier_id = coalesce(a.dossier_id, b.dossier_id), verwerkt_op = a.verwerkt_op, volgende_poging = a.volgende_poging,
                                       bezet_tot = null, vergeefs = b.vergeefs + a.vergeefs, gevolg = a.gevolg
            from unnest($2::uuid[], $3::int[], $4::smallint[], $5::text[], $6::uuid[], $7::timestamptz[], $8::timestamptz[], $9::int[], $10::smallint[])
                 a (bericht_id, pogingen, status, reden, dossier_id, verwerkt_op, volgende_poging, vergeefs, gevolg)
            where b.gemeentecode = $1 and b.bericht_id = a.bericht_id and b.pogingen = a.pogingen
            """);
        var (klaar, nu) = (zaakklok.GetUtcNow(), systeemklok.GetUtcNow());
        T[] Van<T>(Func<Afsluiting, T> waarde) => [.. afsluitingen.Select(waarde)];
        command.Add([
            Value(gemeentecode), Value(Van(a => a.Bericht.BerichtId)), Value(Van(a => a.Bericht.Pogingen)), Value(Van(a => (short)a.Afloop.Status)), Rijen.Lijst(NpgsqlDbType.Text, Van(a => a.Afloop.Reden)),
            Rijen.Lijst(NpgsqlDbType.Uuid, Van(a => a.Afloop.DossierId)), Rijen.Lijst(NpgsqlDbType.TimestampTz, Van(a => a.Afloop.Status == Berichtstatus.Ontvangen ? (DateTimeOffset?)null : klaar)),
            Rijen.Lijst(NpgsqlDbType.TimestampTz, Van(a => a.OpnieuwOver is { } wacht ? nu + wacht : (DateTimeOffset?)null)), Value(Van(a => a.Afloop.Vergeefs ? 1 : 0)),
            Rijen.Lijst(NpgsqlDbType.Smallint, Van(a => (short?)a.Afloop.Gevolg))]);
        if (await command.ExecuteNonQueryAsync(ct) != afsluitingen.Count)
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

    private byte[] PersoonHash(string gemeentecode, ReadOnlySpan<byte> nummer) => kluis.Hash(gemeentecode, Persoonsoort, nummer);
}

/// <summary>One message as it comes in at the door.</summary>
public sealed record Levering
{
    public required string Gemeentecode { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Keyed hash of the client's user who delivers; null: its system itself.</summary>
    public string? Gebruiker { get; init; }

    /// <summary>Partner key.</summary>
    public required string Partner { get; init; }

    /// <summary>Key of the instance whose delivery of that day it is part of; null: of none.</summary>
    public string? Instantie { get; init; }

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

    /// <summary>Keyed hash of its user who did; null: its system itself.</summary>
    public string? Gebruiker { get; init; }

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

    /// <summary>What applying it made of the dossier; null: it was not applied, or nobody delivered it.</summary>
    public Berichtgevolg? Gevolg { get; init; }
}

/// <summary>A message and how the work on it ended.</summary>
/// <param name="OpnieuwOver">Wait before the next try; null: nothing left to do for the machine.</param>
internal sealed record Afsluiting(Bericht Bericht, Afloop Afloop, TimeSpan? OpnieuwOver = null);

/// <summary>Another worker has the message by now.</summary>
internal sealed class IngehaaldException() : Exception("The lease on this message ended while it was worked on.");
