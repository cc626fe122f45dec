using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Model;
using Npgsql;
using NpgsqlTypes;

namespace Inburgering.Gateway.Storage.Berichten;

/// <summary>The inbox as a list: where each message stands. No body, no dossier, no person.</summary>
internal sealed class BerichtLezer(NpgsqlDataSource bron)
{
    /// <summary>What a person has to look at: held back, tried again and again, or about a person with two dossiers, or a proposal.</summary>
    private const string ActieNodig = $"({VanEenMens} or (b.status = 0 and b.pogingen > 0))";

    private const string VanEenMens = "(b.status = 2 or b.reden = any(@taken))";

    private const string Kolommen = """
        select b.bericht_id, b.client_id, b.partner, b.code, b.status, b.reden, b.ontvangen_op, b.verwerkt_op, b.pogingen, b.volgende_poging, b.trace_id
        from inbox.bericht b
        where b.gemeentecode = @gemeente
        """;

    private const string Filters = $"""

          and (@status::smallint is null or b.status = @status) and (not @actie or {ActieNodig})
          and (@partner::text is null or b.partner = @partner)
        """;

    private const string Vanaf = """

          and (@op::timestamptz is null or (b.ontvangen_op, b.bericht_id) < (@op, @id))
        order by b.ontvangen_op desc, b.bericht_id desc
        limit @aantal
        """;

    private const string Telling = $"""
        select count(*), count(*) filter (where {VanEenMens}), count(*) filter (where b.status = 0 and b.pogingen > 0), max(b.ontvangen_op),
               count(*) filter (where (@status::smallint is null or b.status = @status) and (not @actie or {ActieNodig})
                                and (@partner::text is null or b.partner = @partner))
        from inbox.bericht b
        where b.gemeentecode = @gemeente
        """;

    /// <summary>Newest first.</summary>
    /// <param name="na">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<BerichtRegel>> LeesAsync(Question vraag, BerichtFilter filter, (DateTimeOffset OntvangenOp, Guid BerichtId)? na, int aantal, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = Command(transactie, Kolommen + Filters + Vanaf, vraag, filter);
        command.Add("op", NpgsqlDbType.TimestampTz, na?.OntvangenOp.ToUniversalTime());
        command.Add("id", NpgsqlDbType.Uuid, na?.BerichtId);
        command.Add("aantal", NpgsqlDbType.Integer, aantal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var regels = new List<BerichtRegel>();
        while (await reader.ReadAsync(ct))
        {
            regels.Add(Regel(reader));
        }

        return regels;
    }

    /// <summary>How many there are, and how many ask for a person.</summary>
    public async Task<BerichtTelling> TelAsync(Question vraag, BerichtFilter filter, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(vraag.Caller.Gemeentecode, ct);
        await using var command = Command(transactie, Telling, vraag, filter);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new BerichtTelling(
            reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3), reader.GetInt64(4));
    }

    private static NpgsqlCommand Command(NpgsqlTransaction transactie, string sql, Question vraag, BerichtFilter filter)
    {
        var command = new NpgsqlCommand(sql, transactie.Connection, transactie);
        command.Add("gemeente", NpgsqlDbType.Text, vraag.Caller.Gemeentecode);
        command.Add("status", NpgsqlDbType.Smallint, (short?)filter.Status);
        command.Add("actie", NpgsqlDbType.Boolean, filter.ActieNodig);
        command.Add("taken", NpgsqlDbType.Array | NpgsqlDbType.Text, Berichtredenen.Taken.ToArray());
        command.Add("partner", NpgsqlDbType.Text, filter.Partner);
        return command;
    }

    private static BerichtRegel Regel(NpgsqlDataReader reader) => new()
    {
        BerichtId = reader.GetGuid(0),
        ClientId = reader.GetString(1),
        Partner = reader.GetString(2),
        Code = reader.GetString(3),
        Status = (Berichtstatus)reader.GetInt16(4),
        Reden = reader.IsDBNull(5) ? null : reader.GetString(5),
        OntvangenOp = reader.GetFieldValue<DateTimeOffset>(6),
        VerwerktOp = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        Pogingen = reader.GetInt32(8),
        VolgendePoging = reader.IsDBNull(9) ? null : reader.GetFieldValue<DateTimeOffset>(9),
        TraceId = reader.GetString(10),
    };
}

/// <summary>Which messages.</summary>
/// <param name="Status">Null: all.</param>
/// <param name="ActieNodig">Only what a person has to look at.</param>
/// <param name="Partner">Partner key; null: all.</param>
internal sealed record BerichtFilter(Berichtstatus? Status, bool ActieNodig, string? Partner);

/// <summary>Numbers above the list.</summary>
/// <param name="Alle">All of this gemeente.</param>
/// <param name="Laatste">Business clock: when the last one came; null when there is none.</param>
/// <param name="Gevonden">Those of the filter.</param>
internal sealed record BerichtTelling(long Alle, long Quarantaine, long Herhaald, DateTimeOffset? Laatste, long Gevonden);

/// <summary>One message, without its content.</summary>
internal sealed record BerichtRegel
{
    public required Guid BerichtId { get; init; }

    public required string ClientId { get; init; }

    public required string Partner { get; init; }

    public required string Code { get; init; }

    public required Berichtstatus Status { get; init; }

    public required string? Reden { get; init; }

    public required DateTimeOffset OntvangenOp { get; init; }

    public required DateTimeOffset? VerwerktOp { get; init; }

    public required int Pogingen { get; init; }

    public required DateTimeOffset? VolgendePoging { get; init; }

    public required string TraceId { get; init; }
}
