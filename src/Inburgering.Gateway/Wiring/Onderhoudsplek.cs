using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>What a maintenance command works with: the role gateway_onderhoud, the keys, and a log writer of its own.</summary>
internal sealed class Onderhoudsplek : IAsyncDisposable
{
    private readonly Sleutelmap sleutels;
    private readonly LogWriter log;

    private Onderhoudsplek(GatewayOptions options)
    {
        sleutels = Sleutelmap.Open(options.SleutelMap);
        Kluis = new Kluis(sleutels);
        Bron = NpgsqlDataSource.Create(Migrator.Verbinding(options.SleutelMap, "onderhoud"));
        log = new LogWriter(new NpgsqlLogStore(Bron), Microsoft.Extensions.Options.Options.Create(new VerwerkingslogOptions()), TimeProvider.System, NullLogger<LogWriter>.Instance);
    }

    public NpgsqlDataSource Bron { get; }

    public Kluis Kluis { get; }

    public IZegelSleutel Zegelsleutel => new ZegelSleutel(sleutels);

    public ILogWriter Log => log;

    public static async Task<Onderhoudsplek> OpenAsync(GatewayOptions options, CancellationToken ct)
    {
        var plek = new Onderhoudsplek(options);
        await plek.log.StartAsync(ct);
        return plek;
    }

    /// <summary>What waits is written first.</summary>
    public async ValueTask DisposeAsync()
    {
        await log.StopAsync(CancellationToken.None);
        log.Dispose();
        await Bron.DisposeAsync();
        sleutels.Dispose();
    }
}
