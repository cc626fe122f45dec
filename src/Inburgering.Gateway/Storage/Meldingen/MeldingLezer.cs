using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Rechten;
using Npgsql;
using NpgsqlTypes;
using static Inburgering.Gateway.Storage.Persoonsleutel;
using static Inburgering.Gateway.Storage.Rechten.Rijen;

namespace Inburgering.Gateway.Storage.Meldingen;

/// <summary>The outbox for who looks at it: as a list without content or person, and one melding of a dossier the desk granted.</summary>
internal sealed class MeldingLezer(NpgsqlDataSource bron, MeldingStore meldingen)
{
    /// <summary>Goes on by itself, but did not at once; what waits for the gemeente to fill a dossier was not tried.</summary>
    private const string Herhaald = $"(m.status = 0 and m.pogingen > 0 and m.reden is distinct from '{Meldingredenen.WachtOpGegevens}')";

    /// <summary>$2 one status, or null for all; $3 only what a person has to look at.</summary>
    private const string Filter = $"($2::smallint is null or m.status = $2) and (not $3 or m.status in (2, 3) or {Herhaald})";

    /// <summary>Newest first.</summary>
    /// <param name="na">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<MeldingRegel>> LeesAsync(Question vraag, MeldingFilter filter, (DateTimeOffset GemaaktOp, Guid MeldingId)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            select m.melding_id, m.partner, m.soort, m.status, m.reden, m.gemaakt_op, m.pogingen, m.volgende_poging
            from outbox.melding m
            where m.gemeentecode = $1 and {Filter} and ($4::timestamptz is null or (m.gemaakt_op, m.melding_id) < ($4, $5))
            order by m.gemaakt_op desc, m.melding_id desc limit $6
            """);
        command.Add([
            Value(vraag.Caller.Gemeentecode), Nullable(NpgsqlDbType.Smallint, (short?)filter.Status), Value(filter.ActieNodig),
            Nullable(NpgsqlDbType.TimestampTz, na?.GemaaktOp.ToUniversalTime()), Nullable(NpgsqlDbType.Uuid, na?.MeldingId), Value(aantal)]);
        return await command.ListAsync(Row, ct);
    }

    /// <summary>How many there are, and how many ask for a person.</summary>
    public async Task<MeldingTelling> TelAsync(Question vraag, MeldingFilter filter, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = transactie.Command($"""
            select count(*), count(*) filter (where m.status in (2, 3)), count(*) filter (where {Herhaald}), count(*) filter (where {Filter})
            from outbox.melding m where m.gemeentecode = $1
            """);
        command.Add([Value(vraag.Caller.Gemeentecode), Nullable(NpgsqlDbType.Smallint, (short?)filter.Status), Value(filter.ActieNodig)]);
        return (await command.OneAsync(r => new MeldingTelling(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)), ct))!;
    }

    /// <summary>One, opened; null when the granted dossier has none with that number.</summary>
    public async Task<GegevenMelding?> OneAsync(Granted grant, Guid meldingId, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(grant.Question.Caller.Gemeentecode, ct);
        return await meldingen.FindAsync(transactie, grant.Question.Caller.Gemeentecode, meldingId, ct) is { } melding && melding.DossierId == grant.DossierId ? melding : null;
    }

    /// <summary>What the granted dossier's gemeente told of hours, opened, oldest first.</summary>
    public async Task<IReadOnlyList<GegevenMelding>> UrenAsync(Granted grant, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(grant.Question.Caller.Gemeentecode, ct);
        return await meldingen.OfAsync(transactie, grant.Question.Caller.Gemeentecode, grant.DossierId, "uren", ct);
    }

    private static MeldingRegel Row(NpgsqlDataReader r) => new()
    {
        MeldingId = r.GetGuid(0),
        Partner = r.GetString(1),
        Soort = r.GetString(2),
        Status = (Meldingstatus)r.GetInt16(3),
        Reden = r.OptionalText(4),
        GemaaktOp = r.GetFieldValue<DateTimeOffset>(5),
        Pogingen = r.GetInt32(6),
        VolgendePoging = r.Optional<DateTimeOffset>(7),
    };
}

/// <summary>Which meldingen.</summary>
/// <param name="Status">Null: all.</param>
/// <param name="ActieNodig">Only what a person has to look at.</param>
internal sealed record MeldingFilter(Meldingstatus? Status, bool ActieNodig);

/// <param name="ActieNodig">Refused, or waiting for a person.</param>
/// <param name="Herhaald">Tried again by itself.</param>
/// <param name="Gevonden">By the filter.</param>
internal sealed record MeldingTelling(long Alle, long ActieNodig, long Herhaald, long Gevonden);

/// <summary>One melding in a list.</summary>
internal sealed record MeldingRegel
{
    public required Guid MeldingId { get; init; }

    public required string Partner { get; init; }

    public required string Soort { get; init; }

    public required Meldingstatus Status { get; init; }

    public string? Reden { get; init; }

    public required DateTimeOffset GemaaktOp { get; init; }

    public required int Pogingen { get; init; }

    /// <summary>System clock.</summary>
    public DateTimeOffset? VolgendePoging { get; init; }
}
