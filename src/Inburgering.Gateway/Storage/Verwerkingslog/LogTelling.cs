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
    public async Task<IReadOnlyList<Dagtelling>> ReadAsync(string gemeentecode, LogFilter filter, CancellationToken ct)
    {
        var query = new LogQuery(gemeentecode, filter).Command(Select, "group by 1, 2, 3, 4, 5, 6 order by 1, 2");
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Tenant.Set(gemeentecode), query } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var tellingen = new List<Dagtelling>();
        while (await reader.ReadAsync(ct))
        {
            tellingen.Add(new Dagtelling
            {
                Dag = reader.GetFieldValue<DateOnly>(0),
                Organisatie = reader.GetString(1),
                Actie = (Actie)reader.GetInt16(2),
                Resultaat = (Resultaat)reader.GetInt16(3),
                Automatisch = reader.GetBoolean(4),
                MetOntvanger = reader.GetBoolean(5),
                Aantal = reader.GetInt64(6),
            });
        }

        return tellingen;
    }
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
