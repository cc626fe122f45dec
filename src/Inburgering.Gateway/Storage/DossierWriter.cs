using System.Data.Common;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Writes to dossiers, always inside the log writer's transaction: no change without its line.</summary>
public sealed class DossierWriter(Kluis kluis, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>The gemeente's dossier of this person; null when there is none.</summary>
    public async Task<DossierRef?> FindAsync(DbTransaction transactie, string gemeentecode, Bsn? bsn, VNummer? vNummer, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select dossier_id, sleutel_id, gesloten_op, verhuisd_naar from dossiers.dossier
            where gemeentecode = $1 and (bsn_index = $2 or bsn_index_even = $3 or vnummer_index = $4 or vnummer_index_even = $5)
            order by bsn_index is null and bsn_index_even is null limit 1
            """);
        command.Add([Value(gemeentecode), .. Nummers(gemeentecode, bsn, vNummer)]);
        return await ReadAsync(transactie, command, gemeentecode, ct);
    }

    /// <summary>The gemeente's dossier with this inner id; null when there is none. The row is held until the transaction ends.</summary>
    public async Task<DossierRef?> FindAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select dossier_id, sleutel_id, gesloten_op, verhuisd_naar from dossiers.dossier
            where gemeentecode = $1 and dossier_id = $2 for update
            """);
        command.Add([Value(gemeentecode), Value(dossierId)]);
        return await ReadAsync(transactie, command, gemeentecode, ct);
    }

    /// <summary>The dossier this partner calls by this reference; null when there is none, or none any more.</summary>
    public async Task<DossierRef?> FindAsync(DbTransaction transactie, string gemeentecode, string clientId, string partnerReferentie, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select d.dossier_id, d.sleutel_id, d.gesloten_op, d.verhuisd_naar from dossiers.relatie r
            join dossiers.dossier d on d.gemeentecode = r.gemeentecode and d.dossier_id = r.dossier_id
            where r.gemeentecode = $1 and r.client_id = $2 and r.partner_referentie = $3 and r.geldig_tot is null
            """);
        command.Add([Value(gemeentecode), Value(clientId), Value(partnerReferentie)]);
        return await ReadAsync(transactie, command, gemeentecode, ct);
    }

    /// <summary>The gemeente's dossier of this person, opened when there is none; a number it did not have yet is added.</summary>
    /// <param name="sleutelId">Key of the message that brought the person, adopted by a new dossier; null: a new key.</param>
    public async Task<DossierRef> FindOrOpenAsync(
        DbTransaction transactie, string gemeentecode, Bsn? bsn, VNummer? vNummer, Guid? sleutelId, CancellationToken ct)
    {
        if (await FindAsync(transactie, gemeentecode, bsn, vNummer, ct) is { } bestaand)
        {
            await IdentifyAsync(transactie, bestaand, bsn, vNummer, ct);
            return bestaand;
        }

        var nu = zaakklok.GetUtcNow();
        var (id, sleutel) = sleutelId is { } eigen
            ? (eigen, await Persoonsleutel.GetAsync(transactie, kluis, gemeentecode, eigen, ct))
            : await Persoonsleutel.MakeAsync(transactie, kluis, gemeentecode, nu, ct);
        var dossierId = Guid.NewGuid();
        await using var command = transactie.Command("""
            insert into dossiers.dossier (gemeentecode, dossier_id, sleutel_id, bsn_index, bsn_index_even, vnummer_index, vnummer_index_even, fase, geopend_op)
            values ($1, $2, $3, $4, $5, $6, $7, 'gekoppeld', $8)
            """);
        command.Add([Value(gemeentecode), Value(dossierId), Value(id), .. Nummers(gemeentecode, bsn, vNummer), Value(nu)]);
        await command.ExecuteNonQueryAsync(ct);
        await Persoonpseudoniem.NoteAsync(transactie, kluis, (gemeentecode, dossierId), bsn, vNummer, ct);
        return new DossierRef(gemeentecode, dossierId, id, sleutel, nieuw: true);
    }

    /// <summary>A number the dossier did not have yet is added, unless another dossier holds it.</summary>
    public async Task IdentifyAsync(DbTransaction transactie, DossierRef dossier, Bsn? bsn, VNummer? vNummer, CancellationToken ct)
    {
        await AddNumbersAsync(transactie, dossier, bsn, vNummer, ct);
        await Persoonpseudoniem.NoteAsync(transactie, kluis, (dossier.Gemeentecode, dossier.DossierId), bsn, vNummer, ct);
    }

    /// <summary>Whether another dossier of this gemeente holds one of these numbers: a person must say that they are one (domain, identifiers).</summary>
    public async Task<bool> HasOtherAsync(DbTransaction transactie, DossierRef dossier, Bsn? bsn, VNummer? vNummer, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (select 1 from dossiers.dossier where gemeentecode = $1 and dossier_id <> $2
                           and (bsn_index = $3 or bsn_index_even = $4 or vnummer_index = $5 or vnummer_index_even = $6))
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), .. Nummers(dossier.Gemeentecode, bsn, vNummer)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>An empty stack for work on dossiers of one gemeente.</summary>
    public Dossierstapel Stapel(DbTransaction transactie, string gemeentecode) => new(transactie, gemeentecode, kluis, zaakklok);

    /// <summary>Stores one group of fields at once; as <see cref="Dossierstapel.PutAsync"/>.</summary>
    /// <returns>True when something changed.</returns>
    public async Task<bool> PutAsync(DbTransaction transactie, DossierRef dossier, Feit feit, CancellationToken ct)
    {
        var stapel = Stapel(transactie, dossier.Gemeentecode);
        var veranderd = await stapel.PutAsync(dossier, feit, ct);
        await stapel.WriteAsync(ct);
        return veranderd;
    }

    /// <summary>Current content of one group; null when there is none.</summary>
    public static async Task<JsonObject?> GetAsync(DbTransaction transactie, DossierRef dossier, string categorie, string bron, string veldgroep, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select feit_id, inhoud from dossiers.feit
            where gemeentecode = $1 and dossier_id = $2 and categorie = $3 and bron = $4 and veldgroep = $5 and actueel
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(categorie), Value(bron), Value(veldgroep)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? Sectie.Open(dossier.Sleutel, reader.GetFieldValue<byte[]>(1), dossier.Gemeentecode, reader.GetGuid(0))
            : null;
    }

    /// <summary>The person's BSN: as the gemeente gave it, else as a partner told it. Null: not known.</summary>
    public static async Task<Bsn?> BsnAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        var identiteit = await Feitlezer.ReadAsync(transactie, dossier, ["IDN"], ct);
        return identiteit.OrderByDescending(f => f.Bron == "gemeente").Select(f => Bsn.TryParse((string?)f.Velden["bsn"], out var bsn) ? bsn : (Bsn?)null).FirstOrDefault(b => b is not null);
    }

    /// <summary>Moves the working columns; a null leaves what is there.</summary>
    public static Task SetWorkingAsync(DbTransaction transactie, DossierRef dossier, Werkkolommen werk, CancellationToken ct) =>
        SetWorkingAsync(transactie, dossier.Gemeentecode, [dossier.DossierId], werk, ct);

    /// <summary>As above, of all of these dossiers.</summary>
    internal static async Task SetWorkingAsync(DbTransaction transactie, string gemeentecode, Guid[] dossiers, Werkkolommen werk, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.dossier
            set doelgroep = coalesce($3, doelgroep), leerroute = coalesce($4, leerroute), termijn_einde = coalesce($5, termijn_einde),
                plicht_einde = case when $7 then null else coalesce($8, plicht_einde) end,
                fase = coalesce($6, case
                    when fase in ('voldaan', 'beeindigd', 'opgeschort') and not $7 then fase
                    when coalesce($5, termijn_einde) is not null then 'lopend'
                    when coalesce($4, leerroute) is not null then 'pip_vastgesteld'
                    when $7 then 'intake' else fase end)
            where gemeentecode = $1 and dossier_id = any($2)
            """);
        command.Add([
            Value(gemeentecode), Value(dossiers), Text(werk.Doelgroep), Text(werk.Leerroute),
            Date(werk.TermijnEinde), Text(werk.Eindfase), Value(werk.Plichtig), Date(werk.PlichtEinde)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<DossierRef?> ReadAsync(DbTransaction transactie, NpgsqlCommand command, string gemeentecode, CancellationToken ct)
    {
        Guid dossierId, sleutelId;
        DateTimeOffset? gesloten;
        string? verhuisdNaar;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            (dossierId, sleutelId) = (reader.GetGuid(0), reader.GetGuid(1));
            gesloten = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2);
            verhuisdNaar = reader.IsDBNull(3) ? null : reader.GetString(3);
        }

        var sleutel = await Persoonsleutel.GetAsync(transactie, kluis, gemeentecode, sleutelId, ct);
        return new DossierRef(gemeentecode, dossierId, sleutelId, sleutel, nieuw: false) { GeslotenOp = gesloten, VerhuisdNaar = verhuisdNaar };
    }

    private static NpgsqlParameter Date(DateOnly? value) => new() { NpgsqlDbType = NpgsqlDbType.Date, Value = (object?)value ?? DBNull.Value };

    /// <summary>Adds a number it did not have, and to one it has the versions it did not have; another number of the same kind stays out.</summary>
    internal async Task AddNumbersAsync(DbTransaction transactie, DossierRef dossier, Bsn? bsn, VNummer? vNummer, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.dossier d set
                bsn_index = case when n.bsn then coalesce($3, bsn_index) else bsn_index end,
                bsn_index_even = case when n.bsn then coalesce($4, bsn_index_even) else bsn_index_even end,
                vnummer_index = case when n.vnummer then coalesce($5, vnummer_index) else vnummer_index end,
                vnummer_index_even = case when n.vnummer then coalesce($6, vnummer_index_even) else vnummer_index_even end
            from (select (bsn_index is null and bsn_index_even is null) or bsn_index = $3 or bsn_index_even = $4 as bsn,
                         (vnummer_index is null and vnummer_index_even is null) or vnummer_index = $5 or vnummer_index_even = $6 as vnummer
                  from dossiers.dossier where gemeentecode = $1 and dossier_id = $2) n
            where d.gemeentecode = $1 and d.dossier_id = $2
              and ((n.bsn and (bsn_index is distinct from coalesce($3, bsn_index) or bsn_index_even is distinct from coalesce($4, bsn_index_even)))
                or (n.vnummer and (vnummer_index is distinct from coalesce($5, vnummer_index) or vnummer_index_even is distinct from coalesce($6, vnummer_index_even))))
              and not exists (select 1 from dossiers.dossier a where a.gemeentecode = $1 and a.dossier_id <> $2
                              and (a.bsn_index = $3 or a.bsn_index_even = $4 or a.vnummer_index = $5 or a.vnummer_index_even = $6))
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), .. Nummers(dossier.Gemeentecode, bsn, vNummer)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Four parameters: BSN odd and even, V-nummer odd and even.</summary>
    private NpgsqlParameter[] Nummers(string gemeentecode, Bsn? bsn, VNummer? vNummer) =>
    [
        .. (bsn is { } b ? kluis.Index(gemeentecode, b) : default).Parameters(),
        .. (vNummer is { } v ? kluis.Index(gemeentecode, v) : default).Parameters(),
    ];
}

