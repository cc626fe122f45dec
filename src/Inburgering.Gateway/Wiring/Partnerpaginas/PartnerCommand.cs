using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Wiring.Partnerpaginas;

/// <summary>`gateway partner beschrijf NAAM`: the page of a partner, in Markdown. Asks nobody anything: adapter and config are enough.</summary>
internal static class PartnerCommand
{
    private const string Gebruik = "Gebruik: gateway partner beschrijf <naam>, met een naam van config/partners/.";

    /// <exception cref="InvalidOperationException">Wrong use, or no such partner.</exception>
    /// <exception cref="PolicyException">config/ has faults.</exception>
    public static async Task<int> RunAsync(string[] args, GatewayOptions options, TextWriter output)
    {
        var partners = PartnerHttp.Find();
        var partner = args is ["beschrijf", var naam] ? partners.FirstOrDefault(p => p.Key == naam) : null;
        await output.WriteAsync(new Partnerpagina(
            PolicyLoader.Load(options.ConfigMap, [.. partners.Select(p => p.Key)]), partner ?? throw new InvalidOperationException(Gebruik)).Tekst());
        return 0;
    }
}
