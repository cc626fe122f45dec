using System.Text;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Puts a filter into SQL: constants and numbered parameters only.</summary>
internal sealed class LogQuery
{
    // a plan for any values reads a whole quarter to show fifty lines; a plan for these values knows which months and which index
    private const string PlanVoorDezeWaarden = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private readonly string gemeentecode;
    private readonly StringBuilder where = new();
    private readonly List<NpgsqlParameter> parameters = [];

    public LogQuery(string gemeentecode, LogFilter filter)
    {
        this.gemeentecode = gemeentecode;
        And("r.gemeentecode = {0}", gemeentecode);
        And("r.dossier_id = {0}", filter.DossierId);
        And("(r.dossier_id = any({0}) or (r.dossier_id is null and r.betrokkene = {1}))", filter.Persoon?.Dossiers.ToArray(), Bytes(filter.Persoon?.Pseudoniem));
        And("r.tijdstip >= {0}", filter.Van?.ToUniversalTime());
        And("r.tijdstip < {0}", filter.Tot?.ToUniversalTime());
        And("r.registratie <= {0}", filter.Vastgelegd?.ToUniversalTime());
        And("r.trace_id = {0}", Bytes(filter.TraceId));
        And("r.span_id = {0}", Bytes(filter.SpanId));
        And("r.client = {0}", filter.ClientId is null ? null : Keten.ClientSleutel(gemeentecode, filter.ClientId));
        And("c.client_id = {0}", filter.ClientId);
        And("c.actor = {0}", filter.Actor);
        And("c.activiteit = {0}", filter.Verwerkingsactiviteit);
        And("c.organisatie = {0}", filter.Organisatie);
        And("c.doel = {0}", filter.Doel);
        And("c.doel is distinct from {0}", filter.ZonderDoel);
        And("concat_ws(' ', '', c.gevraagd, c.geleverd, '') ~ ('[ ]' || {0} || '[. ]')", filter.Categorie);
        And("c.actie = any({0})", filter.Acties?.Select(a => (short)a).ToArray());
        And("c.resultaat = {0}", (short?)filter.Resultaat);
        And("(c.rol = 'taak') = {0}", filter.Automatisch);
        And("(c.ontvanger is not null) = {0}", filter.MetOntvanger);
        And("c.vertrouwelijkheid = {0}", (short?)filter.Vertrouwelijkheid);
        And("not (c.actie = any({0}) and c.doel = {1} and r.dossier_id is not null and r.parent_span_id is not null)",
            filter.ZonderGevondenen ? LogFilter.Zoekend : null, filter.ZonderGevondenen ? AccessDesk.Toezicht : null);
        And("c.vertrouwelijkheid <> {0}", filter.ZonderVertrouwelijk ? (short)Vertrouwelijkheid.Vertrouwelijk : null);
    }

    private static byte[]? Bytes(string? hex) => hex is null ? null : Convert.FromHexString(hex);

    public void Behind(LogPlaats? plaats)
    {
        if (plaats is null)
        {
            return;
        }

        // the first condition alone can be read from every index, the second puts lines of one instant in order
        And("r.tijdstip <= {0}", plaats.Tijdstip.ToUniversalTime());
        And("(r.tijdstip, r.registratie, r.seq, r.slot) < ({0}, {1}, {2}, {3})",
            plaats.Tijdstip.ToUniversalTime(), plaats.Registratie.ToUniversalTime(), plaats.Seq, (short)plaats.Slot);
    }

    /// <summary>All rows of the query. A batch without a transaction of its own is one: the settings end with it.</summary>
    public async Task<List<T>> ListAsync<T>(NpgsqlDataSource applicatie, string select, string tail, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var connection = await applicatie.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Tenant.Set(gemeentecode), new(PlanVoorDezeWaarden), Command(select, tail) } };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.NextResultAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private NpgsqlBatchCommand Command(string select, string tail)
    {
        var command = new NpgsqlBatchCommand($"""
            {select}
            from verwerkingslog.regel r
            join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where true{where}
            {tail}
            """);
        parameters.ForEach(p => command.Parameters.Add(p));
        return command;
    }

    private void And(string condition, params object?[] values)
    {
        if (values.Contains(null))
        {
            return;
        }

        var numbers = values.Select((_, i) => (object)$"${parameters.Count + i + 1}").ToArray();
        where.Append(" and ").AppendFormat(null, condition, numbers);
        parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }));
    }
}
