using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Bezwaren (AVG 21), inside the log writer's transaction.</summary>
internal sealed class BezwaarStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>Word of <see cref="Bezwaar.Uitkomst"/>: the use may go on.</summary>
    public const string Ongegrond = "ongegrond";

    /// <summary>Word of <see cref="Bezwaar.Uitkomst"/>: the use stays stopped.</summary>
    public const string Gegrond = "gegrond";

    internal const string Kolommen = "bezwaar_id, doel, client_id, zaaknummer, van, tot, uitkomst";

    /// <summary>Stops the contested use from this instant.</summary>
    /// <param name="clientId">Null: whoever uses the doel.</param>
    /// <returns>Herhaling: the same case contests it already; nothing was added.</returns>
    public async Task<(Bezwaar Bezwaar, bool Herhaling)> ContestAsync(DbTransaction transactie, Granted grant, string doel, string? clientId, string zaaknummer, CancellationToken ct)
    {
        if (await RunningAsync(transactie, grant, doel, clientId, zaaknummer, ct) is { } lopend)
        {
            return (lopend, true);
        }

        await using var command = transactie.Command($"""
            insert into dossiers.bezwaar (gemeentecode, bezwaar_id, dossier_id, doel, client_id, zaaknummer, van, door)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning {Kolommen}
            """);
        command.Add([
            Value(grant.Question.Caller.Gemeentecode), Value(Guid.NewGuid()), Value(grant.DossierId), Value(doel), Rijen.Nullable(NpgsqlDbType.Text, clientId),
            Value(zaaknummer), Value(zaakklok.GetUtcNow()), Value(grant.Question.Caller.Id)]);
        return ((await command.OneAsync(Row, ct))!, false);
    }

    /// <summary>Decides it: upheld keeps the use stopped, dismissed lets it go on from now. A decision that was there before stays.</summary>
    /// <returns>Null: no such bezwaar of this dossier. Its uitkomst may be another than the one asked.</returns>
    public async Task<Bezwaar?> DecideAsync(DbTransaction transactie, Granted grant, Guid bezwaarId, string uitkomst, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            update dossiers.bezwaar
            set tot = case when uitkomst is null and $4 = '{Ongegrond}' then $5 else tot end, uitkomst = coalesce(uitkomst, $4)
            where gemeentecode = $1 and dossier_id = $2 and bezwaar_id = $3 returning {Kolommen}
            """);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(bezwaarId), Value(uitkomst), Value(zaakklok.GetUtcNow())]);
        return await command.OneAsync(Row, ct);
    }

    internal static Bezwaar Row(NpgsqlDataReader r) => new()
    {
        BezwaarId = r.GetGuid(0),
        Doel = r.GetString(1),
        ClientId = r.OptionalText(2),
        Zaaknummer = r.GetString(3),
        Van = r.GetFieldValue<DateTimeOffset>(4),
        Tot = r.Optional<DateTimeOffset>(5),
        Uitkomst = r.OptionalText(6),
    };

    private static async Task<Bezwaar?> RunningAsync(DbTransaction transactie, Granted grant, string doel, string? clientId, string zaaknummer, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select {Kolommen} from dossiers.bezwaar
            where gemeentecode = $1 and dossier_id = $2 and doel = $3 and client_id is not distinct from $4 and zaaknummer = $5
            """);
        command.Add([
            Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(doel), Rijen.Nullable(NpgsqlDbType.Text, clientId), Value(zaaknummer)]);
        return await command.OneAsync(Row, ct);
    }
}

/// <summary>A contested use: stopped in [Van, Tot).</summary>
internal sealed record Bezwaar
{
    public required Guid BezwaarId { get; init; }

    public required string Doel { get; init; }

    /// <summary>Null: whoever uses that doel.</summary>
    public required string? ClientId { get; init; }

    public required string Zaaknummer { get; init; }

    public required DateTimeOffset Van { get; init; }

    public required DateTimeOffset? Tot { get; init; }

    /// <summary>gegrond or ongegrond; null: not decided.</summary>
    public required string? Uitkomst { get; init; }
}
