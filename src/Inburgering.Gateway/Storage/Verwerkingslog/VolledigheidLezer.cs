using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>How the comparisons of the last month ended.</summary>
public sealed class VolledigheidLezer(NpgsqlDataSource applicatie)
{
    private const string Select = """
        select dag, sum(geteld), sum(ontbreekt), max(gecontroleerd_op) from verwerkingslog.volledigheid
        where gemeentecode = $1 and gecontroleerd_op > now() - interval '31 days' group by dag order by dag desc
        """;

    /// <param name="gemeentecode">The one tenant that is read; 0000 for the gateway's own stream.</param>
    public async Task<IReadOnlyList<Volledigheidsdag>> ReadAsync(string gemeentecode, CancellationToken ct)
    {
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        await using var transactie = await connection.BeginTenantAsync(gemeentecode, ct);
        await using var command = transactie.Command(Select);
        command.Add([Value(gemeentecode)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var dagen = new List<Volledigheidsdag>();
        while (await reader.ReadAsync(ct))
        {
            dagen.Add(new Volledigheidsdag(reader.GetFieldValue<DateOnly>(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return dagen;
    }
}

/// <param name="Geteld">Answers of the front door on this day.</param>
/// <param name="Ontbreekt">Of these, without a line.</param>
public sealed record Volledigheidsdag(DateOnly Dag, long Geteld, long Ontbreekt, DateTimeOffset GecontroleerdOp);
