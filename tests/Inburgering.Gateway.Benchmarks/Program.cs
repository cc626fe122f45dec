using Inburgering.Gateway.Benchmarks.Kaal;
using Xunit.Runner.InProc.SystemConsole;

// one at a time: two measurements at once would measure each other
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Inburgering.Gateway.Benchmarks;

/// <summary>Runs the benchmarks; or the lean server they measure against, which is a process of its own because the product is one.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not [KaleServer.Woord])
        {
            return await ConsoleRunner.Run(args);
        }

        await KaleServer.ServeAsync();
        return 0;
    }
}
