using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring;

/// <summary>Looks every <see cref="GatewayOptions.Beleidronde"/> whether another policy is in force or config/ was changed: a watcher of the file system misses mounts and copies.</summary>
internal sealed partial class BeleidWacht(Beleidsversies versies, GatewayOptions options, TimeProvider systeemklok, ILogger<BeleidWacht> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Beleidronde, systeemklok);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await versies.KijkAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // what the database holds is compared again with every decision
                LogFault(logger, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Er kon niet worden gekeken welk beleid geldt: {Fout}")]
    private static partial void LogFault(ILogger logger, string fout);
}
