using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>The one insert of a batch.</summary>
internal static class RegelInsert
{
    private static readonly ArrayColumn<(RegelRow Row, int Context)>[] Columns =
    [
        Of("tijdstip", "timestamptz", r => Instant(r.Tijdstip)),
        Of("registratie", "timestamptz", r => Instant(r.Registratie)),
        Of("seq", "bigint", r => r.Seq),
        ArrayColumn<(RegelRow Row, int Context)>.Of("context", "int", r => r.Context),
        Of("duur_ms", "int", r => r.DuurMs),
        Of("aantal", "int", r => r.Aantal),
        Of("client", "int", r => Keten.ClientSleutel(r.Context)),
        Of("slot", "smallint", r => (short)r.Slot),
        Of("dossier_id", "uuid", r => r.DossierId),
        Of("gemeentecode", "text", r => r.Gemeentecode),
        Of("trace_id", "bytea", r => r.TraceId),
        Of("span_id", "bytea", r => r.SpanId),
        Of("parent_span_id", "bytea", r => r.ParentSpanId),
        Of("bericht_id", "text", r => r.BerichtId),
        Of("betrokkene", "bytea", r => r.Betrokkene),
        Of("informatie", "text", r => r.Informatie),
        Of("zout", "bytea", r => r.Zout),
        Of("hash", "bytea", r => r.Hash),
    ];

    private static readonly string Sql = ArrayColumn<(RegelRow, int)>.Insert("verwerkingslog.regel", Columns);

    public static NpgsqlBatchCommand Command(IReadOnlyList<(RegelRow Row, int Context)> regels)
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var column in Columns)
        {
            command.Parameters.Add(column.Parameter(regels));
        }

        return command;
    }

    private static ArrayColumn<(RegelRow Row, int Context)> Of<T>(string name, string type, Func<RegelRow, T> value) =>
        ArrayColumn<(RegelRow Row, int Context)>.Of(name, type, r => value(r.Row));

    private static DateTime Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
}
