using System.Buffers.Binary;
using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using Npgsql;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Holds the counts of the front door against the lines of the log, under gateway_onderhoud, inside the transaction of its own line.</summary>
internal sealed class Vergelijking
{
    private const int SpanLengte = 8;

    private const string Tellingen = """
        select nummer, (geteld_op at time zone 'Europe/Amsterdam')::date, actie, resultaat, van, tot, spans from verwerkingslog.deurtelling
        where gemeentecode = $1 order by nummer
        """;

    private const string Regels = "select span_id from verwerkingslog.regel where gemeentecode = $1 and tijdstip between $2 and $3";

    private const string Uitkomst = """
        insert into verwerkingslog.volledigheid (gemeentecode, dag, actie, resultaat, geteld, ontbreekt, ontbrekend) values ($1, $2, $3, $4, $5, $6, $7)
        """;

    /// <summary>Compares everything that was counted, records how it ended per day and kind, and removes the counts.</summary>
    public static async Task<IReadOnlyList<Verschil>> CompareAsync(DbTransaction transactie, string gemeentecode, CancellationToken ct)
    {
        // two machines at once: the second finds nothing left to compare
        await using var beurt = transactie.Command("select pg_advisory_xact_lock(hashtext('volledigheid ' || $1))");
        beurt.Add([Value(gemeentecode)]);
        await beurt.ExecuteNonQueryAsync(ct);
        var geteld = await CountedAsync(transactie, gemeentecode, ct);
        if (geteld.Count == 0)
        {
            return [];
        }

        var zoek = geteld.SelectMany(g => Split(g.Spans)).ToHashSet();
        await FindAsync(transactie, gemeentecode, (geteld.Min(g => g.Van), geteld.Max(g => g.Tot)), zoek, ct);
        var uitkomsten = geteld.GroupBy(g => (g.Dag, g.Actie, g.Resultaat)).OrderBy(g => g.Key.Dag)
            .Select(g => new Verschil(g.Key.Dag, g.Key.Actie, g.Key.Resultaat, g.Sum(t => t.Spans.Length / SpanLengte), [.. g.SelectMany(t => Split(t.Spans)).Where(zoek.Contains)])).ToArray();
        foreach (var uitkomst in uitkomsten)
        {
            await RecordAsync(transactie, gemeentecode, uitkomst, ct);
        }

        await using var weg = transactie.Command("delete from verwerkingslog.deurtelling where gemeentecode = $1 and nummer <= $2");
        weg.Add([Value(gemeentecode), Value(geteld.Max(g => g.Nummer))]);
        await weg.ExecuteNonQueryAsync(ct);
        return uitkomsten;
    }

    private static async Task<List<Rij>> CountedAsync(DbTransaction transactie, string gemeentecode, CancellationToken ct)
    {
        await using var command = transactie.Command(Tellingen);
        command.Add([Value(gemeentecode)]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rijen = new List<Rij>();
        while (await reader.ReadAsync(ct))
        {
            rijen.Add(new Rij(
                reader.GetInt64(0), reader.GetFieldValue<DateOnly>(1), (Actie)reader.GetInt16(2), (Resultaat)reader.GetInt16(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<byte[]>(6)));
        }

        return rijen;
    }

    /// <summary>Takes out every number that has its line; what stays has none.</summary>
    private static async Task FindAsync(DbTransaction transactie, string gemeentecode, (DateTimeOffset Van, DateTimeOffset Tot) periode, HashSet<ulong> zoek, CancellationToken ct)
    {
        // a line keeps whole milliseconds of its time
        await using var command = transactie.Command(Regels);
        command.Add([Value(gemeentecode), Value(periode.Van.AddSeconds(-1).ToUniversalTime()), Value(periode.Tot.AddSeconds(1).ToUniversalTime())]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            zoek.Remove(BinaryPrimitives.ReadUInt64BigEndian(reader.GetFieldValue<byte[]>(0)));
        }
    }

    private static async Task RecordAsync(DbTransaction transactie, string gemeentecode, Verschil uitkomst, CancellationToken ct)
    {
        var weg = new byte[uitkomst.Ontbrekend.Count * SpanLengte];
        for (var i = 0; i < uitkomst.Ontbrekend.Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(weg.AsSpan(i * SpanLengte), uitkomst.Ontbrekend[i]);
        }

        await using var command = transactie.Command(Uitkomst);
        command.Add([
            Value(gemeentecode), Value(uitkomst.Dag), Value((short)uitkomst.Actie), Value((short)uitkomst.Resultaat), Value(uitkomst.Geteld), Value(uitkomst.Ontbrekend.Count),
            new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea, Value = weg.Length == 0 ? DBNull.Value : weg }]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<ulong> Split(byte[] spans)
    {
        for (var at = 0; at < spans.Length; at += SpanLengte)
        {
            yield return BinaryPrimitives.ReadUInt64BigEndian(spans.AsSpan(at));
        }
    }

    private sealed record Rij(long Nummer, DateOnly Dag, Actie Actie, Resultaat Resultaat, DateTimeOffset Van, DateTimeOffset Tot, byte[] Spans);
}

/// <summary>What was counted of one kind on one day, and of which answers the line is gone.</summary>
/// <param name="Ontbrekend">Numbers of answers (Besluit-Id).</param>
internal sealed record Verschil(DateOnly Dag, Actie Actie, Resultaat Resultaat, int Geteld, IReadOnlyList<ulong> Ontbrekend);
