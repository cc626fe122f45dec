using System.Data.Common;
using Inburgering.Gateway.Access;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>Reads assignments for the gemeente that gave them: of a granted dossier, or inside a transaction that holds it.</summary>
public sealed class OpdrachtLezer(NpgsqlDataSource bron)
{
    private const string Select = """
        select o.opdracht_id, o.dossier_id, o.client_id, o.taak, o.van, o.tot, o.avg_rol, o.versie, r.partner_referentie, m.melding_id
        from dossiers.opdracht o
        left join dossiers.relatie r
          on r.gemeentecode = o.gemeentecode and r.client_id = o.client_id and r.dossier_id = o.dossier_id and r.geldig_tot is null
        left join outbox.melding m on m.gemeentecode = o.gemeentecode and m.opdracht_id = o.opdracht_id
        where o.gemeentecode = $1 and o.dossier_id = $2
        """;

    /// <summary>One page, latest begin first.</summary>
    /// <param name="na">Where the page before it ended; null: the first.</param>
    public async Task<IReadOnlyList<GegevenOpdracht>> ListAsync(Granted dossier, (DateTimeOffset Van, Guid OpdrachtId)? na, int hoogstens, CancellationToken ct)
    {
        var gemeentecode = dossier.Question.Caller.Gemeentecode;
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(Select + " and ($3 is null or (o.van, o.opdracht_id) < ($3, $4)) order by o.van desc, o.opdracht_id desc limit $5");
        command.Add([
            Value(gemeentecode), Value(dossier.DossierId), Time(na?.Van),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)na?.OpdrachtId ?? DBNull.Value }, Value(hoogstens)]);
        return await ReadAllAsync(command, ct);
    }

    /// <summary>One assignment of a granted dossier; null when it is not of that dossier.</summary>
    public async Task<GegevenOpdracht?> ReadAsync(Granted dossier, Guid opdrachtId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(dossier.Question.Caller.Gemeentecode, ct);
        return await ReadAsync(transactie, dossier.Question.Caller.Gemeentecode, dossier.DossierId, opdrachtId, ct);
    }

    /// <summary>One assignment of the dossier this transaction holds.</summary>
    internal static async Task<GegevenOpdracht?> ReadAsync(DbTransaction transactie, string gemeentecode, Guid dossierId, Guid opdrachtId, CancellationToken ct)
    {
        await using var command = transactie.Command(Select + " and o.opdracht_id = $3");
        command.Add([Value(gemeentecode), Value(dossierId), Value(opdrachtId)]);
        return (await ReadAllAsync(command, ct)).SingleOrDefault();
    }

    /// <summary>What one partner does for this person at this instant.</summary>
    internal static async Task<IReadOnlyList<GegevenOpdracht>> RunningAsync(
        DbTransaction transactie, DossierRef dossier, string clientId, DateTimeOffset nu, CancellationToken ct)
    {
        await using var command = transactie.Command(Select + " and o.client_id = $3 and o.van <= $4 and (o.tot is null or o.tot > $4) order by o.van, o.opdracht_id");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(clientId), Time(nu)]);
        return await ReadAllAsync(command, ct);
    }

    internal static NpgsqlParameter Time(DateTimeOffset? value) =>
        new() { NpgsqlDbType = NpgsqlDbType.TimestampTz, Value = (object?)value?.ToUniversalTime() ?? DBNull.Value };

    private static async Task<IReadOnlyList<GegevenOpdracht>> ReadAllAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var gevonden = new List<GegevenOpdracht>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            gevonden.Add(new GegevenOpdracht
            {
                OpdrachtId = reader.GetGuid(0),
                DossierId = reader.GetGuid(1),
                Inhoud = new Opdracht(
                    reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4),
                    reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6)),
                Versie = reader.GetInt32(7),
                PartnerReferentie = reader.IsDBNull(8) ? null : reader.GetString(8),
                AanmeldingId = reader.IsDBNull(9) ? null : reader.GetGuid(9),
            });
        }

        return gevonden;
    }
}

/// <summary>What a partner does for one person, in [Van, Tot).</summary>
/// <param name="Taak">leerroute, participatie, pvt or begeleiding.</param>
/// <param name="Tot">Null: no end yet.</param>
/// <param name="AvgRol">verwerker or verantwoordelijke, per contract.</param>
public sealed record Opdracht(string ClientId, string Taak, DateTimeOffset Van, DateTimeOffset? Tot, string AvgRol = "verwerker");

/// <summary>An assignment as it stands.</summary>
public sealed record GegevenOpdracht
{
    public required Guid OpdrachtId { get; init; }

    /// <summary>Inner id.</summary>
    public required Guid DossierId { get; init; }

    public required Opdracht Inhoud { get; init; }

    /// <summary>Raised by every change.</summary>
    public required int Versie { get; init; }

    /// <summary>How the partner may name the person; null once the partner left.</summary>
    public required string? PartnerReferentie { get; init; }

    /// <summary>The melding by which the partner is told of the person; null: it is not.</summary>
    public Guid? AanmeldingId { get; init; }

    /// <summary>"9f…@2": what a decision or a line refers to.</summary>
    public string Verwijzing => $"{OpdrachtId}@{Versie}";
}
