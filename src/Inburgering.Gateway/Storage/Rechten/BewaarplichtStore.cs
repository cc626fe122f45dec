using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Legal hold, inside the log writer's transaction: while one runs nothing of the dossier is erased.</summary>
internal sealed class BewaarplichtStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    internal const string Kolommen = "bewaarplicht_id, zaaknummer, van, tot";

    /// <summary>Holds the dossier from this instant.</summary>
    /// <returns>Herhaling: the same case holds it already; nothing was added.</returns>
    public async Task<(Bewaarplicht Bewaarplicht, bool Herhaling)> HoldAsync(DbTransaction transactie, Granted grant, string zaaknummer, CancellationToken ct)
    {
        var caller = grant.Question.Caller;
        await using var bestaand = transactie.Command(
            $"select {Kolommen} from dossiers.bewaarplicht where gemeentecode = $1 and dossier_id = $2 and zaaknummer = $3 and (tot is null or tot > $4)");
        bestaand.Add([Value(caller.Gemeentecode), Value(grant.DossierId), Value(zaaknummer), Value(zaakklok.GetUtcNow())]);
        if (await bestaand.OneAsync(Row, ct) is { } lopend)
        {
            return (lopend, true);
        }

        await using var command = transactie.Command($"""
            insert into dossiers.bewaarplicht (gemeentecode, bewaarplicht_id, dossier_id, zaaknummer, van, door)
            values ($1, $2, $3, $4, $5, $6) returning {Kolommen}
            """);
        command.Add([Value(caller.Gemeentecode), Value(Guid.NewGuid()), Value(grant.DossierId), Value(zaaknummer), Value(zaakklok.GetUtcNow()), Value(caller.Id)]);
        return ((await command.OneAsync(Row, ct))!, false);
    }

    /// <summary>Ends it now; an end that was there before stays.</summary>
    /// <returns>Null: no such bewaarplicht of this dossier.</returns>
    public async Task<Bewaarplicht?> EndAsync(DbTransaction transactie, Granted grant, Guid bewaarplichtId, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            update dossiers.bewaarplicht set tot = coalesce(tot, $4) where gemeentecode = $1 and dossier_id = $2 and bewaarplicht_id = $3 returning {Kolommen}
            """);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(bewaarplichtId), Value(zaakklok.GetUtcNow())]);
        return await command.OneAsync(Row, ct);
    }

    internal static Bewaarplicht Row(NpgsqlDataReader r) => new(r.GetGuid(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), r.Optional<DateTimeOffset>(3));
}

/// <summary>A dossier of which nothing may be erased, in [Van, Tot).</summary>
internal sealed record Bewaarplicht(Guid BewaarplichtId, string Zaaknummer, DateTimeOffset Van, DateTimeOffset? Tot);
