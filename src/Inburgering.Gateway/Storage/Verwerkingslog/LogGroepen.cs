using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>What a filter finds, put together by Dutch day, organisation, role, doel and fields: newest day first.</summary>
public sealed class LogGroepen(NpgsqlDataSource applicatie)
{
    private const string Select = """
        select (r.tijdstip at time zone 'Europe/Amsterdam')::date, c.organisatie, c.rol, c.client_id is null and c.rol <> 'taak', c.actie, c.resultaat,
               c.reden, c.doel, c.grondslag, c.ontvanger, c.geleverd, min(r.tijdstip), count(*)
        """;

    private const string Tail = "group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 order by 1 desc, 12 desc, 2 limit ";

    /// <param name="gemeentecode">The one tenant that is read.</param>
    /// <param name="meest">Most groups.</param>
    public async Task<IReadOnlyList<Loggroep>> ReadAsync(string gemeentecode, LogFilter filter, int meest, CancellationToken ct) =>
        await new LogQuery(gemeentecode, filter).ListAsync(applicatie, Select, $"{Tail}{meest}", Read, ct);

    private static Loggroep Read(NpgsqlDataReader row) => new()
    {
        Dag = row.GetFieldValue<DateOnly>(0),
        Organisatie = row.GetString(1),
        Rol = row.GetString(2),
        Medewerker = row.GetBoolean(3),
        Actie = (Actie)row.GetInt16(4),
        Resultaat = (Resultaat)row.GetInt16(5),
        Reden = Text(row, 6),
        Doel = Text(row, 7),
        Grondslag = Text(row, 8),
        Ontvanger = Text(row, 9),
        Velden = Veldenlijst.Parse(Text(row, 10)),
        Eerste = row.GetFieldValue<DateTimeOffset>(11),
        Aantal = row.GetInt64(12),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>How often one organisation did the same thing on one Dutch day.</summary>
public sealed record Loggroep
{
    public required DateOnly Dag { get; init; }

    /// <summary>OIN.</summary>
    public required string Organisatie { get; init; }

    public required string Rol { get; init; }

    /// <summary>By people in the portal, not by a system or a job.</summary>
    public required bool Medewerker { get; init; }

    public required Actie Actie { get; init; }

    public required Resultaat Resultaat { get; init; }

    public required string? Reden { get; init; }

    public required string? Doel { get; init; }

    public required string? Grondslag { get; init; }

    /// <summary>OIN of who received it; null: the organisation itself.</summary>
    public required string? Ontvanger { get; init; }

    /// <summary>"IDN.bsn": names only.</summary>
    public required IReadOnlyList<string> Velden { get; init; }

    public required DateTimeOffset Eerste { get; init; }

    public required long Aantal { get; init; }
}
