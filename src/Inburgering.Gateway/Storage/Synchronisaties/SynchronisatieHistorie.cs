using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>What happened to exchanges before now: who changed them, what they brought per day, and what a run waited for.</summary>
internal sealed class SynchronisatieHistorie(NpgsqlDataSource bron)
{
    /// <summary>The newest changes of one exchange, newest first.</summary>
    public Task<IReadOnlyList<Wijziging>> WijzigingenAsync(Question vraag, Guid synchronisatieId, int aantal, CancellationToken ct) => ReadAsync(
        vraag,
        "select soort, op, door, reden, rooster is not null, tot from synchronisatie.wijziging where gemeentecode = $1 and synchronisatie_id = $2 order by op desc limit $3",
        [Value(vraag.Caller.Gemeentecode), Value(synchronisatieId), Value(aantal)],
        r => new Wijziging(r.GetString(0), r.GetFieldValue<DateTimeOffset>(1), r.GetString(2), r.GetString(3), r.GetBoolean(4), r.Optional<DateTimeOffset>(5)),
        ct);

    /// <summary>What one exchange brought on each Dutch day since one, dry runs and back-fills apart; a day without runs is not there.</summary>
    public Task<IReadOnlyList<Dagtelling>> DagenAsync(Question vraag, Guid synchronisatieId, DateTimeOffset vanaf, CancellationToken ct) => ReadAsync(
        vraag,
        """
        select (begonnen_op at time zone 'Europe/Amsterdam')::date as dag, count(*)::int, (count(*) filter (where status = 3))::int, sum(ontvangen)::int, sum(nieuw)::int, sum(gewijzigd)::int,
               sum(gelijk)::int, sum(verschillend)::int, sum(afgekeurd)::int, sum(tegengehouden)::int
        from synchronisatie.uitvoering
        where gemeentecode = $1 and synchronisatie_id = $2 and begonnen_op >= $3 and status in (1, 2, 3, 4) and aanleiding not in ('proef', 'inhaalrun') group by 1 order by 1
        """,
        [Value(vraag.Caller.Gemeentecode), Value(synchronisatieId), Value(vanaf.ToUniversalTime())],
        r => new Dagtelling(
            r.GetFieldValue<DateOnly>(0), r.GetInt32(1), r.GetInt32(2),
            new Uitvoeringtelling(r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6), r.GetInt32(7), r.GetInt32(8), r.GetInt32(9))),
        ct);

    /// <summary>How many runs one exchange had.</summary>
    public async Task<long> TelAsync(Question vraag, Guid synchronisatieId, CancellationToken ct) => (await ReadAsync(
        vraag,
        "select count(*) from synchronisatie.uitvoering where gemeentecode = $1 and synchronisatie_id = $2",
        [Value(vraag.Caller.Gemeentecode), Value(synchronisatieId)],
        r => r.GetInt64(0),
        ct)).Single();

    /// <summary>What these runs waited for, in order.</summary>
    public async Task<ILookup<Guid, Wachtmoment>> WachtmomentenAsync(Question vraag, IReadOnlyCollection<Guid> uitvoeringen, CancellationToken ct) => (await ReadAsync(
        vraag,
        "select uitvoering_id, van, tot, reden from synchronisatie.wachtmoment where gemeentecode = $1 and uitvoering_id = any ($2) order by van",
        [Value(vraag.Caller.Gemeentecode), Value(uitvoeringen.ToArray())],
        r => new Wachtmoment(r.GetGuid(0), r.GetFieldValue<DateTimeOffset>(1), r.GetFieldValue<DateTimeOffset>(2), r.GetString(3)),
        ct)).ToLookup(w => w.UitvoeringId);

    /// <summary>The names of employees of this gemeente by their account; whoever is none is not there.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamenAsync(Question vraag, IReadOnlyCollection<string> accounts, CancellationToken ct) => (await ReadAsync(
        vraag,
        "select account_id::text, naam from identiteit.account where hoort_bij = $1 and account_id::text = any ($2)",
        [Value(vraag.Caller.Gemeentecode), Value(accounts.ToArray())],
        r => (Id: r.GetString(0), Naam: r.GetString(1)),
        ct)).ToDictionary(n => n.Id, n => n.Naam);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Question vraag, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.Add(parameters);
        return await command.ListAsync(row, ct);
    }
}

/// <summary>What a person changed of an exchange, and why.</summary>
/// <param name="EigenRooster">It has a schedule of the gemeente's own since.</param>
/// <param name="Tot">System clock: end of the pause; null: it was another change.</param>
internal sealed record Wijziging(string Soort, DateTimeOffset Op, string Door, string Reden, bool EigenRooster, DateTimeOffset? Tot);

/// <summary>One day of an exchange.</summary>
/// <param name="Mislukt">How many of its runs failed.</param>
internal sealed record Dagtelling(DateOnly Dag, int Uitvoeringen, int Mislukt, Uitvoeringtelling Telling);

/// <summary>One wait of a run, by the system clock.</summary>
internal sealed record Wachtmoment(Guid UitvoeringId, DateTimeOffset Van, DateTimeOffset Tot, string Reden);
