using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>A database with a running writer, its sealer and its folder of exported checkpoints.</summary>
internal sealed class LogWereld : IAsyncDisposable
{
    private LogWereld(LogDatabase database, VerwerkingslogOptions options, LogWriter writer)
    {
        (Database, Options, Writer) = (database, options, writer);
        Zegelaar = new Zegelaar(writer, new NpgsqlZegelStore(database.Applicatie), Sleutel, Microsoft.Extensions.Options.Options.Create(options),
            TimeProvider.System, NullLogger<Zegelaar>.Instance);
    }

    public LogDatabase Database { get; }

    public VerwerkingslogOptions Options { get; }

    public LogWriter Writer { get; }

    public TestSleutel Sleutel { get; } = new();

    public string Export => Path.Combine(Options.Ankers, "export.jsonl");

    public Zegelaar Zegelaar { get; }

    public static async Task<LogWereld> CreateAsync(Action<VerwerkingslogOptions>? change = null)
    {
        var database = await LogDatabase.CreateAsync();
        var options = Given.Options();
        change?.Invoke(options);
        return new LogWereld(database, options, await Given.WriterAsync(database, options));
    }

    /// <summary>Lines for two gemeenten with a checkpoint behind each round.</summary>
    public async Task FillAsync(int rounds, int perRound)
    {
        for (var round = 0; round < rounds; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, perRound).SelectMany(i => new[]
            {
                Writer.AppendAsync(Given.Regel("1708", (round * perRound) + i), Given.Ct),
                Writer.AppendAsync(Given.Regel("0171", (round * perRound) + i), Given.Ct),
            }));
            await Zegelaar.ZegelAsync(now: true, Given.Ct);
        }
    }

    /// <summary>What both verifiers find.</summary>
    /// <param name="sleutel">Null: the key that sealed.</param>
    public Task<Controleuitslag> ControleerAsync(IZegelSleutel? sleutel = null) =>
        TweedeControle.BeideAsync(Database.Controle, sleutel ?? Sleutel, Options.Ankers, Export);

    /// <summary>All lines of a gemeente, page by page.</summary>
    public async Task<IReadOnlyList<GelezenRegel>> ReadAllAsync(string gemeentecode, LogFilter? filter = null)
    {
        var lezer = new LogLezer(Database.Applicatie);
        var all = new List<GelezenRegel>();
        var page = await lezer.ReadAsync(gemeentecode, filter ?? new LogFilter(), null, Given.Ct);
        all.AddRange(page.Regels);
        while (page.Volgende is { } next)
        {
            page = await lezer.ReadAsync(gemeentecode, filter ?? new LogFilter(), next, Given.Ct);
            all.AddRange(page.Regels);
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(CancellationToken.None);
        Writer.Dispose();
        Zegelaar.Dispose();
        Directory.Delete(Options.Ankers, recursive: true);
        await Database.DisposeAsync();
    }
}