/// <summary>One group of fields from one source, with its provenance.</summary>
public sealed record Feit
{
    /// <summary>Code of the policy, "TER".</summary>
    public required string Categorie { get; init; }

    /// <summary>Fields that come and go together.</summary>
    public required string Veldgroep { get; init; }

    /// <summary>Partner key or "gemeente".</summary>
    public required string Bron { get; init; }

    /// <summary>Our id of the message; null for what an employee or the gemeente's system entered.</summary>
    public Guid? BerichtId { get; init; }

    /// <summary>When the source was asked (system clock), or when it sent this.</summary>
    public required DateTimeOffset GevraagdOp { get; init; }

    /// <summary>Place in the source's own order of what it sends; null: it keeps none.</summary>
    public long? Volgorde { get; init; }

    /// <summary>True: it counts whatever came later in the order; for what is derived, and where a rule of its own says which of two counts.</summary>
    public bool GaatVoor { get; init; }

    /// <summary>Gemeente it was taken over from; null for what came to us.</summary>
    public string? OvergenomenVan { get; init; }

    public required JsonObject Velden { get; init; }
}

/// <summary>What stands in clear beside the encrypted facts (security 17).</summary>
public sealed record Werkkolommen
{
    /// <summary>None: nothing moves but what follows from what stands there.</summary>
    public static readonly Werkkolommen Geen = new();

    public string? Doelgroep { get; init; }

    public string? Leerroute { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly? TermijnEinde { get; init; }

    /// <summary>voldaan, beeindigd or opgeschort; null while the duty runs or was not asked.</summary>
    public string? Eindfase { get; init; }

    /// <summary>Last day of the duty, when the source says that it is over; retention counts from here.</summary>
    public DateOnly? PlichtEinde { get; init; }

    /// <summary>True when the source just said the person has the duty: an end that stood there was no end.</summary>
    public bool Plichtig { get; init; }
}
