using System.Diagnostics;
using System.Globalization;
using System.Text;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Npgsql;

namespace Inburgering.Gateway.Benchmarks;

/// <summary>A log of a million lines: how long both verifiers take on one core, and how much room a line takes.</summary>
public sealed class LogControleTests
{
    private const int Lines = 1_000_000;
    private const int PerBatch = 5_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Verify_AMillionLines_TakesUnderThirtySecondsOfOneCore()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await FillAsync(wereld);
        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);
        await using var bron = await NpgsqlControleBron.OpenAsync(wereld.Database.Controle, Given.Ct);
        await MeasureAsync("exporteren", () => TweedeControle.ExportAsync(bron, wereld.Sleutel, wereld.Export));
        Meting.Druk($"{new FileInfo(wereld.Export).Length / (double)Lines:F0} bytes per regel in het bestand");

        var database = await MeasureAsync("controle in de database", () => VerifyAsync(wereld, bron));
        var file = await MeasureAsync("controle van het bestand", async () =>
        {
            await using var export = new BestandBron(wereld.Export);
            return await VerifyAsync(wereld, export);
        });
        var tweede = await SecondAsync(wereld);

        Assert.All([database, file, tweede], cpu => Assert.True(cpu < Limit, $"{cpu}"));
    }

    [Fact]
    public async Task Line_WithItsIndexes_TakesAtMost400Bytes()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await FillAsync(wereld, Lines / 5);

        var bytes = await wereld.Database.OwnerScalarAsync<long>("select pg_total_relation_size('verwerkingslog.regel_202411')") / (double)(Lines / 5);

        Meting.Druk($"{bytes:F0} bytes per regel met indexen (hoogstens 400)");
        Assert.True(bytes <= 400, $"{bytes}");
    }

    private static Task<long> VerifyAsync(LogWereld wereld, IControleBron bron) => new LogControle(bron, wereld.Sleutel, null).RunAsync(Given.Ct).ContinueWith(
        t => t.Result.Bevindingen.Count == 0 ? t.Result.Regels : throw new InvalidOperationException("Het log is niet heel."), TaskScheduler.Default);

    /// <summary>CPU time of this process: on a shared machine the clock on the wall says nothing, and on one core it is what counts.</summary>
    private static async Task<TimeSpan> MeasureAsync(string wat, Func<Task<long>> werk)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var lines = await werk();
        process.Refresh();
        var cpu = process.TotalProcessorTime - before;
        Meting.Druk($"{wat}: {lines} regels in {cpu.TotalSeconds:F1} s rekentijd");
        return cpu;
    }

    private static async Task<TimeSpan> SecondAsync(LogWereld wereld)
    {
        const string Timed = "import os,runpy,sys\ntry: runpy.run_path(sys.argv[0], run_name='__main__')\nexcept SystemExit as e: code = e.code\nprint('REKENTIJD', os.times().user + os.times().system)\nsys.exit(code)";
        var (code, uit, fout) = await TweedeControle.PythonAsync("-c", $"import sys; sys.argv = sys.argv[1:]\n{Timed}", TweedeControle.Script, wereld.Export, "--ankers", wereld.Options.Ankers);
        Assert.True(code == 0, uit + fout);
        var cpu = TimeSpan.FromSeconds(double.Parse(uit[(uit.IndexOf("REKENTIJD", StringComparison.Ordinal) + 10)..], CultureInfo.InvariantCulture));
        Meting.Druk($"tweede controle van het bestand: {cpu.TotalSeconds:F1} s rekentijd");
        return cpu;
    }

    /// <summary>Lines as the writer makes them, put in by its own session.</summary>
    private static async Task FillAsync(LogWereld wereld, int lines = Lines)
    {
        await using var session = await new NpgsqlLogStore(wereld.Database.Applicatie).OpenAsync(Given.Ct);
        var kop = new Kop("1708", session.Slot, 0, Keten.Begin);
        for (var at = 0; at < lines; at += PerBatch)
        {
            await using var transaction = await session.BeginAsync(Given.Ct);
            var rows = new List<RegelRow>(PerBatch);
            var oud = kop.Seq;
            for (var i = 0; i < PerBatch; i++)
            {
                var row = RegelVertaling.ToRow(Given.Regel(nummer: at + i));
                (row.Slot, row.Seq, row.Registratie) = (session.Slot, kop.Seq + 1, row.Tijdstip);
                row.Hash = Keten.Hash(kop.Hash, "1708", row.Slot, row.Seq, row.Registratie, row.Velden, row.PersoonDigest);
                kop = new Kop("1708", row.Slot, row.Seq, row.Hash);
                rows.Add(row);
            }

            await session.WriteAsync(rows, [new Kopverplaatsing(oud, kop)], Given.Ct);
            await session.CommitAsync(Given.Ct);
        }
    }
}
