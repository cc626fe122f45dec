using System.Diagnostics;
using System.Globalization;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

internal static class Given
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateTimeOffset Begin { get; } = new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);

    public static VerwerkingslogOptions Options() => new()
    {
        Ankers = Directory.CreateTempSubdirectory("ankers").FullName,
        HoogsteWachttijd = TimeSpan.FromMilliseconds(50),
    };

    public static Logregel Regel(string gemeentecode = "1708", int nummer = 0) => new()
    {
        Gemeentecode = gemeentecode,
        Tijdstip = Begin.AddMilliseconds(nummer),
        Duur = TimeSpan.FromMilliseconds(3),
        TraceId = ActivityTraceId.CreateRandom().ToHexString(),
        SpanId = ActivitySpanId.CreateRandom().ToHexString(),
        Naam = "Dossier geraadpleegd",
        Actie = Actie.Raadplegen,
        Resultaat = Resultaat.Toegestaan,
        Actor = "schakelcollege-1708",
        Rol = "taalaanbieder",
        Organisatie = "00000001003214345000",
        ClientId = "schakelcollege-1708",
        Oorsprong = "loopback",
        Verwerkingsactiviteit = "VA-07-leerroute/1",
        Doel = "uitvoeren-leerroute",
        Grondslag = "WI",
        Gevraagd = ["IDN", "CON", "PIP"],
        Geleverd = ["IDN.naam", "IDN.geboortedatum", "CON.telefoon", "PIP.leerroute"],
        Aantal = 1,
        Beleid = new string('b', 64),
        Betrokkene = new Betrokkene(new string('a', 64), "BSN", Dossier(nummer)),
    };

    public static Guid Dossier(int nummer) =>
        Guid.ParseExact((nummer % 10).ToString("x32", CultureInfo.InvariantCulture), "N");

    /// <summary>Asks until it is so; the time out is only there to end a test that fails.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A writer that is not started: what it takes it keeps.</summary>
    public static LogWriter IdleWriter() =>
        new(new NoStore(), Microsoft.Extensions.Options.Options.Create(Options()), TimeProvider.System, NullLogger<LogWriter>.Instance);

    public static async Task<LogWriter> WriterAsync(LogDatabase database, VerwerkingslogOptions? options = null, ILogStore? store = null, bool stopped = false)
    {
        var writer = new LogWriter(store ?? new NpgsqlLogStore(database.Applicatie), Microsoft.Extensions.Options.Options.Create(options ?? Options()),
            TimeProvider.System, NullLogger<LogWriter>.Instance);
        await writer.StartAsync(new CancellationToken(stopped));
        return writer;
    }

    private sealed class NoStore : ILogStore
    {
        public Task<ILogSession> OpenAsync(CancellationToken ct) => throw new LogUnavailableException("No store.");
    }
}
