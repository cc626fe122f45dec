using System.Data.Common;
using System.Text.Json;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>Exchanges that run by themselves: their schedule, their pause and the slot that is next.</summary>
internal sealed class SynchronisatieStore(NpgsqlDataSource bron, TimeProvider systeemklok)
{
    private const string Kolommen = "gemeentecode, synchronisatie_id, partner, soort, rooster, versie, volgende_op, pauze_vanaf, pauze_tot, instantie";

    /// <summary>A row for everything config lets this gemeente do by itself; what was there stays as it was.</summary>
    public async Task ZaaiAsync(string gemeentecode, IReadOnlyCollection<(string Partner, string Soort, string? Instantie)> wat, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command("""
            insert into synchronisatie.synchronisatie (gemeentecode, synchronisatie_id, partner, soort, instantie, versie)
            select $1, gen_random_uuid(), partner, soort, instantie, 1 from unnest($2, $3, $4::text[]) as w (partner, soort, instantie) on conflict do nothing
            """);
        command.Add([
            Value(gemeentecode), Value(wat.Select(w => w.Partner).ToArray()), Value(wat.Select(w => w.Soort).ToArray()),
            Rijen.Lijst(NpgsqlDbType.Text, wat.Select(w => w.Instantie).ToArray())]);
        await command.ExecuteNonQueryAsync(ct);
        await transactie.CommitAsync(ct);
    }

    /// <summary>All of a gemeente.</summary>
    public async Task<IReadOnlyList<Synchronisatie>> AlleAsync(string gemeentecode, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return await ReadAsync(transactie, gemeentecode, null, string.Empty, ct);
    }

    /// <summary>One; null when this gemeente has none with that number.</summary>
    public async Task<Synchronisatie?> OneAsync(string gemeentecode, Guid synchronisatieId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        return (await ReadAsync(transactie, gemeentecode, synchronisatieId, string.Empty, ct)).SingleOrDefault();
    }

    /// <summary>One, held until the transaction ends.</summary>
    public static async Task<Synchronisatie?> LockAsync(DbTransaction transactie, string gemeentecode, Guid synchronisatieId, CancellationToken ct) =>
        (await ReadAsync(transactie, gemeentecode, synchronisatieId, "for update", ct)).SingleOrDefault();

    /// <summary>The slot that is next.</summary>
    /// <param name="volgende">Null: none.</param>
    public static async Task PlanAsync(DbTransaction transactie, Synchronisatie synchronisatie, DateTimeOffset? volgende, CancellationToken ct)
    {
        await using var command = transactie.Command("update synchronisatie.synchronisatie set volgende_op = $3 where gemeentecode = $1 and synchronisatie_id = $2");
        command.Add([Value(synchronisatie.Gemeentecode), Value(synchronisatie.SynchronisatieId), Moment(volgende)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>As above in a transaction of its own, unless another machine or a person was first.</summary>
    public async Task PlanAsync(Synchronisatie synchronisatie, DateTimeOffset? volgende, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(synchronisatie.Gemeentecode, ct);
        await using var command = transactie.Command("""
            update synchronisatie.synchronisatie set volgende_op = $3
            where gemeentecode = $1 and synchronisatie_id = $2 and versie = $4 and volgende_op is not distinct from $5
            """);
        command.Add([
            Value(synchronisatie.Gemeentecode), Value(synchronisatie.SynchronisatieId), Moment(volgende), Value(synchronisatie.Versie), Moment(synchronisatie.VolgendeOp)]);
        await command.ExecuteNonQueryAsync(ct);
        await transactie.CommitAsync(ct);
    }

    /// <summary>Keeps what a person changed, with why.</summary>
    /// <param name="nu">As it stands from now on; its version is raised here.</param>
    public async Task WijzigAsync(DbTransaction transactie, Synchronisatie nu, Synchronisatiewijziging wijziging, CancellationToken ct)
    {
        await using var stand = transactie.Command("""
            update synchronisatie.synchronisatie set rooster = $3, versie = versie + 1, volgende_op = $4, pauze_vanaf = $5, pauze_tot = $6
            where gemeentecode = $1 and synchronisatie_id = $2
            """);
        stand.Add([
            Value(nu.Gemeentecode), Value(nu.SynchronisatieId), Json(nu.EigenRooster), Moment(nu.VolgendeOp), Moment(nu.Pauze?.Vanaf), Moment(nu.Pauze?.Tot)]);
        await stand.ExecuteNonQueryAsync(ct);

        await BewaarAsync(transactie, nu, wijziging, ct);
    }

    /// <summary>Keeps why a person did what he did.</summary>
    public async Task BewaarAsync(DbTransaction transactie, Synchronisatie stand, Synchronisatiewijziging wijziging, CancellationToken ct)
    {
        await using var waarom = transactie.Command("""
            insert into synchronisatie.wijziging (gemeentecode, wijziging_id, synchronisatie_id, soort, op, door, reden, rooster, tot, uitvoering_id)
            values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9)
            """);
        waarom.Add([
            Value(stand.Gemeentecode), Value(stand.SynchronisatieId), Value(wijziging.Soort), Value(systeemklok.GetUtcNow()), Value(wijziging.Door), Value(wijziging.Reden),
            Json(wijziging.Soort == Synchronisatiewijziging.Rooster ? stand.EigenRooster : null), Moment(stand.Pauze?.Tot), Rijen.Nullable(NpgsqlDbType.Uuid, wijziging.UitvoeringId)]);
        await waarom.ExecuteNonQueryAsync(ct);
    }

    private static async Task<IReadOnlyList<Synchronisatie>> ReadAsync(DbTransaction transactie, string gemeentecode, Guid? een, string slot, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select {Kolommen} from synchronisatie.synchronisatie where gemeentecode = $1 and ($2::uuid is null or synchronisatie_id = $2) order by partner, soort, instantie {slot}
            """);
        command.Add([Value(gemeentecode), Rijen.Nullable(NpgsqlDbType.Uuid, een)]);
        return await command.ListAsync(Row, ct);
    }

    private static Synchronisatie Row(NpgsqlDataReader r) => new()
    {
        Gemeentecode = r.GetString(0),
        SynchronisatieId = r.GetGuid(1),
        Partner = r.GetString(2),
        Soort = r.GetString(3),
        EigenRooster = r.OptionalText(4) is { } json ? JsonSerializer.Deserialize<Rooster>(json, JsonSerializerOptions.Web) : null,
        Versie = r.GetInt32(5),
        VolgendeOp = r.Optional<DateTimeOffset>(6),
        Pauze = r.Optional<DateTimeOffset>(7) is { } vanaf ? new Pauze(vanaf, r.GetFieldValue<DateTimeOffset>(8)) : null,
        Instantie = r.OptionalText(9),
    };

    private static NpgsqlParameter Json(Rooster? rooster) =>
        Rijen.Nullable(NpgsqlDbType.Jsonb, rooster is null ? null : JsonSerializer.Serialize(rooster, JsonSerializerOptions.Web));

    private static NpgsqlParameter Moment(DateTimeOffset? moment) => Rijen.Nullable(NpgsqlDbType.TimestampTz, moment?.ToUniversalTime());
}

/// <summary>What a person changed and why.</summary>
internal sealed record Synchronisatiewijziging(string Soort, string Door, string Reden)
{
    public const string Rooster = "rooster", Pauze = "pauze", Hervatting = "hervatting", Inhaalverzoek = "inhaalverzoek", Akkoord = "akkoord", Afwijzing = "afwijzing";

    /// <summary>The run it is about; null: it is about the exchange.</summary>
    public Guid? UitvoeringId { get; init; }
}
