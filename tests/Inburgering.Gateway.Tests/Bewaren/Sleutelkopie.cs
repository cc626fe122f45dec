using Inburgering.Gateway.Tests.Shared;
using Npgsql;

namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>The key folder of the template, pointing to a class's clone.</summary>
internal sealed class Sleutelkopie : IDisposable
{
    private const string Klok = "2025-01-01T12:00:00+01:00";

    public string Folder { get; } = Directory.CreateTempSubdirectory("bewaren-").FullName;

    public Sleutelkopie(BewaarWereld world)
    {
        foreach (var source in Directory.EnumerateFiles(world.SleutelMap))
        {
            var target = Path.Combine(Folder, Path.GetFileName(source));
            File.WriteAllText(target, source.EndsWith(".verbinding", StringComparison.Ordinal)
                ? new NpgsqlConnectionStringBuilder(File.ReadAllText(source)) { Database = world.Database }.ConnectionString
                : File.ReadAllText(source));
        }
    }

    public ProgramProcess Start(params string[] words) => Start(Klok, words);

    public Task<(int Exit, string Output)> RunAsync(params string[] words) => MetKlokAsync(Klok, words);

    /// <param name="klok">GATEWAY_KLOK; null: not given.</param>
    public async Task<(int Exit, string Output)> MetKlokAsync(string? klok, params string[] words)
    {
        await using var program = Start(klok, words);
        var exit = await program.WaitAsync(TestContext.Current.CancellationToken);
        return (exit, program.Output.Trim());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private ProgramProcess Start(string? klok, string[] words) => ProgramProcess.Start(
        Binaries.Gateway, new Dictionary<string, string?> { ["GATEWAY_SLEUTELS"] = Folder, ["GATEWAY_DATA"] = Folder, ["GATEWAY_KLOK"] = klok }, words);
}
