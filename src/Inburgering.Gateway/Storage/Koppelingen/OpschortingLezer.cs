using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Koppelingen;

/// <summary>What is suspended, for who looks at it: as a list without person, and all of a dossier the desk granted.</summary>
internal sealed class OpschortingLezer(NpgsqlDataSource bron, OpschortingStore opschortingen)
{
    /// <summary>More than a person clears in a day; the count tells of the rest.</summary>
    private const int Meest = 200;

    /// <summary>Running ones, longest first.</summary>
    public async Task<IReadOnlyList<Lopend>> LopendAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("""
            select o.opschorting_id, o.partner, o.van,
                   (select count(*) from outbox.melding m where m.gemeentecode = $1 and m.dossier_id = o.dossier_id and m.partner = o.partner and m.status in (0, 3)),
                   (select count(*) from inbox.bericht b where b.gemeentecode = $1 and b.dossier_id = o.dossier_id and b.partner = o.partner and b.status = 2)
            from dossiers.opschorting o join dossiers.dossier d using (gemeentecode, dossier_id)
            where o.gemeentecode = $1 and o.tot is null and d.gesloten_op is null order by o.van, o.opschorting_id limit $2
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(Meest)]);
        return await command.ListAsync(r => new Lopend(r.GetGuid(0), r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), r.GetInt64(3), r.GetInt64(4)), ct);
    }

    /// <summary>How many persons are suspended.</summary>
    public async Task<long> TelAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command("select count(*) from dossiers.opschorting o join dossiers.dossier d using (gemeentecode, dossier_id) where o.gemeentecode = $1 and o.tot is null and d.gesloten_op is null");
        command.Add([Value(vraag.Caller.Gemeentecode)]);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>All of a dossier, oldest first.</summary>
    public async Task<IReadOnlyList<Opschorting>> OfAsync(Granted grant, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(grant.Question.Caller.Gemeentecode, ct);
        return await opschortingen.OfAsync(transactie, grant.Question.Caller.Gemeentecode, grant.DossierId, ct);
    }
}

/// <summary>One that runs.</summary>
/// <param name="Meldingen">How many wait for its end.</param>
/// <param name="Berichten">How many wait for its end.</param>
internal sealed record Lopend(Guid OpschortingId, string Partner, DateTimeOffset Van, long Meldingen, long Berichten);
