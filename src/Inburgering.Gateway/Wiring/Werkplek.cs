using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>What a command works with that writes to the log: a role of the database, the keys, and a log writer of its own.</summary>
internal sealed class Werkplek : IAsyncDisposable
{
    private readonly Sleutelmap sleutels;
    private readonly LogWriter log;

    private Werkplek(GatewayOptions options, string rol)
    {
        sleutels = Sleutelmap.Open(options.SleutelMap);
        Kluis = new Kluis(sleutels);
        Bron = NpgsqlDataSource.Create(Migrator.Verbinding(options.SleutelMap, rol));
        log = new LogWriter(new NpgsqlLogStore(Bron), Microsoft.Extensions.Options.Options.Create(new VerwerkingslogOptions()), TimeProvider.System, NullLogger<LogWriter>.Instance);
    }

    public NpgsqlDataSource Bron { get; }

    public Kluis Kluis { get; }

    public IZegelSleutel Zegelsleutel => new ZegelSleutel(sleutels);

    public ILogWriter Log => log;

    /// <param name="rol">onderhoud or applicatie.</param>
    public static async Task<Werkplek> OpenAsync(GatewayOptions options, string rol, CancellationToken ct)
    {
        var plek = new Werkplek(options, rol);
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
