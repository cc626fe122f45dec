using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>Runs for who looks after them: numbers only, nobody is in them.</summary>
internal sealed class SynchronisatieLezer(NpgsqlDataSource bron)
{
    /// <summary>How many runs «usual» is measured by.</summary>
    private const int Gewoon = 10;

    // while a round of reconciliation runs, or a day of deliveries goes on, its own counts are the newest
    private static readonly string Uitvoeringen = $"""
        select u.uitvoering_id, u.synchronisatie_id, u.moment, u.aanleiding, u.gestart_door, u.toelichting, u.begonnen_op, u.geeindigd_op, u.status, coalesce(u.reden, a.reden, t.bestand) as reden,
               coalesce(a.totaal, t.ontvangen, u.ontvangen), coalesce(t.nieuw, u.nieuw), coalesce(a.gemist, t.gewijzigd, u.gewijzigd), coalesce(a.gelijk, t.gelijk, u.gelijk),
               coalesce(a.verschillend, t.verschillend, u.verschillend), coalesce(a.mislukt, t.afgekeurd, u.afgekeurd), coalesce(a.tegengehouden, u.tegengehouden), a.wacht_tot, coalesce(a.pauzes, 0), u.periode_van, u.periode_tot, u.vervolg_van
        from synchronisatie.uitvoering u
        left join inbox.afstemming a on a.gemeentecode = u.gemeentecode and a.afstemming_id = u.uitvoering_id and u.status = 0
        left join lateral ({LeveringStore.Telling}) t on u.dag is not null and u.status = 0
        """;

    /// <summary>The newest of each exchange, newest first.</summary>
    public async Task<ILookup<Guid, Uitvoering>> LaatsteAsync(Question vraag, int perStuk, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            select l.* from synchronisatie.synchronisatie s
            cross join lateral ({Uitvoeringen} where u.gemeentecode = s.gemeentecode and u.synchronisatie_id = s.synchronisatie_id
                                order by u.begonnen_op desc, u.uitvoering_id desc limit $2) l
            where s.gemeentecode = $1
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(perStuk)]);
        return (await command.ListAsync(Row, ct)).ToLookup(u => u.SynchronisatieId);
    }

    /// <summary>Runs of one exchange, newest first.</summary>
    /// <param name="na">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Uitvoering>> LeesAsync(Question vraag, Guid synchronisatieId, (DateTimeOffset Moment, Guid Id)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            {Uitvoeringen} where u.gemeentecode = $1 and u.synchronisatie_id = $2 and ($3::timestamptz is null or (u.begonnen_op, u.uitvoering_id) < ($3, $4))
            order by u.begonnen_op desc, u.uitvoering_id desc limit $5
            """);
        command.Add([
            Value(vraag.Caller.Gemeentecode), Value(synchronisatieId), Rijen.Nullable(NpgsqlDbType.TimestampTz, na?.Moment.ToUniversalTime()),
            Rijen.Nullable(NpgsqlDbType.Uuid, na?.Id), Value(aantal)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>One; null when this exchange has none with that number.</summary>
    public async Task<Uitvoering?> OneAsync(string gemeentecode, Guid synchronisatieId, Guid uitvoeringId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await OneAsync(transactie, gemeentecode, synchronisatieId, uitvoeringId, ct);
    }

    /// <summary>As above, inside a transaction.</summary>
    public static async Task<Uitvoering?> OneAsync(DbTransaction transactie, string gemeentecode, Guid synchronisatieId, Guid uitvoeringId, CancellationToken ct)
    {
        await using var command = transactie.Command($"{Uitvoeringen} where u.gemeentecode = $1 and u.synchronisatie_id = $2 and u.uitvoering_id = $3");
        command.Add([Value(gemeentecode), Value(synchronisatieId), Value(uitvoeringId)]);
        return await command.OneAsync(Row, ct);
    }

    /// <summary>What its last ten whole runs took and brought; of an exchange that never ran whole there is none.</summary>
    public async Task<IReadOnlyDictionary<Guid, Gewoonte>> GewoonlijkAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            select s.synchronisatie_id, percentile_cont(0.5) within group (order by extract(epoch from u.geeindigd_op - u.begonnen_op)), percentile_cont(0.5) within group (order by u.ontvangen)
            from synchronisatie.synchronisatie s
            cross join lateral (select * from synchronisatie.uitvoering u where u.gemeentecode = s.gemeentecode and u.synchronisatie_id = s.synchronisatie_id
                                and u.status in (1, 2) and u.aanleiding not in ('proef', 'inhaalrun') order by u.begonnen_op desc limit $2) u
            where s.gemeentecode = $1 group by s.synchronisatie_id
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(Gewoon)]);
        return (await command.ListAsync(r => (Id: r.GetGuid(0), Gewoonte: new Gewoonte(TimeSpan.FromSeconds(r.GetDouble(1)), r.GetDouble(2))), ct)).ToDictionary(g => g.Id, g => g.Gewoonte);
    }

    /// <summary>Exchanges whose last change was tried to be told and did not arrive, with since when.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> NietVerstuurdAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            select l.synchronisatie_id, l.gezien_op from (
                select distinct on (synchronisatie_id) * from synchronisatie.standmelding where gemeentecode = $1 order by synchronisatie_id, volgnummer desc) l
            where l.verstuurd_op is null and l.mislukt_op is not null
            """);
        command.Add([Value(vraag.Caller.Gemeentecode)]);
        return (await command.ListAsync(r => (Id: r.GetGuid(0), Sinds: r.GetFieldValue<DateTimeOffset>(1)), ct)).ToDictionary(m => m.Id, m => m.Sinds);
    }

    private static Uitvoering Row(NpgsqlDataReader r) => new()
    {
        UitvoeringId = r.GetGuid(0),
        SynchronisatieId = r.GetGuid(1),
        Moment = r.Optional<DateTimeOffset>(2),
        Aanleiding = r.GetString(3),
        GestartDoor = r.GetString(4),
        Toelichting = r.OptionalText(5),
        BegonnenOp = r.GetFieldValue<DateTimeOffset>(6),
        GeeindigdOp = r.Optional<DateTimeOffset>(7),
        Status = (Uitvoeringstatus)r.GetInt16(8),
        Reden = r.OptionalText(9),
        Telling = new Uitvoeringtelling(r.GetInt32(10), r.GetInt32(11), r.GetInt32(12), r.GetInt32(13), r.GetInt32(14), r.GetInt32(15), r.GetInt32(16)),
        WachtTot = r.Optional<DateTimeOffset>(17),
        Pauzes = r.GetInt32(18),
        Periode = r.Optional<DateOnly>(19) is { } van ? (van, r.GetFieldValue<DateOnly>(20)) : null,
        VervolgVan = r.Optional<Guid>(21),
    };
}

/// <summary>What is usual for an exchange.</summary>
/// <param name="Duur">Median.</param>
/// <param name="Ontvangen">Median.</param>
internal sealed record Gewoonte(TimeSpan Duur, double Ontvangen);
