using Inburgering.Gateway.Access;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Of which categories a granted dossier holds anything; no content.</summary>
public sealed class Categorielezer(NpgsqlDataSource bron)
{
    public async Task<IReadOnlyList<string>> OfAsync(Granted grant, CancellationToken ct)
    {
        var gemeentecode = grant.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("select coalesce(array_agg(distinct categorie::text), '{}') from dossiers.feit where gemeentecode = $1 and dossier_id = $2 and actueel");
        command.Add([Value(gemeentecode), Value(grant.DossierId)]);
        return (string[])(await command.ExecuteScalarAsync(ct))!;
    }
}
