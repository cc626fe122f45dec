using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Wiring;

/// <summary>`gateway onderhoud volledigheid`: every answer of the front door has its line, or it is named. Under gateway_onderhoud.</summary>
internal static class VolledigheidCommand
{
    /// <summary>Exit 0: nothing is missing; 1: something is.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration, GatewayOptions options, CancellationToken ct)
    {
        var beleid = PolicyLoader.Load(Path.Combine(AppContext.BaseDirectory, "config"), [.. PartnerHttp.Find().Select(p => p.Key)]);
        await using var plek = await Werkplek.OpenAsync(options, OnderhoudCommand.Onderhoud, ct);
        var controle = new Volledigheidscontrole(beleid, plek.Log, Klokken.Zaakklok(configuration));
        var exit = 0;
        foreach (var gemeentecode in beleid.Gemeenten.Keys.Append(Logregel.Huis).Order(StringComparer.Ordinal))
        {
            var uitkomst = await controle.RunAsync(gemeentecode, ct);
            exit = uitkomst.Ontbreekt > 0 ? 1 : exit;
            await Console.Out.WriteLineAsync(uitkomst.Zin);
        }

        return exit;
    }
}
