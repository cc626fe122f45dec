using System.Security.Cryptography;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Benchmarks.Log;

/// <summary>The questions of the screens and of LDV Lezen (ux 3-4), each time about somebody or something else.</summary>
internal static class Logvragen
{
    private const string Toezicht = "toezicht-gebruik";

    public static IEnumerable<(string Vraag, Func<int, LogFilter> Filter)> Alle()
    {
        var (week, kwartaal, jaar) = (GrootLog.Einde.AddDays(-7), GrootLog.Einde.AddDays(-92), GrootLog.Einde.AddYears(-1));
        yield return ("per dossier over een jaar", n => new LogFilter { DossierId = GrootLog.Dossier(n), Van = jaar, Tot = GrootLog.Einde, ZonderDoel = Toezicht });
        yield return ("per betrokkene over een kwartaal", n => new LogFilter { Persoon = new LogPersoon(Onbekend, [GrootLog.Dossier(n)]), Van = kwartaal, Tot = GrootLog.Einde });
        yield return ("per client over een kwartaal", n => new LogFilter { ClientId = Client(n), Van = kwartaal, Tot = GrootLog.Einde });
        yield return ("per systeem over een week", n => new LogFilter { Actor = Client(n), Van = week, Tot = GrootLog.Einde, ZonderGevondenen = true });
        yield return ("per medewerker over een kwartaal", n => new LogFilter { Actor = GrootLog.Medewerker(n), Van = kwartaal, Tot = GrootLog.Einde, ZonderGevondenen = true });
        yield return ("per trace", n => new LogFilter { TraceId = GrootLog.Trace(n) });
        yield return ("over een week", n => new LogFilter { Van = week.AddDays(-(n % 200)), Tot = GrootLog.Einde.AddDays(-(n % 200)), ZonderGevondenen = true });
        yield return ("over een kwartaal", n => new LogFilter { Van = kwartaal, Tot = GrootLog.Einde, ZonderGevondenen = true });
        yield return ("wat geweigerd is over een kwartaal", n => new LogFilter { Van = kwartaal, Tot = GrootLog.Einde, Resultaat = Resultaat.Geweigerd });
        yield return ("per gegevenscategorie over een kwartaal", n => new LogFilter { Van = kwartaal, Tot = GrootLog.Einde, Categorie = "GSP", ZonderGevondenen = true });
        yield return ("per verwerkingsactiviteit over een kwartaal", n => new LogFilter { Van = kwartaal, Tot = GrootLog.Einde, Verwerkingsactiviteit = "VA-08-participatie/1" });
    }

    /// <summary>Somewhere far in the period; a page begins behind any place.</summary>
    public static LogPlaats Diep(LogFilter filter, int n)
    {
        var (van, tot) = (filter.Van ?? GrootLog.Einde.AddMonths(-GrootLog.Maanden), filter.Tot ?? GrootLog.Einde);
        var tijdstip = filter.TraceId is null ? tot - ((tot - van) * (0.5 + (n % 40 / 100.0))) : tot;
        return new LogPlaats(tijdstip, tijdstip, long.MaxValue, 0);
    }

    private static string Onbekend { get; } = Convert.ToHexStringLower(SHA256.HashData("niemand"u8));

    private static string Client(int n) => $"partner-{1 + (n % GrootLog.Clients)}";
}
