using System.Data.Common;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>The current facts of a dossier, opened, with their provenance: for a move and for a merge.</summary>
internal static class Feitlezer
{
    /// <param name="categorieen">Nothing beyond these is loaded; null: all.</param>
    public static async Task<List<Feit>> ReadAsync(DbTransaction transactie, DossierRef dossier, IReadOnlyCollection<string>? categorieen, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select feit_id, categorie, veldgroep, bron, bericht_id, gevraagd_op, overgenomen_van, inhoud, volgorde from dossiers.feit
            where gemeentecode = $1 and dossier_id = $2 and actueel and ($3::text[] is null or categorie = any($3)) order by categorie, veldgroep, bron
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId),
            new Npgsql.NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)categorieen?.ToArray() ?? DBNull.Value }]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var feiten = new List<Feit>();
        while (await reader.ReadAsync(ct))
        {
            feiten.Add(new Feit
            {
                Categorie = reader.GetString(1),
                Veldgroep = reader.GetString(2),
                Bron = reader.GetString(3),
                BerichtId = reader.IsDBNull(4) ? null : reader.GetGuid(4),
                GevraagdOp = reader.GetFieldValue<DateTimeOffset>(5),
                Volgorde = reader.IsDBNull(8) ? null : reader.GetInt64(8),
                OvergenomenVan = reader.IsDBNull(6) ? null : reader.GetString(6),
                Velden = Sectie.Open(dossier.Sleutel, reader.GetFieldValue<byte[]>(7), dossier.Gemeentecode, reader.GetGuid(0)),
            });
        }

        return feiten;
    }
}
