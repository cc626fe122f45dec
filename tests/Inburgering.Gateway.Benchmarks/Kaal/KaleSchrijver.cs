using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks.Kaal;

/// <summary>The least that still chains: takes all that waits, hashes each line onto the one before, one array insert, one commit, then answers.</summary>
internal sealed class KaleSchrijver : IAsyncDisposable
{
    /// <summary>With the indexes that search asks for (performance 2.5).</summary>
    public const string Tabel = """
        create schema kaal;
        create table kaal.regel (seq bigint primary key, tijdstip timestamptz not null, client text not null, dossier_id uuid not null, velden text not null, hash bytea not null);
        create index on kaal.regel (dossier_id, tijdstip);
        create index on kaal.regel (client, tijdstip);
        create index on kaal.regel (tijdstip);
        """;

    private const int Meest = 512;
    private const string Insert = "insert into kaal.regel select * from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::uuid[], $5::text[], $6::bytea[])";

    private readonly Channel<Wachtend> rij = Channel.CreateUnbounded<Wachtend>(new UnboundedChannelOptions { SingleReader = true });
    private readonly NpgsqlConnection verbinding;
    private readonly Task schrijft;
    private byte[] vorige = new byte[SHA256.HashSizeInBytes];
    private long seq;

    private KaleSchrijver(NpgsqlConnection verbinding)
    {
        this.verbinding = verbinding;
        schrijft = SchrijfAsync();
    }

    public static async Task<KaleSchrijver> OpenAsync(NpgsqlDataSource bron) => new(await bron.OpenConnectionAsync());

    public Task AppendAsync(string client, Guid dossierId, string velden)
    {
        var regel = new Wachtend(DateTime.UtcNow, client, dossierId, velden);
        return rij.Writer.TryWrite(regel) ? regel.Klaar.Task : throw new InvalidOperationException("Closed.");
    }

    public async ValueTask DisposeAsync()
    {
        rij.Writer.Complete();
        await schrijft;
        await verbinding.DisposeAsync();
    }

    private async Task SchrijfAsync()
    {
        while (await rij.Reader.WaitToReadAsync())
        {
            var regels = new List<Wachtend>();
            while (regels.Count < Meest && rij.Reader.TryRead(out var regel))
            {
                regels.Add(regel);
            }

            await SchrijfAsync(regels);
            regels.ForEach(r => r.Klaar.SetResult());
        }
    }

    private async Task SchrijfAsync(List<Wachtend> regels)
    {
        await using var command = new NpgsqlCommand(Insert, verbinding);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. regels.Select(_ => ++seq)] });
        command.Parameters.Add(new NpgsqlParameter<DateTime[]> { TypedValue = [.. regels.Select(r => r.Tijdstip)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regels.Select(r => r.Client)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. regels.Select(r => r.DossierId)] });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. regels.Select(r => r.Velden)] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. regels.Select(Keten)] });
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
    }

    private byte[] Keten(Wachtend regel) =>
        vorige = SHA256.HashData([.. vorige, .. Encoding.UTF8.GetBytes($"{regel.Tijdstip.Ticks}|{regel.Client}|{regel.DossierId:N}|{regel.Velden}")]);

    private sealed record Wachtend(DateTime Tijdstip, string Client, Guid DossierId, string Velden)
    {
        public TaskCompletionSource Klaar { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
