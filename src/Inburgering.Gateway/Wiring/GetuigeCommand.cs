using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Npgsql;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway getuige …`: what two gateways that witness each other exchange once, and what a verifier asks the witness for.</summary>
internal static class GetuigeCommand
{
    /// <summary>Prints the public seal keys, old ones too; the witness puts them in a file and names that in Verwerkingslog:Getuigt.</summary>
    public static async Task<int> SleutelAsync(GatewayOptions options)
    {
        using var sleutels = Sleutelmap.Open(options.SleutelMap);
        foreach (var sleutel in sleutels.ZegelSleutels.Values)
        {
            await Console.Out.WriteLineAsync(sleutel.ExportSubjectPublicKeyInfoPem());
        }

        return 0;
    }

    /// <summary>Writes the checkpoints we keep of another gateway as files: the --ankers of both verifiers.</summary>
    public static async Task<int> ExporteerAsync(GatewayOptions options, string van, string map, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(Migrator.Verbinding(options.SleutelMap, "controle"));
        var ankers = new Ankers(map);
        var aantal = 0;
        await foreach (var zegel in new NpgsqlGetuigenisStore(bron).LeesAsync(van, ct))
        {
            await ankers.WriteAsync(zegel, ct);
            aantal++;
        }

        await Console.Out.WriteLineAsync($"{aantal} zegels van {van} in {map}.");
        return aantal > 0 ? 0 : 1;
    }
}
