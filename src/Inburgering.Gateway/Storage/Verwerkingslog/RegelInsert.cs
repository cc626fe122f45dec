using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>One insert for all lines of a batch: an array per column (COPY is refused on a table with row security).</summary>
internal static class RegelInsert
{
    private static readonly Column[] Columns =
    [
        Of("tijdstip", "timestamptz", r => Instant(r.Tijdstip)),
        Of("registratie", "timestamptz", r => Instant(r.Registratie)),
        Of("seq", "bigint", r => r.Seq),
        Of("duur_ms", "int", r => r.DuurMs),
        Of("aantal", "int", r => r.Aantal),
        Of("slot", "smallint", r => (short)r.Slot),
        Of("vorm", "smallint", r => r.Vorm),
        Of("status", "smallint", r => r.Status),
        Of("actie", "smallint", r => r.Actie),
        Of("resultaat", "smallint", r => r.Resultaat),
        Of("vertrouwelijkheid", "smallint", r => r.Vertrouwelijkheid),
        Of("dossier_id", "uuid", r => r.DossierId),
        Of("gemeentecode", "text", r => r.Gemeentecode),
        Of("trace_id", "bytea", r => r.TraceId),
        Of("span_id", "bytea", r => r.SpanId),
        Of("parent_span_id", "bytea", r => r.ParentSpanId),
        Of("naam", "text", r => r.Naam),
        Of("reden", "text", r => r.Reden),
        Of("actor", "text", r => r.Actor),
        Of("rol", "text", r => r.Rol),
        Of("organisatie", "text", r => r.Organisatie),
        Of("client_id", "text", r => r.ClientId),
        Of("oorsprong", "text", r => r.Oorsprong),
        Of("activiteit", "text", r => r.Activiteit),
        Of("doel", "text", r => r.Doel),
        Of("grondslag", "text", r => r.Grondslag),
        Of("gevraagd", "text", r => r.Gevraagd),
        Of("geleverd", "text", r => r.Geleverd),
        Of("ontvanger", "text", r => r.Ontvanger),
        Of("bericht_id", "text", r => r.BerichtId),
        Of("beleid", "bytea", r => r.Beleid),
        Of("bewaartermijn", "text", r => r.Bewaartermijn),
        Of("betrokkene", "bytea", r => r.Betrokkene),
        Of("betrokkene_type", "text", r => r.BetrokkeneType),
        Of("zout", "bytea", r => r.Zout),
        Of("persoon_digest", "bytea", r => r.PersoonDigest),
        Of("hash", "bytea", r => r.Hash),
    ];

    private static readonly string Sql =
        $"insert into verwerkingslog.regel ({string.Join(", ", Columns.Select(c => c.Name))}) select * from unnest("
        + string.Join(", ", Columns.Select((c, i) => $"${i + 1}::{c.Type}[]")) + ")";

    public static NpgsqlBatchCommand Command(IReadOnlyList<RegelRow> regels)
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var column in Columns)
        {
            command.Parameters.Add(column.Parameter(regels));
        }

        return command;
    }

    private static Column Of<T>(string name, string type, Func<RegelRow, T> value) =>
        new(name, type, rows => new NpgsqlParameter<T[]> { TypedValue = Values(rows, value) });

    private static T[] Values<T>(IReadOnlyList<RegelRow> rows, Func<RegelRow, T> value)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return values;
    }

    private static DateTime Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    private sealed record Column(string Name, string Type, Func<IReadOnlyList<RegelRow>, NpgsqlParameter> Parameter);
}
