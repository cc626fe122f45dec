using System.Data.Common;
using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Reads consents for the gemeente that recorded them: of a granted dossier, or inside a transaction that holds it.</summary>
public sealed class ToestemmingLezer(NpgsqlDataSource bron, Kluis kluis)
{
    internal const string Soort = "toestemming";

    private const string Select = """
        select toestemming_id, client_id, doel, gegeven_op, ingetrokken_op, taal, tekstversie, bewijs
        from dossiers.toestemming where gemeentecode = $1 and dossier_id = $2
        """;

    /// <summary>All of a granted dossier, latest first.</summary>
    public async Task<IReadOnlyList<GegevenToestemming>> ListAsync(Granted dossier, CancellationToken ct)
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(Select + " order by gegeven_op desc, toestemming_id");
        command.Add([Value(gemeentecode), Value(dossier.DossierId)]);
        var gevonden = await ReadAllAsync(command, ct);
        if (gevonden.All(t => t.Versleuteld is null))
        {
            return [.. gevonden.Select(t => t.Open(gemeentecode, null))];
        }

        await using var sleutel = transactie.Command("select sleutel_id from dossiers.dossier where gemeentecode = $1 and dossier_id = $2");
        sleutel.Add([Value(gemeentecode), Value(dossier.DossierId)]);
        var geopend = await GetAsync(transactie, kluis, gemeentecode, (Guid)(await sleutel.ExecuteScalarAsync(ct))!, ct);
        return [.. gevonden.Select(t => t.Open(gemeentecode, geopend))];
    }

    /// <summary>One of the dossier this transaction holds.</summary>
    internal static async Task<GegevenToestemming?> ReadAsync(DbTransaction transactie, DossierRef dossier, Guid toestemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command(Select + " and toestemming_id = $3");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(toestemmingId)]);
        return (await ReadAllAsync(command, ct)).SingleOrDefault()?.Open(dossier.Gemeentecode, dossier.Sleutel);
    }

    /// <summary>All of the dossier this transaction holds.</summary>
    internal static async Task<IReadOnlyList<GegevenToestemming>> ReadAllAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command(Select);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        return [.. (await ReadAllAsync(command, ct)).Select(t => t.Open(dossier.Gemeentecode, dossier.Sleutel))];
    }

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
    private sealed record Dicht(Guid ToestemmingId, Toestemming Inhoud, DateTimeOffset? IngetrokkenOp, byte[]? Versleuteld)
    {
        public GegevenToestemming Open(string gemeentecode, byte[]? sleutel) => new(
            ToestemmingId,
            Versleuteld is null ? Inhoud : Inhoud with { Bewijs = Encoding.UTF8.GetString(Kluis.Ontsleutel(sleutel!, Versleuteld, Soort, gemeentecode, ToestemmingId)) },
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
