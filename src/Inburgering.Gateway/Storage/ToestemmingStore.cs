using System.Data.Common;
using System.Text;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.OpdrachtLezer;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Writes consents inside the log writer's transaction, on a dossier that the transaction holds.</summary>
public static class ToestemmingStore
{
    /// <summary>Records one.</summary>
    /// <param name="door">Account or client that records it.</param>
    public static async Task<GegevenToestemming> GiveAsync(DbTransaction transactie, DossierRef dossier, Toestemming toestemming, string door, CancellationToken ct)
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
        return (await ToestemmingLezer.ReadAsync(transactie, dossier, id, ct))!;
    }

    /// <summary>Whether a consent of this person for this client and doel still holds at that moment or after it.</summary>
    public static async Task<bool> HoldsAsync(DbTransaction transactie, DossierRef dossier, Toestemming toestemming, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (
                select 1 from dossiers.toestemming
                where gemeentecode = $1 and dossier_id = $2 and client_id = $3 and doel = $4 and (ingetrokken_op is null or ingetrokken_op > $5))
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(toestemming.ClientId), Value(toestemming.Doel), Time(toestemming.GegevenOp)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Withdraws one, and with it what a merged dossier brought along for the same partner and doel; a second time changes nothing.</summary>
    /// <param name="door">Account or client that records the withdrawal.</param>
    /// <returns>As it stands now; null when it is not of this dossier.</returns>
    public static async Task<GegevenToestemming?> WithdrawAsync(
        DbTransaction transactie, DossierRef dossier, Guid toestemmingId, DateTimeOffset nu, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.toestemming t set ingetrokken_op = $4, ingetrokken_door = $5
            from dossiers.toestemming g
            where g.gemeentecode = $1 and g.dossier_id = $2 and g.toestemming_id = $3 and g.ingetrokken_op is null
              and t.gemeentecode = $1 and t.dossier_id = $2 and t.client_id = g.client_id and t.doel = g.doel and t.ingetrokken_op is null
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(toestemmingId), Time(nu), Value(door)]);
        await command.ExecuteNonQueryAsync(ct);
        return await ToestemmingLezer.ReadAsync(transactie, dossier, toestemmingId, ct);
    }

    /// <summary>Before a dossier goes up in another: its proofs are encrypted again with the key of the one that stays.</summary>
    public static async Task RekeyAsync(DbTransaction transactie, DossierRef blijft, DossierRef gaatOp, CancellationToken ct)
    {
        foreach (var toestemming in await ToestemmingLezer.ReadAllAsync(transactie, gaatOp, ct))
        {
            await using var command = transactie.Command("update dossiers.toestemming set bewijs = $3 where gemeentecode = $1 and toestemming_id = $2");
            command.Add([Value(gaatOp.Gemeentecode), Value(toestemming.ToestemmingId), Bewijs(blijft, toestemming.ToestemmingId, toestemming.Inhoud.Bewijs)]);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static NpgsqlParameter Bewijs(DossierRef dossier, Guid id, string? bewijs) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Bytea,
        Value = bewijs is null ? DBNull.Value : Kluis.Versleutel(dossier.Sleutel, Encoding.UTF8.GetBytes(bewijs), ToestemmingLezer.Soort, dossier.Gemeentecode, id),
    };
}
