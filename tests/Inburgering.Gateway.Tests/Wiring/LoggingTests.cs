using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Tests.Wiring;

[Trait("Regel", "security 5")]
public sealed class LoggingTests
{
    private const string Bsn = "999990342";

    public static TheoryData<string> Ways => ["tekst", "getal", "object", "lijst", "woordenboek", "sleutel", "uitzondering", "binnenste", "sjabloon", "scope", "pad", "adres"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Log_BsnInAnyForm_IsTakenOut(string way)
    {
        var log = new CapturedLog();
        using (var factory = LoggerFactory.Create(l => log.Use(l, new ConfigurationBuilder().Build())))
        {
            Write(factory.CreateLogger("Inburgering.Proef"), way);
        }

        Assert.Contains("\"Level\":\"Error\"", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bsn, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_ExceptionCaughtByTheFramework_KeepsTypeAndPlaceOnly()
    {
        var log = new CapturedLog();
        using (var factory = LoggerFactory.Create(l => log.Use(l, new ConfigurationBuilder().Build())))
        {
            factory.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").LogError(Thrown(), "Niet afgehandeld.");
        }

        Assert.Contains("System.InvalidOperationException", log.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", log.Text, StringComparison.Ordinal);
    }

    private static void Write(ILogger log, string way)
    {
        switch (way)
        {
            case "tekst": log.LogError("Fout bij {Wie}", $"persoon {Bsn}"); break;
            case "getal": log.LogError("Fout bij {Wie}", 999990342); break;
            case "object": log.LogError("Fout bij {@Wie}", new { Nummer = Bsn, Diep = new { Getal = 999990342L } }); break;
            case "lijst": log.LogError("Fout bij {Wie}", [new[] { Bsn, "x" }]); break;
            case "woordenboek": log.LogError("Fout bij {Wie}", new Dictionary<string, object> { ["a"] = Bsn, [Bsn] = 1 }); break;
            case "sleutel": log.LogError("Fout bij {@Wie}", new Dictionary<int, int> { [999990342] = 999990342 }); break;
            case "uitzondering": log.LogError(new InvalidOperationException($"voor {Bsn}"), "Fout"); break;
            case "binnenste": log.LogError(new InvalidOperationException("x", new FormatException($"«{Bsn}»")), "Fout"); break;
#pragma warning disable CA2254 // the template itself is what is tried
            case "sjabloon": log.LogError($"Fout bij {Bsn}"); break;
#pragma warning restore CA2254
            case "adres": log.LogError("Fout bij {Adres}", new Uri($"http://127.0.0.1/personen/{Bsn}/pip")); break;
            default:
                using (log.BeginScope(new Dictionary<string, object> { [way == "pad" ? "RequestPath" : "Wie"] = $"/x/{Bsn}" }))
                {
                    log.LogError("Fout");
                }

                break;
        }
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("Jan Geheim", new FormatException("Geheim"));
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }
}
