using Inburgering.Gateway.Features.Demo;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Wiring.Afkeuringen;
using Inburgering.Gateway.Wiring.Herstelmodus;
using Inburgering.Gateway.Wiring.Partnerpaginas;
using Inburgering.Gateway.Wiring.Synchronisaties;

namespace Inburgering.Gateway.Wiring;

/// <summary>The verbs of ./gateway (interface 1). Exit 0 done, 1 found something, 2 wrong use.</summary>
internal static class Commands
{
    /// <summary>Runs the command these words name, or serves.</summary>
    public static Task<int> RunAsync(string[] args, Func<Task<int>> serve)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var options = GatewayOptions.FromConfiguration(configuration);
        return args switch
        {
            [] => Guarded(serve),
            ["migrate"] => Guarded(() => MigrateAsync(configuration, options)),
            ["demo", "laad"] => Guarded(() => DemoCommand.LaadAsync(configuration)),
            ["demo", "code", var login] => Guarded(() => DemoCommand.CodeAsync(options, login)),
            ["beheer", "eerste"] => Guarded(() => DemoCommand.EersteBeheerderAsync(configuration)),
            ["log", "controleer", .. var rest] => Guarded(() => ControleerAsync(rest, options)),
            ["getuige", "sleutel"] => Guarded(() => GetuigeCommand.SleutelAsync(options)),
            ["getuige", "exporteer", var van, var map] => Guarded(() => GetuigeCommand.ExporteerAsync(options, van, map, CancellationToken.None)),
            ["log", "exporteer", .. var rest] => Guarded(() => ExporteerCommand.RunAsync(rest, configuration, options, CancellationToken.None)),
            ["onderhoud", "bewaartermijnen", .. var rest] => Guarded(() => OnderhoudCommand.BewaartermijnenAsync(rest, configuration, options, CancellationToken.None)),
            ["onderhoud", "volledigheid"] => Guarded(() => VolledigheidCommand.RunAsync(configuration, options, CancellationToken.None)),
            ["onderhoud", "herstel"] => Guarded(() => HerstelCommand.RunAsync(configuration, options, CancellationToken.None)),
            ["onderhoud", "zoekindex"] => Guarded(() => OnderhoudCommand.ZoekindexAsync(configuration, options, CancellationToken.None)),
            ["sync", .. var rest] => Guarded(() => SyncCommand.RunAsync(rest, options, Console.Out, Console.Error)),
            ["afkeur", .. var rest] => Guarded(() => AfkeurCommand.RunAsync(rest, options, Console.Out, Console.Error)),
            ["partner", .. var rest] => Guarded(() => PartnerCommand.RunAsync(rest, options, Console.Out)),
            ["token", .. var rest] => Guarded(() => TokenCommand.RunAsync(rest, options)),
            [var first, ..] when first.StartsWith("--", StringComparison.Ordinal) => Guarded(serve),
            _ => Task.FromResult(Usage()),
        };
    }

    private static async Task<int> MigrateAsync(IConfiguration configuration, GatewayOptions options)
    {
        var eigenaar = configuration["GATEWAY_DB"]
            ?? throw new InvalidOperationException("GATEWAY_DB ontbreekt: de verbinding van de eigenaar van de database.");
        if (configuration["GATEWAY_DEMO"] == "1")
        {
            Sleutelmap.MaakOntbrekende(options.SleutelMap);
        }

        await Migrator.RunAsync(eigenaar, options.SleutelMap, Console.Out, CancellationToken.None);
        return 0;
    }

    private static async Task<int> ControleerAsync(string[] args, GatewayOptions options)
    {
        using var sleutels = Sleutelmap.Open(options.SleutelMap);
        await using var bron = Npgsql.NpgsqlDataSource.Create(Migrator.Verbinding(options.SleutelMap, "controle"));
        var deps = new ControleerDeps(
            async ct => await NpgsqlControleBron.OpenAsync(bron, ct),
            new ZegelSleutel(sleutels), Directory.Exists(options.AnkerMap) ? options.AnkerMap : null, TimeProvider.System, Console.Out, Console.Error);
        return await ControleerCommand.RunAsync(args, deps, CancellationToken.None);
    }

    /// <summary>What a person can mend is said in one Dutch sentence, without a stack trace.</summary>
    private static async Task<int> Guarded(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or Access.Policy.PolicyException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (Npgsql.NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"De database geeft een fout ({e.SqlState ?? "geen verbinding"}): {e.Message}");
            return 2;
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("Gebruik: gateway migrate | demo laad | demo code <login> | beheer eerste | token <clientId> [--scope \"…\"] | log controleer [--bestand F] | log exporteer --uit F | getuige sleutel | getuige exporteer <van> <map> | onderhoud bewaartermijnen [--proef] | onderhoud volledigheid | onderhoud zoekindex | onderhoud herstel | sync lijst | sync start|pauzeer|hervat <nummer> --reden \"…\" | afkeur lijst | afkeur opnieuw <nummer>… --reden \"…\" | partner beschrijf <naam>");
        return 2;
    }
}
