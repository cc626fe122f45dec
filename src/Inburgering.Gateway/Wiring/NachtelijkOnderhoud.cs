using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Wiring;

/// <summary>Every night at three, Dutch time, on machines with the role `taken`: starts `gateway onderhoud bewaartermijnen` and `volledigheid`, each as a process of its own.</summary>
/// <remarks>On several machines the command takes turns by itself.</remarks>
internal sealed partial class NachtelijkOnderhoud(TimeProvider systeemklok, ILogger<NachtelijkOnderhoud> logger) : BackgroundService
{
    private static readonly TimeOnly Uur = new(3, 0);

    /// <summary>What runs at night; gives its exit code.</summary>
    internal Func<CancellationToken, Task<int>> Taak { get; init; } = RunAsync;

    /// <summary>The first three o'clock after this instant.</summary>
    internal static DateTimeOffset Volgende(DateTimeOffset nu) => Klok.Volgende(nu, Uur);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var nu = systeemklok.GetUtcNow();
            await Task.Delay(Volgende(nu) - nu, systeemklok, stoppingToken);
            try
            {
                LogDone(await Taak(stoppingToken));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(e.GetType().Name);
            }
        }
    }

    /// <summary>First what may not be kept goes, then every answer is held against its line.</summary>
    private static async Task<int> RunAsync(CancellationToken ct) => Math.Max(await Onderhoudsproces.RunAsync("bewaartermijnen", ct), await Onderhoudsproces.RunAsync("volledigheid", ct));

    [LoggerMessage(Level = LogLevel.Information, Message = "Het nachtelijk onderhoud is uitgevoerd (uitkomst {Exit}).")]
    private partial void LogDone(int exit);

    [LoggerMessage(Level = LogLevel.Error, Message = "Het nachtelijk onderhoud is niet uitgevoerd ({Soort}).")]
    private partial void LogFault(string soort);
}
