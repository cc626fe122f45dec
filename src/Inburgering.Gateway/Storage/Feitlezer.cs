using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>The current facts of a dossier, opened, with their provenance: for a move, for a merge, and for what a message is held against.</summary>
internal static class Feitlezer
{
    /// <param name="categorieen">Nothing beyond these is loaded; null: all.</param>
    public static async Task<List<Feit>> ReadAsync(DbTransaction transactie, DossierRef dossier, IReadOnlyCollection<string>? categorieen, CancellationToken ct) =>
        [.. (await ReadAsync(transactie, dossier.Gemeentecode, [dossier.DossierId], categorieen, ct)).Select(f => f.Stand.Open(dossier))];

    /// <summary>As above, of many dossiers, and closed.</summary>
    public static async Task<IReadOnlyList<(Guid DossierId, Feitstand Stand)>> ReadAsync(
        DbTransaction transactie, string gemeentecode, Guid[] dossiers, IReadOnlyCollection<string>? categorieen, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select feit_id, categorie, veldgroep, bron, bericht_id, gevraagd_op, overgenomen_van, inhoud, volgorde, dossier_id, versie, inhoud_hash from dossiers.feit
            where gemeentecode = $1 and dossier_id = any($2) and actueel and ($3::text[] is null or categorie = any($3)) order by dossier_id, categorie, veldgroep, bron
            """);
        command.Add([Value(gemeentecode), Value(dossiers), Rijen.Nullable(NpgsqlDbType.Array | NpgsqlDbType.Text, categorieen?.ToArray())]);
        return await command.ListAsync(
            r => (r.GetGuid(9), new Feitstand(r.GetGuid(0), r.GetInt32(10), r.GetFieldValue<byte[]>(11), r.GetFieldValue<byte[]>(7), new Feit
            {
                Categorie = r.GetString(1),
                Veldgroep = r.GetString(2),
                Bron = r.GetString(3),
                BerichtId = r.Optional<Guid>(4),
                GevraagdOp = r.GetFieldValue<DateTimeOffset>(5),
                Volgorde = r.Optional<long>(8),
                OvergenomenVan = r.OptionalText(6),
                Velden = [],
            })),
            ct);
    }
}
