using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Assignments, inside the log writer's transaction.</summary>
public sealed class OpdrachtStore(RelatieStore relaties)
{
    /// <summary>DUO's words; null while DUO has not said.</summary>
    public static async Task<string?> DoelgroepAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command("select doelgroep from dossiers.dossier where gemeentecode = $1 and dossier_id = $2");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>Gives one, and with the first the partner's own id of the dossier.</summary>
    public async Task GiveAsync(DbTransaction transactie, DossierRef dossier, Opdracht opdracht, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into dossiers.opdracht (gemeentecode, opdracht_id, dossier_id, client_id, taak, van, tot) values ($1, $2, $3, $4, $5, $6, $7)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(Guid.NewGuid()), Value(dossier.DossierId), Value(opdracht.ClientId), Value(opdracht.Taak), Value(opdracht.Van.ToUniversalTime()),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)opdracht.Tot?.ToUniversalTime() ?? DBNull.Value }]);
        await command.ExecuteNonQueryAsync(ct);
        await relaties.GetOrMakeAsync(transactie, dossier.Gemeentecode, opdracht.ClientId, dossier.DossierId, ct);
    }
}

/// <summary>What a partner does for one person, in [Van, Tot).</summary>
/// <param name="Taak">leerroute, participatie, pvt or begeleiding.</param>
/// <param name="Tot">Null: no end yet.</param>
public sealed record Opdracht(string ClientId, string Taak, DateTimeOffset Van, DateTimeOffset? Tot);
