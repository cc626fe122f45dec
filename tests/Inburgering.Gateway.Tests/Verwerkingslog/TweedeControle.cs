using System.Diagnostics;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Npgsql;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>The second verifier, src/controleer_log.py, as anyone would run it: on a file and a folder, nothing else.</summary>
internal static class TweedeControle
{
    public static string Script { get; } = Path.Combine(Binaries.Root, "src", "controleer_log.py");

    public static Task<(int Code, string Uit, string Fout)> RunAsync(params string[] args) => PythonAsync([Script, .. args]);

    public static async Task<(int Code, string Uit, string Fout)> PythonAsync(params string[] args)
    {
        var info = new ProcessStartInfo("python3", ["-B", .. args]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(info)!;
        var (uit, fout) = (process.StandardOutput.ReadToEndAsync(Given.Ct), process.StandardError.ReadToEndAsync(Given.Ct));
        await process.WaitForExitAsync(Given.Ct);
        return (process.ExitCode, await uit, await fout);
    }

    /// <summary>What the verifier finds in the database; the second verifier must find the same in its export, and so must ours.</summary>
    /// <param name="export">Where the export is written.</param>
    public static async Task<Controleuitslag> BeideAsync(NpgsqlDataSource controle, IZegelSleutel sleutel, string ankers, string export)
    {
        await using var bron = await NpgsqlControleBron.OpenAsync(controle, Given.Ct);
        var uitslag = await new LogControle(bron, sleutel, new Ankers(ankers)).RunAsync(Given.Ct);
        await ExportAsync(bron, sleutel, export);
        await AgreeAsync(export, sleutel, ankers, uitslag);
        return uitslag;
    }

    /// <summary>Exports a log to a file.</summary>
    /// <returns>Number of lines.</returns>
    public static async Task<long> ExportAsync(IControleBron bron, IZegelSleutel sleutel, string path)
    {
        await using var file = File.Create(path);
        return await ExporteerLog.WriteAsync(bron, sleutel, file, Given.Ct);
    }

    /// <summary>Holds the second verifier, and ours on the same file, to what ours found in the database.</summary>
    /// <param name="ankers">Null: without.</param>
    public static async Task AgreeAsync(string export, IZegelSleutel sleutel, string? ankers, Controleuitslag uitslag)
    {
        var zinnen = uitslag.Bevindingen.Select(ControleerCommand.Zin).ToArray();
        await using var bron = new BestandBron(export);
        var bestand = await new LogControle(bron, sleutel, ankers is null ? null : new Ankers(ankers)).RunAsync(Given.Ct);
        Assert.Equal(zinnen, bestand.Bevindingen.Select(ControleerCommand.Zin));

        var (code, uit, fout) = await RunAsync(ankers is null ? [export] : [export, "--ankers", ankers]);

        Assert.True(code == (zinnen.Length == 0 ? 0 : 1), fout);
        var lines = uit.Split('\n');
        Assert.Equal(zinnen, lines.TakeWhile(l => !l.StartsWith("Gecontroleerd:", StringComparison.Ordinal)));
        Assert.Contains(ControleerCommand.Telling(uitslag), lines);
    }
}
