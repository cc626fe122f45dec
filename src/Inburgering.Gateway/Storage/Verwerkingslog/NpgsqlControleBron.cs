using System.Data;
using System.Runtime.CompilerServices;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Npgsql;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>Reads the log for the verifier under the role controle: two connections that see one instant.</summary>
internal sealed class NpgsqlControleBron : IControleBron
{
    private const string Koppen = "select gemeentecode, slot, seq, hash from verwerkingslog.kop order by gemeentecode, slot";

    private const string Wislijnen = "select gemeentecode, nummer, hash, inhoud from verwerkingslog.wislijn order by gemeentecode, nummer";

    private const string Herstellen = "select nummer, hash, kid, handtekening, inhoud from verwerkingslog.herstel order by nummer";
    private const string Afsluitingen = "select maand, hash, kid, handtekening, inhoud from verwerkingslog.afsluiting order by maand";

    private const string VerzegeldeKoppen = """
        select distinct k ->> 0, (k ->> 1)::int, (k ->> 2)::bigint, decode(k ->> 3, 'hex')
        from (select inhoud::jsonb -> 'koppen' koppen from verwerkingslog.zegel where nummer <> all($1) offset 0) z, jsonb_array_elements(z.koppen) k
        order by 1, 2, 3, 4
        """;

    private const string Regels = """
        select gemeentecode, slot, seq, registratie, tijdstip, context, duur_ms, aantal, client, dossier_id, trace_id, span_id, parent_span_id,
               bericht_id, betrokkene, zout, persoon_digest, hash, informatie
        from verwerkingslog.regel order by gemeentecode, slot, seq, tijdstip
        """;

    private readonly NpgsqlConnection regels;
    private readonly NpgsqlConnection zegels;

    private NpgsqlControleBron(NpgsqlConnection regels, NpgsqlConnection zegels) => (this.regels, this.zegels) = (regels, zegels);

    public static async Task<NpgsqlControleBron> OpenAsync(NpgsqlDataSource controle, CancellationToken ct)
    {
        var bron = new NpgsqlControleBron(await controle.OpenConnectionAsync(ct), await controle.OpenConnectionAsync(ct));
        await bron.regels.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", bron.regels);
        var snapshot = (string)(await export.ExecuteScalarAsync(ct))!;
        await bron.zegels.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var import = new NpgsqlCommand($"set transaction snapshot '{snapshot}'", bron.zegels);
        await import.ExecuteNonQueryAsync(ct);
        await using var stream = new NpgsqlCommand("set local enable_sort = off", bron.regels);     // lines in index order, never sorted on disk
        await stream.ExecuteNonQueryAsync(ct);
        return bron;
    }

    public async Task<IReadOnlyList<Kop>> ReadKoppenAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Koppen, regels);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var koppen = new List<Kop>();
        while (await reader.ReadAsync(ct))
        {
            koppen.Add(new Kop(reader.GetString(0), reader.GetInt16(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3)));
        }

        return koppen;
    }

    public async IAsyncEnumerable<Zegel> ReadZegelsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select {NpgsqlZegelStore.Columns} from verwerkingslog.zegel order by nummer", zegels);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return NpgsqlZegelStore.Read(reader);
        }
    }

    public async IAsyncEnumerable<BewaardeWislijn> ReadWislijnenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Wislijnen, zegels) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new BewaardeWislijn(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3));
        }
    }

    public async IAsyncEnumerable<BewaardeAfsluiting> ReadAfsluitingenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Afsluitingen, zegels) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new BewaardeAfsluiting(
                reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<byte[]>(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4));
        }
    }

    public async IAsyncEnumerable<BewaardHerstel> ReadHerstellenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Herstellen, zegels) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new BewaardHerstel(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4));
        }
    }

    public async IAsyncEnumerable<Kop> ReadVerzegeldeKoppenAsync(IReadOnlyCollection<long> zonder, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(VerzegeldeKoppen, zegels) { CommandTimeout = 0, Parameters = { new() { Value = zonder.ToArray() } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return new Kop(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
        }
    }

    public async IAsyncEnumerable<KetenRegel> ReadRegelsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var contexten = (await ContextReader.ReadAllAsync(regels, ct)).ToDictionary(
            c => c.Key, c => new Gelezen(c.Value, new ContextForm(c.Value), Keten.ClientSleutel(c.Value)));
        await using var command = new NpgsqlCommand(Regels, regels) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        await foreach (var regel in ReadAhead.RunAsync(NextAsync, ct))
        {
            yield return regel;
        }

        async Task<bool> NextAsync(KetenRegel regel)
        {
            if (!await reader.ReadAsync(ct))
            {
                return false;
            }

            Fill(regel, reader, contexten);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await regels.DisposeAsync();
        await zegels.DisposeAsync();
    }

    private static void Fill(KetenRegel regel, NpgsqlDataReader row, Dictionary<(string, int), Gelezen> contexten)
    {
        var gemeentecode = row.GetString(0);
        var gelezen = contexten.GetValueOrDefault((gemeentecode, row.GetInt32(5)));
        regel.Gemeentecode = gelezen?.Context.Gemeentecode ?? gemeentecode;
        regel.Slot = row.GetInt16(1);
        regel.Seq = row.GetInt64(2);
        regel.Registratie = Milliseconds(row, 3);
        regel.Zout = Bytes(row, 15);
        regel.PersoonDigest = Bytes(row, 16);
        regel.Hash = row.GetFieldValue<byte[]>(17);
        regel.Leesbaar = gelezen is not null && gelezen.Client == (row.IsDBNull(8) ? null : row.GetInt32(8));
        if (gelezen is not null)
        {
            regel.SetObjects(ToRow(row, gelezen.Context), gelezen.Form);
        }
        else
        {
            regel.SetObjects("{}"u8, "{}"u8);
        }
    }

    private static RegelRow ToRow(NpgsqlDataReader row, RegelContext context) => new()
    {
        Context = context,
        Tijdstip = Milliseconds(row, 4),
        DuurMs = row.GetInt32(6),
        Aantal = row.GetInt32(7),
        DossierId = row.IsDBNull(9) ? null : row.GetGuid(9),
        TraceId = row.GetFieldValue<byte[]>(10),
        SpanId = row.GetFieldValue<byte[]>(11),
        ParentSpanId = Bytes(row, 12),
        BerichtId = row.IsDBNull(13) ? null : row.GetString(13),
        Betrokkene = Bytes(row, 14),
        Informatie = row.IsDBNull(18) ? null : row.GetString(18),
    };

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    private static long Milliseconds(NpgsqlDataReader row, int column) => new DateTimeOffset(row.GetDateTime(column)).ToUnixTimeMilliseconds();

    private sealed record Gelezen(RegelContext Context, ContextForm Form, int? Client);
}
