using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>One pseudonym per person for all lines about that person, however the dossier was reached (LDV 3.1, dpl.core.data_subject_id).</summary>
public sealed class PersoonLezer(NpgsqlDataSource applicatie, Kluis kluis)
{
    private const string Pseudoniemen = """
        select distinct on (dossier_id) dossier_id, pseudoniem, type from verwerkingslog.persoon
        where gemeentecode = $1 and dossier_id = any($2)
        order by dossier_id, type like 'urn:inburgering:pseudoniem:bsn:%' desc, type desc
        """;

    private const string Dossiers = "select dossier_id from verwerkingslog.persoon where gemeentecode = $1 and pseudoniem = $2";

    private const string Gewist = "select distinct dossier_id from dossiers.verwijdering where gemeentecode = $1 and categorie is null";

    /// <summary>The pseudonym of each dossier's person: that of the BSN when it has one. Of a dossier that was erased no number is left: then that of its id.</summary>
    public async Task<IReadOnlyDictionary<Guid, Persoon>> OfAsync(string gemeentecode, IReadOnlyCollection<Guid> dossiers, CancellationToken ct)
    {
        var bekend = await ListAsync(
            gemeentecode, Pseudoniemen, dossiers.ToArray(), r => (DossierId: r.GetGuid(0), Persoon: new Persoon(Convert.ToHexStringLower(r.GetFieldValue<byte[]>(1)), r.GetString(2))), ct);
        var personen = bekend.ToDictionary(b => b.DossierId, b => b.Persoon);
        foreach (var dossierId in dossiers)
        {
            personen.TryAdd(dossierId, OfDossier(gemeentecode, dossierId));
        }

        return personen;
    }

    /// <summary>The dossiers of the person with this pseudonym: more than one after a merge, none when the number is nobody's here.</summary>
    /// <param name="pseudoniem">64 lower-case hex.</param>
    public async Task<IReadOnlyList<Guid>> DossiersAsync(string gemeentecode, string pseudoniem, CancellationToken ct)
    {
        var dossiers = await ListAsync(gemeentecode, Dossiers, Convert.FromHexString(pseudoniem), r => r.GetGuid(0), ct);
        return dossiers.Count > 0
            ? dossiers
            : [.. (await ListAsync(gemeentecode, Gewist, null, r => r.GetGuid(0), ct)).Where(d => OfDossier(gemeentecode, d).Pseudoniem == pseudoniem)];
    }

    private Persoon OfDossier(string gemeentecode, Guid dossierId)
    {
        var (pseudoniem, type) = kluis.Pseudoniem(gemeentecode, dossierId);
        return new Persoon(pseudoniem, type);
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(string gemeentecode, string sql, object? sleutel, Func<NpgsqlDataReader, T> lees, CancellationToken ct)
    {
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        await using var transactie = await connection.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.Add(sleutel is null ? [Value(gemeentecode)] : [Value(gemeentecode), new NpgsqlParameter { Value = sleutel }]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rijen = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rijen.Add(lees(reader));
        }

        return rijen;
    }
}

/// <summary>A person as the log names one.</summary>
/// <param name="Pseudoniem">64 lower-case hex.</param>
/// <param name="Type">URI that says of what, and with which version of the key.</param>
public sealed record Persoon(string Pseudoniem, string Type);
