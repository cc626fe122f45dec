using Inburgering.Gateway.Verwerkingslog;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Counts what a filter finds, by day: for a sentence in words, a total and a chart.</summary>
public sealed class LogTelling(NpgsqlDataSource applicatie)
{
    private const string Select = """
        select (r.tijdstip at time zone 'Europe/Amsterdam')::date, c.organisatie, c.actie, c.resultaat, c.rol = 'taak', c.ontvanger is not null, count(*)
        """;

    /// <param name="gemeentecode">The one tenant that is read.</param>
    public async Task<IReadOnlyList<Dagtelling>> ReadAsync(string gemeentecode, LogFilter filter, CancellationToken ct) =>
        await new LogQuery(gemeentecode, filter).ListAsync(applicatie, Select, "group by 1, 2, 3, 4, 5, 6 order by 1, 2", Read, ct);

    private static Dagtelling Read(NpgsqlDataReader row) => new()
    {
        Dag = row.GetFieldValue<DateOnly>(0),
        Organisatie = row.GetString(1),
        Actie = (Actie)row.GetInt16(2),
        Resultaat = (Resultaat)row.GetInt16(3),
        Automatisch = row.GetBoolean(4),
        MetOntvanger = row.GetBoolean(5),
        Aantal = row.GetInt64(6),
    };
}

/// <summary>How often one organisation did one thing on one Dutch day.</summary>
public sealed record Dagtelling
{
    public required DateOnly Dag { get; init; }

    public required string Organisatie { get; init; }

    public required Actie Actie { get; init; }

    public required Resultaat Resultaat { get; init; }

    /// <summary>Done by a job.</summary>
    public required bool Automatisch { get; init; }

    /// <summary>It went to another than the actor.</summary>
    public required bool MetOntvanger { get; init; }

    public required long Aantal { get; init; }
}
