using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Berichten;

/// <summary>What one client, or one of its users, delivered to one gemeente: where each message stands. No body, no dossier, no person; nothing of another.</summary>
internal sealed class EigenBerichtLezer(NpgsqlDataSource bron)
{
    private const string Eigen = "b.gemeentecode = $1 and b.client_id = $2 and ($3::text is null or b.gebruiker = $3)";

    private const string Kolommen = $"select b.bericht_id, b.volgnummer, b.code, b.status, b.reden, b.ontvangen_op, b.verwerkt_op from inbox.bericht b where {Eigen}";

    /// <summary>Null: it does not exist, or is another's.</summary>
    public async Task<EigenBericht?> OneAsync(Question vraag, Guid berichtId, CancellationToken ct) =>
        (await ListAsync(vraag, $"{Kolommen} and b.bericht_id = $4", ct, Value(berichtId))).SingleOrDefault();

    /// <summary>Those that could not be applied, oldest first.</summary>
    /// <param name="na">Order of receipt of the last of the page before; 0 for the first.</param>
    public Task<IReadOnlyList<EigenBericht>> AfgekeurdAsync(Question vraag, long na, int hoogstens, CancellationToken ct) =>
        ListAsync(vraag, $"{Kolommen} and b.status = 2 and b.volgnummer > $4 order by b.volgnummer limit $5", ct, Value(na), Value(hoogstens));

    /// <summary>How many there are, by how they stand.</summary>
    public async Task<Leverstand> TelAsync(Question vraag, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            select count(*) filter (where b.status = 0), count(*) filter (where b.status in (1, 3)), count(*) filter (where b.status = 2), max(b.ontvangen_op)
            from inbox.bericht b where {Eigen}
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(vraag.Caller.Id), Text(vraag.Caller.Gebruiker)]);
        return (await command.OneAsync(r => new Leverstand(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.Optional<DateTimeOffset>(3)), ct))!;
    }

    private async Task<IReadOnlyList<EigenBericht>> ListAsync(Question vraag, string sql, CancellationToken ct, params NpgsqlParameter[] verder)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command(sql);
        command.Add([Value(vraag.Caller.Gemeentecode), Value(vraag.Caller.Id), Text(vraag.Caller.Gebruiker), .. verder]);
        return await command.ListAsync(
            r => new EigenBericht(r.GetGuid(0), vraag.Caller.Gemeentecode, r.GetInt64(1), r.GetString(2), (Berichtstatus)r.GetInt16(3), r.OptionalText(4), r.GetFieldValue<DateTimeOffset>(5), r.Optional<DateTimeOffset>(6)), ct);
    }
}

/// <summary>One message of a client.</summary>
/// <param name="Volgnummer">Order of receipt.</param>
/// <param name="Code">Type without «nl.inburgering.», or the partner's own code.</param>
/// <param name="Reden">Code of <see cref="Berichtredenen"/>; null: nothing is wrong.</param>
/// <param name="OntvangenOp">Business clock.</param>
/// <param name="VerwerktOp">Business clock; null: not yet.</param>
internal sealed record EigenBericht(
    Guid BerichtId, string Gemeentecode, long Volgnummer, string Code, Berichtstatus Status, string? Reden, DateTimeOffset OntvangenOp, DateTimeOffset? VerwerktOp);

/// <summary>What one client delivered to one gemeente, in numbers.</summary>
/// <param name="Laatste">Business clock: when the last one came; null: none did.</param>
internal sealed record Leverstand(long Ontvangen, long Verwerkt, long Afgekeurd, DateTimeOffset? Laatste);
