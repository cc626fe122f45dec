using System.Security.Cryptography;
using System.Text.Json;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Numbers of contexts, remembered per session: nearly every line of a batch has a known one.</summary>
internal sealed class ContextTable(NpgsqlConnection connection)
{
    private const int MostRemembered = 20_000;
    private const string Read = "select id, sleutel from verwerkingslog.context where sleutel = any($1)";

    private static readonly ArrayColumn<Fresh>[] Columns =
    [
        Of("gemeentecode", "text", c => c.Gemeentecode),
        ArrayColumn<Fresh>.Of("sleutel", "bytea", f => f.Sleutel),
        Of("vorm", "smallint", c => c.Vorm),
        Of("status", "smallint", c => c.Status),
        Of("actie", "smallint", c => c.Actie),
        Of("resultaat", "smallint", c => c.Resultaat),
        Of("vertrouwelijkheid", "smallint", c => c.Vertrouwelijkheid),
        Of("naam", "text", c => c.Naam),
        Of("reden", "text", c => c.Reden),
        Of("actor", "text", c => c.Actor),
        Of("rol", "text", c => c.Rol),
        Of("organisatie", "text", c => c.Organisatie),
        Of("client_id", "text", c => c.ClientId),
        Of("oorsprong", "text", c => c.Oorsprong),
        Of("activiteit", "text", c => c.Activiteit),
        Of("doel", "text", c => c.Doel),
        Of("grondslag", "text", c => c.Grondslag),
        Of("gevraagd", "text", c => c.Gevraagd),
        Of("geleverd", "text", c => c.Geleverd),
        Of("ontvanger", "text", c => c.Ontvanger),
        Of("beleid", "text", c => c.Beleid),
        Of("bewaartermijn", "text", c => c.Bewaartermijn),
        Of("betrokkene_type", "text", c => c.BetrokkeneType),
    ];

    private static readonly string Write = ArrayColumn<Fresh>.Insert("verwerkingslog.context", Columns) + " on conflict do nothing";

    private readonly Dictionary<RegelContext, int> known = [];
    private readonly Dictionary<RegelContext, int> uncommitted = [];

    /// <summary>A new transaction: numbers handed out by one that failed do not exist.</summary>
    public void Begin() => uncommitted.Clear();

    public void Committed()
    {
        if (known.Count > MostRemembered)
        {
            known.Clear();
        }

        foreach (var (context, id) in uncommitted)
        {
            known[context] = id;
        }

        uncommitted.Clear();
    }

    public int this[RegelContext context] => known.TryGetValue(context, out var id) ? id : uncommitted[context];

    /// <summary>Makes the contexts that nobody made before.</summary>
    /// <param name="gemeenten">Lets the transaction see the gemeenten of these lines; runs first, when anything must be made.</param>
    public async Task EnsureAsync(IEnumerable<RegelRow> regels, NpgsqlBatchCommand gemeenten, CancellationToken ct)
    {
        var fresh = regels.Select(r => r.Context).Distinct().Where(c => !known.ContainsKey(c) && !uncommitted.ContainsKey(c))
            .Select(c => new Fresh(c, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(c))))
            .OrderBy(f => Convert.ToHexString(f.Sleutel), StringComparer.Ordinal)      // one order for all writers: no deadlock
            .ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(connection) { Timeout = NpgsqlLogSession.TimeoutSeconds };
        batch.BatchCommands.Add(gemeenten);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Write));
        Array.ForEach(Columns, c => batch.BatchCommands[1].Parameters.Add(c.Parameter(fresh)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Read) { Parameters = { new() { Value = fresh.Select(f => f.Sleutel).ToArray() } } });
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);                // past set_config
        var ids = new Dictionary<string, int>();
        while (await reader.ReadAsync(ct))
        {
            ids[Convert.ToHexString(reader.GetFieldValue<byte[]>(1))] = reader.GetInt32(0);
        }

        fresh.ForEach(f => uncommitted[f.Context] = ids[Convert.ToHexString(f.Sleutel)]);
    }

    private static ArrayColumn<Fresh> Of<T>(string name, string type, Func<RegelContext, T> value) =>
        ArrayColumn<Fresh>.Of(name, type, f => value(f.Context));

    private sealed record Fresh(RegelContext Context, byte[] Sleutel);
}
