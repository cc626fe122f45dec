using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Herstelmodus;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Herstelmodus;

namespace Inburgering.Gateway.Wiring.Herstelmodus;

/// <summary>`gateway onderhoud herstel`: does again what the journal says and a database that was put back does not know. Under gateway_onderhoud.</summary>
internal static class HerstelCommand
{
    /// <summary>Exit 0: nothing is left, or another machine is at it.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration, GatewayOptions options, CancellationToken ct)
    {
        var klok = Klokken.Zaakklok(configuration);
        await using var plek = await Werkplek.OpenAsync(options, OnderhoudCommand.Onderhoud, ct);
        var beleid = await OnderhoudCommand.ActiefAsync(new BeleidStore(plek.Bron, klok), ct);
        var wisser = new Wisser(plek.Kluis);
        await using var beurt = await new Opruiming(plek.Bron, new Bewaarlezer(plek.Kluis), wisser).BeurtAsync(ct);
        if (beurt is null)
        {
            await Console.Out.WriteLineAsync("Een andere machine is al bezig.");
            return 0;
        }

        var aantal = await new PasJournaalToe(beleid, new Hertoepassing(plek.Bron, new Herstelboek(options.AnkerMap)), new Toepasser(wisser), plek.Log, klok).RunAsync(ct);
        await Console.Out.WriteLineAsync($"Opnieuw toegepast: {aantal}.");
        return 0;
    }
}
