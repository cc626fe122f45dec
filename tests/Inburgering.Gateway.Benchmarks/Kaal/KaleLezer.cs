using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Kaal;

/// <summary>Grant and granted sections in one statement, from tables of its own that hold what the product answered.</summary>
internal sealed class KaleLezer(NpgsqlDataSource bron)
{
    private const int Nonce = 12;
    private const int Tag = 16;

    private const string Tabellen = """
        create table kaal.dossier (id uuid primary key, client text not null, van timestamptz not null, tot timestamptz, sleutel bytea not null);
        create table kaal.sectie (dossier_id uuid, categorie text, inhoud bytea not null, versleuteld bytea not null, primary key (dossier_id, categorie));
        """;

    private const string Dossiers = "insert into kaal.dossier select gen_random_uuid(), 'niemand', now() - interval '1 day', null, sha256('k') from generate_series(1, $1)";

    private const string Secties = """
        insert into kaal.sectie select id, c, sha256(c::bytea), sha256(c::bytea) from kaal.dossier, unnest($1) c where client = 'niemand'
        """;

    private const string Lees = """
        select s.categorie, s.inhoud from kaal.dossier d join kaal.sectie s on s.dossier_id = d.id and s.categorie = any($3)
        where d.id = $1 and d.client = $2 and d.van <= now() and (d.tot is null or d.tot > now())
        """;

    private static readonly string LeesVersleuteld = Lees.Replace("s.inhoud", "s.versleuteld, d.sleutel", StringComparison.Ordinal);
    private static readonly string[] Categorieen = ["IDN", "CON", "TER", "LBT", "PIP", "AAN", "UUR", "EXA", "MAP", "CPS"];

    // wraps the keys of dossiers; the same in the process that fills and in the one that serves
    private static readonly byte[] Inpak = SHA256.HashData("kaal"u8);

    /// <summary>Makes the tables with these answers, and as many dossiers that nobody reads.</summary>
    public static async Task FillAsync(NpgsqlDataSource bron, string client, IReadOnlyDictionary<Guid, JsonElement> antwoorden, int vulling)
    {
        await using var tabellen = bron.CreateCommand(KaleSchrijver.Tabel + Tabellen);
        await tabellen.ExecuteNonQueryAsync();
        foreach (var (id, antwoord) in antwoorden)
        {
            await PutAsync(bron, client, id, antwoord.GetProperty("gegevens"));
        }

        await using var batch = bron.CreateBatch();
        batch.Timeout = 300;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Dossiers) { Parameters = { new() { Value = vulling } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Secties) { Parameters = { new() { Value = Categorieen } } });
        await batch.ExecuteNonQueryAsync();
        await using var analyze = bron.CreateCommand("analyze kaal.dossier, kaal.sectie");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>In clear.</summary>
    public async Task<List<(string Categorie, byte[] Inhoud)>> ReadAsync(Guid id, string client)
    {
        await using var command = bron.CreateCommand(Lees);
        Vul(command.Parameters, id, client);
        await using var reader = await command.ExecuteReaderAsync();
        var secties = new List<(string, byte[])>();
        while (await reader.ReadAsync())
        {
            secties.Add((reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
        }

        return secties;
    }

    /// <summary>Opened, inside a transaction of one tenant.</summary>
    public async Task<List<(string Categorie, byte[] Inhoud)>> OpenAsync(Guid id, string client)
    {
        await using var verbinding = await bron.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(verbinding);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin read only"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('app.gemeenten', $1, true)") { Parameters = { new() { Value = "1708" } } });
        var lees = new NpgsqlBatchCommand(LeesVersleuteld);
        Vul(lees.Parameters, id, client);
        batch.BatchCommands.Add(lees);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var secties = new List<(string, byte[])>();
        byte[]? sleutel = null;
        while (await reader.ReadAsync())
        {
            sleutel ??= Open(Inpak, reader.GetFieldValue<byte[]>(2));
            secties.Add((reader.GetString(0), Open(sleutel, reader.GetFieldValue<byte[]>(1))));
        }

        return secties;
    }

    private static void Vul(NpgsqlParameterCollection parameters, Guid id, string client)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = client });
        parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Categorieen });
    }

    private static async Task PutAsync(NpgsqlDataSource bron, string client, Guid id, JsonElement gegevens)
    {
        var sleutel = RandomNumberGenerator.GetBytes(32);
        await using var batch = bron.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into kaal.dossier values ($1, $2, now() - interval '1 day', null, $3)")
        {
            Parameters = { new() { Value = id }, new() { Value = client }, new() { Value = Seal(Inpak, sleutel) } },
        });
        foreach (var sectie in gegevens.EnumerateObject())
        {
            var inhoud = Encoding.UTF8.GetBytes(sectie.Value.GetRawText());
            batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into kaal.sectie values ($1, $2, $3, $4)")
            {
                Parameters = { new() { Value = id }, new() { Value = sectie.Name }, new() { Value = inhoud }, new() { Value = Seal(sleutel, inhoud) } },
            });
        }

        await batch.ExecuteNonQueryAsync();
    }

    private static byte[] Seal(byte[] sleutel, byte[] inhoud)
    {
        var envelop = new byte[Nonce + Tag + inhoud.Length];
        RandomNumberGenerator.Fill(envelop.AsSpan(0, Nonce));
        using var aes = new AesGcm(sleutel, Tag);
        aes.Encrypt(envelop.AsSpan(0, Nonce), inhoud, envelop.AsSpan(Nonce + Tag), envelop.AsSpan(Nonce, Tag));
        return envelop;
    }

    private static byte[] Open(byte[] sleutel, byte[] envelop)
    {
        var inhoud = new byte[envelop.Length - Nonce - Tag];
        using var aes = new AesGcm(sleutel, Tag);
        aes.Decrypt(envelop.AsSpan(0, Nonce), envelop.AsSpan(Nonce + Tag), envelop.AsSpan(Nonce, Tag), inhoud);
        return inhoud;
    }
}
