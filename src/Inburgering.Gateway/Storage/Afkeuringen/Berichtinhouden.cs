using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afkeuringen;

/// <summary>Messages as they were received, decrypted for one request and kept nowhere.</summary>
internal sealed class Berichtinhouden(NpgsqlDataSource bron, Kluis kluis)
{
    /// <summary>By number; one whose body was deleted after its term, or whose key is gone, is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Berichtinhoud>> OpenAsync(Question vraag, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new Dictionary<Guid, Berichtinhoud>();
        }

        var gemeentecode = vraag.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select b.bericht_id, b.dossier_id, b.sleutel_id, b.inhoud, s.inpak_kid, s.ingepakt from inbox.bericht b
            join sleutels.sleutel s on s.gemeentecode = b.gemeentecode and s.sleutel_id = b.sleutel_id
            where b.gemeentecode = $1 and b.bericht_id = any($2) and b.inhoud is not null
            """);
        command.Add([Value(gemeentecode), new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids.ToArray() }]);
        return (await command.ListAsync(r => (Id: r.GetGuid(0), Inhoud: Open(gemeentecode, r)), ct)).ToDictionary(b => b.Id, b => b.Inhoud);
    }

    private Berichtinhoud Open(string gemeentecode, NpgsqlDataReader r) => new(
        r.Optional<Guid>(1), Kluis.Ontsleutel(Unwrap(kluis, gemeentecode, r.GetGuid(2), r, 4), r.GetFieldValue<byte[]>(3), BerichtStore.Soort, gemeentecode, r.GetGuid(0)));
}

/// <summary>One message, opened.</summary>
/// <param name="DossierId">Whose it is; null: no dossier of ours.</param>
internal sealed record Berichtinhoud(Guid? DossierId, ReadOnlyMemory<byte> Inhoud);
