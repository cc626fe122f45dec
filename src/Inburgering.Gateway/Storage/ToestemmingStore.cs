using System.Data.Common;
using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.OpdrachtLezer;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Consents: written inside the log writer's transaction on a dossier that it holds, read for a granted dossier.</summary>
public sealed class ToestemmingStore(NpgsqlDataSource bron, Kluis kluis)
{
    private const string Soort = "toestemming";

    private const string Select = """
        select toestemming_id, client_id, doel, gegeven_op, ingetrokken_op, taal, tekstversie, bewijs
        from dossiers.toestemming where gemeentecode = $1 and dossier_id = $2
        """;

    /// <summary>Records one.</summary>
    /// <param name="door">Account or client that records it.</param>
    public async Task<GegevenToestemming> GiveAsync(DbTransaction transactie, DossierRef dossier, Toestemming toestemming, string door, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        await using var command = transactie.Command("""
            insert into dossiers.toestemming (gemeentecode, toestemming_id, dossier_id, client_id, doel, gegeven_op, taal, tekstversie, bewijs, gegeven_door)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(id), Value(dossier.DossierId), Value(toestemming.ClientId), Value(toestemming.Doel), Time(toestemming.GegevenOp),
            Value(toestemming.Taal), Value(toestemming.Tekstversie), Bewijs(dossier, id, toestemming.Bewijs), Value(door)]);
        await command.ExecuteNonQueryAsync(ct);
        return (await ReadAsync(transactie, dossier, id, ct))!;
    }

    /// <summary>Whether a consent of this person for this client and doel still holds at that moment or after it.</summary>
    public async Task<bool> HoldsAsync(DbTransaction transactie, DossierRef dossier, Toestemming toestemming, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (
                select 1 from dossiers.toestemming
                where gemeentecode = $1 and dossier_id = $2 and client_id = $3 and doel = $4 and (ingetrokken_op is null or ingetrokken_op > $5))
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(toestemming.ClientId), Value(toestemming.Doel), Time(toestemming.GegevenOp)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Withdraws one; a second time changes nothing.</summary>
    /// <param name="door">Account or client that records the withdrawal.</param>
    /// <returns>As it stands now; null when it is not of this dossier.</returns>
    public async Task<GegevenToestemming?> WithdrawAsync(
        DbTransaction transactie, DossierRef dossier, Guid toestemmingId, DateTimeOffset nu, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.toestemming set ingetrokken_op = $4, ingetrokken_door = $5
            where gemeentecode = $1 and dossier_id = $2 and toestemming_id = $3 and ingetrokken_op is null
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(toestemmingId), Time(nu), Value(door)]);
        await command.ExecuteNonQueryAsync(ct);
        return await ReadAsync(transactie, dossier, toestemmingId, ct);
    }

    /// <summary>All of a granted dossier, latest first.</summary>
    public async Task<IReadOnlyList<GegevenToestemming>> ListAsync(Granted dossier, CancellationToken ct)
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(Select + " order by gegeven_op desc, toestemming_id");
        command.Add([Value(gemeentecode), Value(dossier.DossierId)]);
        var gevonden = await ReadAllAsync(command, ct);
        if (gevonden.All(t => t.Bewijs is null))
        {
            return [.. gevonden.Select(t => t.Open(gemeentecode, null))];
        }

        await using var sleutel = transactie.Command("select sleutel_id from dossiers.dossier where gemeentecode = $1 and dossier_id = $2");
        sleutel.Add([Value(gemeentecode), Value(dossier.DossierId)]);
        var geopend = await GetAsync(transactie, kluis, gemeentecode, (Guid)(await sleutel.ExecuteScalarAsync(ct))!, ct);
        return [.. gevonden.Select(t => t.Open(gemeentecode, geopend))];
    }

    private static async Task<GegevenToestemming?> ReadAsync(DbTransaction transactie, DossierRef dossier, Guid toestemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command(Select + " and toestemming_id = $3");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(toestemmingId)]);
        return (await ReadAllAsync(command, ct)).SingleOrDefault()?.Open(dossier.Gemeentecode, dossier.Sleutel);
    }

    private static NpgsqlParameter Bewijs(DossierRef dossier, Guid id, string? bewijs) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Bytea,
        Value = bewijs is null ? DBNull.Value : Kluis.Versleutel(dossier.Sleutel, Encoding.UTF8.GetBytes(bewijs), Soort, dossier.Gemeentecode, id),
    };

    private static async Task<List<Dicht>> ReadAllAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var gevonden = new List<Dicht>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            gevonden.Add(new Dicht(
                reader.GetGuid(0),
                new Toestemming
                {
                    ClientId = reader.GetString(1),
                    Doel = reader.GetString(2),
                    GegevenOp = reader.GetFieldValue<DateTimeOffset>(3),
                    Taal = reader.IsDBNull(5) ? null : reader.GetString(5),
                    Tekstversie = reader.IsDBNull(6) ? null : reader.GetString(6),
                },
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<byte[]>(7)));
        }

        return gevonden;
    }

    /// <summary>A row whose proof is still encrypted.</summary>
    private sealed record Dicht(Guid ToestemmingId, Toestemming Inhoud, DateTimeOffset? IngetrokkenOp, byte[]? Bewijs)
    {
        public GegevenToestemming Open(string gemeentecode, byte[]? sleutel) => new(
            ToestemmingId,
            Bewijs is null ? Inhoud : Inhoud with { Bewijs = Encoding.UTF8.GetString(Kluis.Ontsleutel(sleutel!, Bewijs, Soort, gemeentecode, ToestemmingId)) },
            IngetrokkenOp);
    }
}

/// <summary>What a person agreed to: one partner, one doel.</summary>
public sealed record Toestemming
{
    public required string ClientId { get; init; }

    public required string Doel { get; init; }

    public required DateTimeOffset GegevenOp { get; init; }

    /// <summary>Language of the text that was signed, ISO 639-1.</summary>
    public string? Taal { get; init; }

    /// <summary>Version of the text that was signed.</summary>
    public string? Tekstversie { get; init; }

    /// <summary>Reference to the proof; null when there is none.</summary>
    public string? Bewijs { get; init; }
}

/// <summary>A consent as it stands: valid in [GegevenOp, IngetrokkenOp).</summary>
/// <param name="IngetrokkenOp">Null while it holds.</param>
public sealed record GegevenToestemming(Guid ToestemmingId, Toestemming Inhoud, DateTimeOffset? IngetrokkenOp)
{
    /// <summary>"9f…@v2": its id and version of text, as a decision or a line refers to it.</summary>
    public string Verwijzing => $"{ToestemmingId}@{Inhoud.Tekstversie}";
}
