using Inburgering.Gateway.Access;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>The opdrachten and toestemmingen a decision rested on or lacked, with their dates; only for who may read that decision.</summary>
public sealed class GrondenLezer(NpgsqlDataSource bron)
{
    private const string Opdrachten = """
        select opdracht_id, versie, taak, van, tot from dossiers.opdracht where gemeentecode = $1 and dossier_id = $2 and client_id = $3 order by van
        """;

    private const string Toestemmingen = """
        select toestemming_id, coalesce(tekstversie, ''), doel, gegeven_op, ingetrokken_op from dossiers.toestemming
        where gemeentecode = $1 and dossier_id = $2 and client_id = $3 order by gegeven_op
        """;

    /// <summary>All of one partner and the dossier the desk granted.</summary>
    /// <param name="clientId">Null: an employee or job, which has neither.</param>
    public async Task<Gronden> ReadAsync(Granted grant, string? clientId, CancellationToken ct)
    {
        if (clientId is null)
        {
            return new Gronden([], []);
        }

        await using var verbinding = await bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTenantAsync(grant.Question.Caller.Gemeentecode, ct);
        return new Gronden(
            await ReadAsync(transactie, Opdrachten, grant, clientId, r => new Opdrachtgrond($"{r.GetGuid(0)}@{r.GetInt32(1)}", r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), Moment(r)), ct),
            await ReadAsync(transactie, Toestemmingen, grant, clientId, r => new Toestemminggrond($"{r.GetGuid(0)}@{r.GetString(1)}", r.GetString(2), r.GetFieldValue<DateTimeOffset>(3), Moment(r)), ct));
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlTransaction transactie, string sql, Granted grant, string clientId, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = transactie.Command(sql);
        command.Add([Value(grant.Question.Caller.Gemeentecode), Value(grant.DossierId), Value(clientId)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private static DateTimeOffset? Moment(NpgsqlDataReader row) => row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4);
}

/// <summary>What one partner has or had for one person, oldest first.</summary>
public sealed record Gronden(IReadOnlyList<Opdrachtgrond> Opdrachten, IReadOnlyList<Toestemminggrond> Toestemmingen);

/// <param name="Verwijzing">As a log line names it: id and version.</param>
/// <param name="Tot">Exclusive; null: no end yet.</param>
public sealed record Opdrachtgrond(string Verwijzing, string Taak, DateTimeOffset Van, DateTimeOffset? Tot);

/// <param name="Verwijzing">As a log line names it: id and version of the text.</param>
public sealed record Toestemminggrond(string Verwijzing, string Doel, DateTimeOffset GegevenOp, DateTimeOffset? IngetrokkenOp);
