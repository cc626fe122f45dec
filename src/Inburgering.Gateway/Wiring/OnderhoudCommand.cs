using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway onderhoud bewaartermijnen [--proef]`: erases what may not be kept, under the role gateway_onderhoud, which no serving process holds.</summary>
internal static class OnderhoudCommand
{
    /// <summary>The role of the database, as the key folder names its connection.</summary>
    internal const string Onderhoud = "onderhoud";

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

        await using var plek = await Werkplek.OpenAsync(options, Onderhoud, ct);
        var beleid = await ActiefAsync(new BeleidStore(plek.Bron, Klokken.Zaakklok(configuration)), ct);
        var opruiming = new Opruiming(plek.Bron, new Bewaarlezer(plek.Kluis), new Wisser(plek.Kluis));
        await using var beurt = await opruiming.BeurtAsync(ct);
        if (beurt is null)
        {
            await Console.Out.WriteLineAsync("Een andere machine is al bezig met de bewaartermijnen.");
            return 0;
        }

        var zaakklok = Klokken.Zaakklok(configuration);
        var exit = await RunAsync(new Bewaartermijnen(beleid, opruiming, new Herstelboek(options.AnkerMap), plek.Log, zaakklok), beleid, proef: args.Length > 0, ct);
        var maanden = new NpgsqlMaandStore(plek.Bron);
        var logmaanden = new Logmaanden(beleid, maanden, new Maandsluiter(maanden, plek.Log, plek.Zegelsleutel, TimeProvider.System), zaakklok);
        exit = Math.Max(exit, await SluitMaandenAsync(logmaanden, proef: args.Length > 0, ct));
        var logtermijnen = new Logtermijnen(beleid, new NpgsqlWisStore(plek.Bron), plek.Log, zaakklok, TimeProvider.System);
        return Math.Max(exit, await WisLogAsync(logtermijnen, beleid, proef: args.Length > 0, ct));
    }

    /// <summary>`gateway onderhoud zoekindex`: after a new index key, so that the old one may go (docs/sleutels.md).</summary>
    public static async Task<int> ZoekindexAsync(IConfiguration configuration, GatewayOptions options, CancellationToken ct)
    {
        await using var plek = await Werkplek.OpenAsync(options, Onderhoud, ct);
        var klok = Klokken.Zaakklok(configuration);
        var beleid = await ActiefAsync(new BeleidStore(plek.Bron, klok), ct);
        var zoekindex = new Zoekindex(beleid, new Herindexering(plek.Bron, plek.Kluis, new DossierWriter(plek.Kluis, klok)), plek.Log, klok);
        var exit = 0;
        foreach (var gemeentecode in beleid.Gemeenten.Keys.Order(StringComparer.Ordinal))
        {
            var (vernieuwd, rest) = await zoekindex.RunAsync(gemeentecode, ct);
            exit = rest > 0 ? 1 : exit;
            await Console.Out.WriteLineAsync($"{gemeentecode}: {vernieuwd} vernieuwd, {rest} wachten op een bericht over die persoon{(rest > 0 ? "; de vorige sleutel moet blijven" : string.Empty)}.");
        }

        return exit;
    }

    /// <summary>The version in force for all processes: the files beside this program may be older or newer, and what is erased does not come back.</summary>
    internal static async Task<Beleid> ActiefAsync(BeleidStore store, CancellationToken ct)
    {
        var hash = await store.ActiefAsync(ct)
            ?? throw new InvalidOperationException("Er is nog geen beleid van kracht; start eerst de gateway. Er is niets verwijderd.");
        try
        {
            return PolicyLoader.FromText(await store.InhoudAsync(hash, ct), [.. PartnerHttp.Find().Select(p => p.Key)]) is var beleid && beleid.Hash == hash
                ? beleid
                : throw new InvalidOperationException("Het beleid in de database is niet het beleid dat van kracht werd. Er is niets verwijderd.");
        }
        catch (PolicyException e)
        {
            throw new InvalidOperationException("Dit programma kan het beleid dat geldt niet lezen; gebruik de versie van de gateway die het in werking stelde. Er is niets verwijderd.", e);
        }
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

    private static async Task<int> SluitMaandenAsync(Logmaanden logmaanden, bool proef, CancellationToken ct)
    {
        try
        {
            await foreach (var (maand, regels) in logmaanden.RunAsync(proef, ct))
            {
                await Console.Out.WriteLineAsync($"log van {maand:yyyy-MM}: {(proef ? "te verwijderen (proef: niets gewijzigd)" : $"{regels} regels verwijderd")}.");
            }

            return 0;
        }
        catch (Exception e) when (e is NpgsqlException or LogUnavailableException or InvalidOperationException)
        {
            await Console.Out.WriteLineAsync($"maanden van het log: afgebroken ({(e is InvalidOperationException ? e.Message : e.GetType().Name)}); de volgende keer gaat het verder.");
            return 1;
        }
    }

    /// <summary>The house has a log of its own.</summary>
    private static async Task<int> WisLogAsync(Logtermijnen logtermijnen, Beleid beleid, bool proef, CancellationToken ct)
    {
        var exit = 0;
        foreach (var gemeentecode in beleid.Gemeenten.Keys.Append(Logregel.Huis).Order(StringComparer.Ordinal))
        {
            try
            {
                var aantal = await logtermijnen.RunAsync(gemeentecode, proef, ct);
                await Console.Out.WriteLineAsync($"{gemeentecode}: logregels {aantal} {(proef ? "te wissen (proef: niets gewijzigd)" : "gewist")}.");
            }
            catch (Exception e) when (e is NpgsqlException or LogUnavailableException)
            {
                exit = 1;
                await Console.Out.WriteLineAsync($"{gemeentecode}: log afgebroken ({e.GetType().Name}); de volgende keer gaat het verder.");
            }
        }

        return exit;
    }

    private static string Zin(Bewaartelling telling, bool proef) =>
        $"{telling.Gemeentecode}: dossiers {telling.Dossiers}, gegevenscategorieën {telling.Categorieen}, berichtinhouden {telling.Berichten}{(proef ? " te verwijderen (proef: niets gewijzigd)" : " verwijderd")}.";
}
