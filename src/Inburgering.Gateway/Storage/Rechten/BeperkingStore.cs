using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Rechten;

/// <summary>Beperkingen (AVG 18), inside the log writer's transaction.</summary>
internal sealed class BeperkingStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    internal const string Kolommen = "beperking_id, categorie, zaaknummer, van, tot";

    /// <summary>Holds a category back from this instant or later.</summary>
    /// <returns>Herhaling: the same case had it held back before; nothing was added.</returns>
    public async Task<(Beperking Beperking, bool Herhaling)> PlaceAsync(DbTransaction transactie, Granted grant, string categorie, string zaaknummer, DateTimeOffset? van, CancellationToken ct)
    {
        if (await RunningAsync(transactie, grant, categorie, zaaknummer, ct) is { } lopend)
        {
            return (lopend, true);
        }

        await using var command = transactie.Command($"""
            insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door)
            values ($1, $2, $3, $4, $5, $6, $7) returning {Kolommen}
            """);
        command.Add([
            Value(grant.Question.Caller.Gemeentecode), Value(Guid.NewGuid()), Value(grant.DossierId), Value(categorie), Value(zaaknummer),
            Value((van ?? zaakklok.GetUtcNow()).ToUniversalTime()), Value(grant.Question.Caller.Id)]);
        return ((await command.OneAsync(Row, ct))!, false);
    }

    /// <summary>Ends it now; an end that was there before stays.</summary>
    /// <returns>Null: no such beperking of this dossier.</returns>
    public async Task<Beperking?> LiftAsync(DbTransaction transactie, Granted grant, Guid beperkingId, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            update dossiers.beperking set tot = coalesce(tot, greatest(van, $4)) where gemeentecode = $1 and dossier_id = $2 and beperking_id = $3 returning {Kolommen}
            """);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(beperkingId), Value(zaakklok.GetUtcNow())]);
        return await command.OneAsync(Row, ct);
    }

    internal static Beperking Row(NpgsqlDataReader r) =>
        new(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), r.Optional<DateTimeOffset>(4));

    private async Task<Beperking?> RunningAsync(DbTransaction transactie, Granted grant, string categorie, string zaaknummer, CancellationToken ct)
    {
        await using var command = transactie.Command($"""
            select {Kolommen} from dossiers.beperking
            where gemeentecode = $1 and dossier_id = $2 and categorie = $3 and zaaknummer = $4 and (tot is null or tot > $5)
            """);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(categorie), Value(zaaknummer), Value(zaakklok.GetUtcNow())]);
        return await command.OneAsync(Row, ct);
    }
}

/// <summary>A category that is held back everywhere, in [Van, Tot).</summary>
/// <param name="Tot">Null: not lifted.</param>
internal sealed record Beperking(Guid BeperkingId, string Categorie, string Zaaknummer, DateTimeOffset Van, DateTimeOffset? Tot);
