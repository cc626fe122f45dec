using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway onderhoud bewaartermijnen [--proef]`: erases what may not be kept, under the role gateway_onderhoud, which no serving process holds.</summary>
internal static class OnderhoudCommand
{
    /// <summary>Exit 0: done, or another machine is at it; 1: of some gemeente not everything could be erased, the next run goes on.</summary>
    public static async Task<int> BewaartermijnenAsync(string[] args, IConfiguration configuration, GatewayOptions options, CancellationToken ct)
    {
        if (args is not ([] or ["--proef"]))
        {
            throw new InvalidOperationException("Gebruik: gateway onderhoud bewaartermijnen [--proef]");
        }

        if (Directory.Exists(options.DemoMap) && string.IsNullOrEmpty(configuration["GATEWAY_KLOK"]))
        {
            throw new InvalidOperationException("Dit is de demo, waar de tijd stilstaat. Geef met GATEWAY_KLOK welke dag het is, bijvoorbeeld 2024-11-15T10:00:00+01:00.");
        }

        var beleid = PolicyLoader.Load(Path.Combine(AppContext.BaseDirectory, "config"), [.. PartnerHttp.Find().Select(p => p.Key)]);
        using var sleutels = Sleutelmap.Open(options.SleutelMap);
        await using var bron = NpgsqlDataSource.Create(Migrator.Verbinding(options.SleutelMap, "onderhoud"));
        var kluis = new Kluis(sleutels);
        var opruiming = new Opruiming(bron, new Bewaarlezer(kluis), new Wisser(kluis));
        await using var beurt = await opruiming.BeurtAsync(ct);
        if (beurt is null)
        {
            await Console.Out.WriteLineAsync("Een andere machine is al bezig met de bewaartermijnen.");
            return 0;
        }

        using var log = new LogWriter(new NpgsqlLogStore(bron), Microsoft.Extensions.Options.Options.Create(new VerwerkingslogOptions()), TimeProvider.System, NullLogger<LogWriter>.Instance);
        await log.StartAsync(ct);
        var exit = await RunAsync(new Bewaartermijnen(beleid, opruiming, log, Klokken.Zaakklok(configuration)), beleid, proef: args.Length > 0, ct);
        await log.StopAsync(ct);
        return exit;
    }

    /// <summary>One gemeente that fails keeps no other from its turn.</summary>
    private static async Task<int> RunAsync(Bewaartermijnen bewaartermijnen, Beleid beleid, bool proef, CancellationToken ct)
    {
        var exit = 0;
        foreach (var gemeentecode in beleid.Gemeenten.Keys.Order(StringComparer.Ordinal))
        {
            try
            {
                await Console.Out.WriteLineAsync(Zin(await bewaartermijnen.RunAsync(gemeentecode, proef, ct), proef));
            }
            catch (Exception e) when (e is NpgsqlException or LogUnavailableException)
            {
                exit = 1;
                await Console.Out.WriteLineAsync($"{gemeentecode}: afgebroken ({e.GetType().Name}); de volgende keer gaat het verder.");
            }
        }

        return exit;
    }

    private static string Zin(Bewaartelling telling, bool proef) =>
        $"{telling.Gemeentecode}: dossiers {telling.Dossiers}, gegevenscategorieën {telling.Categorieen}, berichtinhouden {telling.Berichten}{(proef ? " te verwijderen (proef: niets gewijzigd)" : " verwijderd")}.";
}
