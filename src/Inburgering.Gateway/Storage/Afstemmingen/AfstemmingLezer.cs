using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Afstemmingen;

/// <summary>Rounds of reconciliation for who looks after them, and what was found of the persons in one.</summary>
internal sealed class AfstemmingLezer(NpgsqlDataSource bron, Kluis kluis)
{
    private const string Kolommen = """
        afstemming_id, partner, aanleiding, gestart_door, begonnen_op, geeindigd_op, status, totaal, gelijk, gemist, verschillend, mislukt, tegengehouden,
        gemiste_gebeurtenissen, reden, wacht_tot
        """;

    /// <summary>Newest first.</summary>
    /// <param name="na">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Afstemming>> LeesAsync(Question vraag, (DateTimeOffset Moment, Guid Id)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            select {Kolommen} from inbox.afstemming
            where gemeentecode = $1 and ($2::timestamptz is null or (begonnen_op, afstemming_id) < ($2, $3)) order by begonnen_op desc, afstemming_id desc limit $4
            """);
        command.Add([
            Value(vraag.Caller.Gemeentecode), Rijen.Nullable(NpgsqlDbType.TimestampTz, na?.Moment.ToUniversalTime()), Rijen.Nullable(NpgsqlDbType.Uuid, na?.Id), Value(aantal)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>How many there are.</summary>
    public async Task<long> TelAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select count(*) from inbox.afstemming where gemeentecode = $1");
        command.Add([Value(vraag.Caller.Gemeentecode)]);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>One; null when this gemeente has none with that number.</summary>
    public async Task<Afstemming?> OneAsync(string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await OneAsync(transactie, gemeentecode, afstemmingId, ct);
    }

    /// <summary>As above, inside a transaction.</summary>
    public static async Task<Afstemming?> OneAsync(DbTransaction transactie, string gemeentecode, Guid afstemmingId, CancellationToken ct)
    {
        await using var command = transactie.Command($"select {Kolommen} from inbox.afstemming where gemeentecode = $1 and afstemming_id = $2");
        command.Add([Value(gemeentecode), Value(afstemmingId)]);
        return await command.OneAsync(Row, ct);
    }

    /// <summary>Who was not simply equal, in the order in which they were done; content opened.</summary>
    /// <param name="na">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Bevinding>> BevindingenAsync(Question vraag, Guid afstemmingId, (DateTimeOffset Moment, Guid Id)? na, int aantal, CancellationToken ct)
    {
        var gemeentecode = vraag.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            select p.afstempersoon_id, p.dossier_id, p.uitkomst, p.reden, p.afgehandeld_op, p.inhoud, s.sleutel_id, s.inpak_kid, s.ingepakt
            from inbox.afstempersoon p left join sleutels.sleutel s on s.gemeentecode = p.gemeentecode and s.sleutel_id = p.sleutel_id
            where p.gemeentecode = $1 and p.afstemming_id = $2 and p.uitkomst <> 0 and ($3::timestamptz is null or (p.afgehandeld_op, p.afstempersoon_id) > ($3, $4))
            order by p.afgehandeld_op, p.afstempersoon_id limit $5
            """);
        command.Add([
            Value(gemeentecode), Value(afstemmingId), Rijen.Nullable(NpgsqlDbType.TimestampTz, na?.Moment.ToUniversalTime()), Rijen.Nullable(NpgsqlDbType.Uuid, na?.Id), Value(aantal)]);
        return await command.ListAsync(r => Found(r, gemeentecode), ct);
    }

    private Bevinding Found(NpgsqlDataReader r, string gemeentecode)
    {
        var id = r.GetGuid(0);
        var verslag = r.IsDBNull(5) || r.IsDBNull(6)
            ? null
            : JsonSerializer.Deserialize<Afstemverslag>(Kluis.Ontsleutel(
                kluis.Uitpakken(gemeentecode, r.GetGuid(6), r.GetString(7), r.GetFieldValue<byte[]>(8)), r.GetFieldValue<byte[]>(5), AfstemmingStore.Soort, gemeentecode, id));
        return new Bevinding(id, r.GetGuid(1), (Afstemuitkomst)r.GetInt16(2), r.OptionalText(3), r.GetFieldValue<DateTimeOffset>(4), verslag ?? new Afstemverslag([], []));
    }

    private static Afstemming Row(NpgsqlDataReader r) => new()
    {
        AfstemmingId = r.GetGuid(0),
        Partner = r.GetString(1),
        Aanleiding = r.GetString(2),
        GestartDoor = r.GetString(3),
        BegonnenOp = r.GetFieldValue<DateTimeOffset>(4),
        GeeindigdOp = r.Optional<DateTimeOffset>(5),
        Status = (Afstemmingstatus)r.GetInt16(6),
        Telling = new Afstemtelling(r.GetInt32(7), r.GetInt32(8), r.GetInt32(9), r.GetInt32(10), r.GetInt32(11), r.GetInt32(12), r.GetInt32(13)),
        Reden = r.OptionalText(14),
        WachtTot = r.Optional<DateTimeOffset>(15),
    };
}

/// <summary>One person of a round about whom there is something to tell.</summary>
internal sealed record Bevinding(Guid AfstempersoonId, Guid DossierId, Afstemuitkomst Uitkomst, string? Reden, DateTimeOffset AfgehandeldOp, Afstemverslag Verslag);
