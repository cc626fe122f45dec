using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

/// <summary>
/// Lets one process run a program's own entry point again and again, each time to its end: of a start that takes four seconds of
/// processor time the compiler of the runtime takes three and a half. The runtime itself runs this before the program's Main
/// (DOTNET_STARTUP_HOOKS); <see cref="Inburgering.Gateway.Tests.Shared.WarmProcess"/> gives the work on standard input.
/// </summary>
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "the runtime looks for this very name")]
internal static class StartupHook
{
    /// <summary>Ends the output of one run, on both streams, with its exit code after it.</summary>
    internal const string End = "#einde van deze beurt: ";

    public static void Initialize()
    {
        // what the program starts itself is a program of its own
        System.Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);

        // a host that is asked to stop ends itself; between two hosts nobody else listens
        using var stop = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        var program = Assembly.LoadFrom(System.Environment.GetCommandLineArgs()[0]).EntryPoint ?? throw new InvalidOperationException("Dit is geen programma.");
        IEnumerable<string> earlier = [];
        while (Console.In.ReadLine() is { } line)
        {
            var turn = JsonSerializer.Deserialize<Turn>(line) ?? throw new InvalidOperationException("Een lege beurt.");
            earlier = Exchange(earlier, turn.Environment);
            var exit = program.Invoke(null, [turn.Words]) ?? System.Environment.ExitCode;
            Console.Out.WriteLine($"{End}{exit}");
            Console.Error.WriteLine($"{End}{exit}");
        }

        System.Environment.Exit(0);
    }

    private static IEnumerable<string> Exchange(IEnumerable<string> earlier, Dictionary<string, string?> now)
    {
        foreach (var name in earlier)
        {
            System.Environment.SetEnvironmentVariable(name, null);
        }

        foreach (var (name, value) in now)
        {
            System.Environment.SetEnvironmentVariable(name, value);
        }

        return now.Keys;
    }

    /// <summary>One run: the words after the program's name and its environment.</summary>
    internal sealed record Turn(string[] Words, Dictionary<string, string?> Environment);
}
