using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Reads the log of one gemeente, newest first, by page. Whoever calls it writes his own line first.</summary>
public sealed class LogLezer(NpgsqlDataSource applicatie)
{
    /// <summary>Lines on a page.</summary>
    public const int Pagina = 50;

    private const string Columns = """
        select r.tijdstip, r.registratie, r.seq, r.slot, r.duur_ms, r.aantal, r.dossier_id, r.trace_id, r.span_id, r.parent_span_id, r.bericht_id,
               r.betrokkene, c.status, c.actie, c.resultaat, c.vertrouwelijkheid, c.naam, c.reden, c.actor, c.rol, c.organisatie, c.client_id,
               c.oorsprong, c.activiteit, c.doel, c.grondslag, c.gevraagd, c.geleverd, c.ontvanger, c.beleid, c.bewaartermijn, c.betrokkene_type, r.informatie
        """;

    /// <param name="gemeentecode">The one tenant that is read.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="na">The last line of the page before; null for the first page.</param>
    /// <param name="meest">Lines on this page.</param>
    public async Task<LogPagina> ReadAsync(string gemeentecode, LogFilter filter, LogPlaats? na, CancellationToken ct, int meest = Pagina)
    {
        var query = new LogQuery(gemeentecode, filter);
        query.Behind(na);
        var tail = $"order by r.tijdstip desc, r.registratie desc, r.seq desc, r.slot desc limit {meest + 1}";
        var regels = await query.ListAsync(applicatie, Columns, tail, row => Read(row, gemeentecode), ct);
        return regels.Count > meest ? new LogPagina(regels[..meest], regels[meest - 1].Plaats) : new LogPagina(regels, null);
    }

    /// <summary>How many lines the filter finds, counted no further than <paramref name="most"/>.</summary>
    public async Task<long> CountAsync(string gemeentecode, LogFilter filter, int most, CancellationToken ct)
    {
        var aantal = await new LogQuery(gemeentecode, filter).ListAsync(applicatie, "select count(*) from (select 1", $"limit {most}) gevonden", row => row.GetInt64(0), ct);
        return aantal[0];
    }

    /// <summary>The dossiers the lines of a filter speak of.</summary>
    public async Task<IReadOnlyList<Guid>> DossiersAsync(string gemeentecode, LogFilter filter, CancellationToken ct) =>
        await new LogQuery(gemeentecode, filter).ListAsync(applicatie, "select distinct r.dossier_id", "and r.dossier_id is not null", row => row.GetGuid(0), ct);

    private static GelezenRegel Read(NpgsqlDataReader row, string gemeentecode)
    {
        var plaats = new LogPlaats(row.GetFieldValue<DateTimeOffset>(0), row.GetFieldValue<DateTimeOffset>(1), row.GetInt64(2), row.GetInt16(3));
        return new GelezenRegel(plaats, new Logregel
        {
            Gemeentecode = gemeentecode,
            Tijdstip = plaats.Tijdstip,
            Duur = TimeSpan.FromMilliseconds(row.GetInt32(4)),
            Aantal = row.GetInt32(5),
            TraceId = Hex(row, 7)!,
            SpanId = Hex(row, 8)!,
            ParentSpanId = Hex(row, 9),
            BerichtId = Text(row, 10),
            Status = (LogStatus)row.GetInt16(12),
            Actie = (Actie)row.GetInt16(13),
            Resultaat = (Resultaat)row.GetInt16(14),
            Vertrouwelijkheid = (Vertrouwelijkheid)row.GetInt16(15),
            Naam = row.GetString(16),
            Reden = Text(row, 17),
            Actor = row.GetString(18),
            Rol = row.GetString(19),
            Organisatie = row.GetString(20),
            ClientId = Text(row, 21),
            Oorsprong = row.GetString(22),
            Verwerkingsactiviteit = row.GetString(23),
            Doel = Text(row, 24),
            Grondslag = Text(row, 25),
            Gevraagd = Veldenlijst.Parse(Text(row, 26)),
            Geleverd = Veldenlijst.Parse(Text(row, 27)),
            Ontvanger = Text(row, 28),
            Beleid = Text(row, 29),
            Bewaartermijn = row.GetString(30),
            Informatie = Text(row, 32),
            Betrokkene = Text(row, 31) is { } type ? new Betrokkene(Hex(row, 11), type, row[6] as Guid?) : null,
        });
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Hex(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : Convert.ToHexStringLower(row.GetFieldValue<byte[]>(column));
}
