using System.Data.Common;
using static Inburgering.Gateway.Storage.OpdrachtLezer;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Writes assignments inside the log writer's transaction, on a dossier that the transaction holds.</summary>
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
    /// <param name="door">Account or client that gives it.</param>
    public async Task<GegevenOpdracht> GiveAsync(DbTransaction transactie, DossierRef dossier, Opdracht opdracht, string door, CancellationToken ct)
    {
        await RelatieStore.HoldPartnerAsync(transactie, dossier.Gemeentecode, opdracht.ClientId, ct);
        var id = Guid.NewGuid();
        await using var command = transactie.Command("""
            insert into dossiers.opdracht (gemeentecode, opdracht_id, dossier_id, client_id, taak, van, tot, avg_rol, gegeven_door)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(id), Value(dossier.DossierId), Value(opdracht.ClientId), Value(opdracht.Taak), Time(opdracht.Van), Time(opdracht.Tot),
            Value(opdracht.AvgRol), Value(door)]);
        await command.ExecuteNonQueryAsync(ct);
        await relaties.GetOrMakeAsync(transactie, dossier.Gemeentecode, opdracht.ClientId, dossier.DossierId, ct);
        return (await ReadAsync(transactie, dossier.Gemeentecode, dossier.DossierId, id, ct))!;
    }

    /// <summary>Whether this client has the same taak for this person in any part of that time.</summary>
    /// <param name="behalve">The assignment that is being changed itself; null for a new one.</param>
    public static async Task<bool> OverlapsAsync(DbTransaction transactie, DossierRef dossier, Opdracht opdracht, Guid? behalve, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            select exists (
                select 1 from dossiers.opdracht
                where gemeentecode = $1 and dossier_id = $2 and client_id = $3 and taak = $4 and opdracht_id <> $7
                  and (tot is null or (tot > van and tot > $5)) and ($6 is null or van < $6))
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(opdracht.ClientId), Value(opdracht.Taak), Time(opdracht.Van), Time(opdracht.Tot),
            Value(behalve ?? Guid.Empty)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Changes end and role of a running assignment.</summary>
    public static Task<GegevenOpdracht> ChangeAsync(DbTransaction transactie, DossierRef dossier, Guid opdrachtId, (DateTimeOffset? Tot, string AvgRol) nieuw, CancellationToken ct) =>
        UpdateAsync(transactie, dossier, opdrachtId, (nieuw.Tot, nieuw.AvgRol, null), ct);

    /// <summary>Ends one: from <paramref name="per"/> on it no longer holds, on every node.</summary>
    /// <param name="door">Account or client that ends it.</param>
    public static Task<GegevenOpdracht> EndAsync(DbTransaction transactie, DossierRef dossier, Guid opdrachtId, DateTimeOffset per, string door, CancellationToken ct) =>
        UpdateAsync(transactie, dossier, opdrachtId, (per, null, door), ct);

    /// <summary>Ends all assignments of one partner in one gemeente, running and still to come, and every id it knew a person by.</summary>
    /// <param name="door">Account or client that says so.</param>
    public async Task<Vertrek> LeaveAsync(
        DbTransaction transactie, string gemeentecode, string clientId, DateTimeOffset nu, string door, CancellationToken ct)
    {
        var namen = await relaties.EndAllAsync(transactie, gemeentecode, clientId, ct);
        await using var command = transactie.Command("""
            update dossiers.opdracht set tot = greatest(van, $3), versie = versie + 1, beeindigd_door = $4
            where gemeentecode = $1 and client_id = $2 and (tot is null or (tot > $3 and tot > van))
            returning dossier_id, opdracht_id, versie, tot
            """);
        command.Add([Value(gemeentecode), Value(clientId), Time(nu), Value(door)]);
        var beeindigd = new List<BeeindigdeOpdracht>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            beeindigd.Add(new BeeindigdeOpdracht(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return new Vertrek([.. namen.Union(beeindigd.Select(o => o.DossierId))], beeindigd, namen.Count);
    }

    private static async Task<GegevenOpdracht> UpdateAsync(
        DbTransaction transactie, DossierRef dossier, Guid opdrachtId, (DateTimeOffset? Tot, string? AvgRol, string? Door) nieuw, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.opdracht set tot = $4, avg_rol = coalesce($5, avg_rol), beeindigd_door = coalesce($6, beeindigd_door), versie = versie + 1
            where gemeentecode = $1 and dossier_id = $2 and opdracht_id = $3
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(opdrachtId), Time(nieuw.Tot), Text(nieuw.AvgRol), Text(nieuw.Door)]);
        await command.ExecuteNonQueryAsync(ct);
        return (await ReadAsync(transactie, dossier.Gemeentecode, dossier.DossierId, opdrachtId, ct))!;
    }
}

/// <summary>What ended when a partner left.</summary>
/// <param name="Dossiers">Inner ids of every person it concerns.</param>
/// <param name="Opdrachten">How each ended assignment is referred to now.</param>
/// <param name="Namen">How many pairwise ids ended.</param>
public sealed record Vertrek(IReadOnlyList<Guid> Dossiers, IReadOnlyList<BeeindigdeOpdracht> Opdrachten, int Namen);

/// <summary>An assignment that ended with the partner that had it.</summary>
/// <param name="Versie">That says so.</param>
public sealed record BeeindigdeOpdracht(Guid DossierId, Guid OpdrachtId, int Versie, DateTimeOffset Tot)
{
    /// <summary>How it is referred to now.</summary>
    public string Verwijzing => $"{OpdrachtId}@{Versie}";
}
