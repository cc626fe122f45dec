using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring;

/// <summary>GATEWAY_OMGEVING=productie refuses what belongs to a demo or a test, each by name and all at once (security 24).</summary>
internal sealed class Productie(IConfiguration configuration, GatewayOptions options, BeleidHouder beleid, BeleidStore merken, IOptions<VerwerkingslogOptions> log)
    : IHostedService
{
    private const string Omgeving = "GATEWAY_OMGEVING";
    private const string ProductieWoord = "productie";

    /// <summary>OINs that Logius hands out for tests, and the invented ones of our own demo.</summary>
    private static readonly string[] TestOins = ["00000099", "0000000199999", "0000000399999"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration[Omgeving] is not { Length: > 0 } woord)
        {
            return;
        }

        if (woord != ProductieWoord)
        {
            throw new InvalidOperationException($"{Omgeving} kent alleen «{ProductieWoord}»; laat de variabele anders weg.");
        }

        string[] fouten = [.. await DemoAsync(cancellationToken), .. Sleutels(), .. Adressen(), .. Getuige(), .. Partners(), .. Meldpunten(), .. Oins()];
        if (fouten.Length > 0)
        {
            throw new InvalidOperationException("De gateway start niet als productie:" + string.Concat(fouten.Select(f => $"\n- {f}")));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsLoopback(string adres) => Uri.TryCreate(adres, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private async Task<IEnumerable<string>> DemoAsync(CancellationToken ct)
    {
        var fouten = new List<string>();
        if (await merken.HasMarkAsync("demo", ct))
        {
            fouten.Add("de database bevat demogegevens; begin met een lege database.");
        }

        if (Directory.Exists(options.DemoMap) && Directory.EnumerateFiles(options.DemoMap).Any())
        {
            fouten.Add($"{options.DemoMap} bevat sleutels en logins van de demo; verwijder die map.");
        }

        return fouten;
    }

    private IEnumerable<string> Sleutels()
    {
        if (Sleutelmap.IsVanDemo(options.SleutelMap))
        {
            yield return "de sleutels zijn door de demo gemaakt; maak eigen sleutels.";
        }

        if (options.SleutelMap.StartsWith(options.DataMap + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            yield return "de sleutels staan in de datamap; zet ze elders en wijs ze aan met GATEWAY_SLEUTELS.";
        }
    }

    private IEnumerable<string> Adressen()
    {
        if (!options.BasisUrl.StartsWith("https://", StringComparison.Ordinal))
        {
            yield return "het adres voor partners (Gateway:PubliekeUrl) is geen https.";
        }

        foreach (var adres in (configuration["urls"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Where(a => a.StartsWith("http://", StringComparison.Ordinal) && !IsLoopback(a)))
        {
            yield return $"de gateway luistert zonder TLS op {adres}.";
        }
    }

    private IEnumerable<string> Getuige()
    {
        if (log.Value.Getuige.Url is not { } url)
        {
            yield return "niemand buiten deze machine bevestigt het log (Verwerkingslog:Getuige:Url); een map op deze machine is geen getuige.";
        }
        else if (url.Scheme != Uri.UriSchemeHttps || url.IsLoopback)
        {
            yield return "de getuige van het log (Verwerkingslog:Getuige:Url) is geen https-adres buiten deze machine.";
        }
    }

    private IEnumerable<string> Partners()
    {
        foreach (var (naam, url) in beleid.Beleid.Bestemmingen.Values.Select(o => (o.Partnertype, o.BasisUrl)).Distinct())
        {
            if (url.Contains("{sandboxPort}", StringComparison.Ordinal) || IsLoopback(url))
            {
                yield return $"config/partners/{naam}.json wijst naar de proefomgeving op deze machine.";
            }

            if (!url.StartsWith("https://", StringComparison.Ordinal))
            {
                yield return $"config/partners/{naam}.json gebruikt een adres zonder https.";
            }
        }
    }

    private IEnumerable<string> Meldpunten() => beleid.Beleid.Gemeenten.Values
        .Where(g => g.Meldpunt is { } adres && (IsLoopback(adres) || !adres.StartsWith("https://", StringComparison.Ordinal)))
        .Select(g => $"het meldpunt in config/gemeenten/{g.Gemeentecode}.json is geen https-adres buiten deze machine.");

    private IEnumerable<string> Oins() =>
        beleid.Beleid.Gemeenten.Values.Select(g => (Bestand: $"gemeenten/{g.Gemeentecode}.json", g.Oin))
            .Concat(beleid.Beleid.Partners.Values.SelectMany(p => p.Instanties.Select(i => (Bestand: $"partners/{p.Partnertype}.json", i.Oin))))
            .Where(o => TestOins.Any(t => o.Oin.StartsWith(t, StringComparison.Ordinal)))
            .Select(o => $"config/{o.Bestand} bevat een OIN voor tests: {o.Oin}.");
}
