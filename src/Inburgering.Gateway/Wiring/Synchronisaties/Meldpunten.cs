using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>The gemeente's own sinks, over HTTP: what they are told holds ids and words, and nobody is in it.</summary>
internal sealed class Meldpunten(IServiceProvider services)
{
    private const string Route = "meldpunt";

    /// <summary>Whether this gemeente had a sink when the program started.</summary>
    public bool Heeft(string gemeentecode) => Client(gemeentecode) is not null;

    /// <returns>False: it did not say that it has it, so it is told again under the same id.</returns>
    public async Task<bool> StuurAsync(Standmelding melding, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(string.Empty, UriKind.Relative)) { Content = JsonContent.Create(Bericht.Of(melding)) };
        request.Options.Set(PartnerRequest.Route, Route);
        try
        {
            using var antwoord = await Client(melding.Gemeentecode)!.SendAsync(request, ct);
            return antwoord.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    private HttpClient? Client(string gemeentecode) => services.GetKeyedService<HttpClient>(MeldpuntWiring.Sleutel(gemeentecode));

    /// <summary>What is told, as it goes over the wire.</summary>
    private sealed record Bericht(
        Guid MeldingId, string Gemeentecode, Guid SynchronisatieId, string Koppeling, string Partner, string? Instantie, Statuswissel Status, string Zin, Guid? UitvoeringId, DateTimeOffset Sinds, int Volgnummer)
    {
        public static Bericht Of(Standmelding melding) => new(
            melding.MeldingId, melding.Gemeentecode, melding.Wissel.SynchronisatieId, melding.Wissel.Naam, melding.Partner, melding.Instantie,
            new Statuswissel(melding.Van, melding.Wissel.Naar), melding.Wissel.Zin, melding.Wissel.UitvoeringId, melding.GezienOp, melding.Volgnummer);
    }

    private sealed record Statuswissel(string Van, string Naar);
}

/// <summary>Registers the sinks, each with the one factory's client (security 22).</summary>
internal static class MeldpuntWiring
{
    private static readonly PartnerLimits Grenzen = new()
    {
        Poging = TimeSpan.FromSeconds(5),
        Totaal = TimeSpan.FromSeconds(10),
        Pogingen = 1,
        Gelijktijdig = 2,
        BrekerOpen = TimeSpan.FromSeconds(10),
        AntwoordMax = 16 * 1024,
    };

    public static string Sleutel(string gemeentecode) => $"meldpunt-{gemeentecode}";

    /// <param name="beleid">At the start: an address holds from the next start on, as those of partners do.</param>
    public static IServiceCollection AddMeldpunten(this IServiceCollection services, Beleid beleid)
    {
        foreach (var gemeente in beleid.Gemeenten.Values)
        {
            if (gemeente.Meldpunt is { } adres)
            {
                services.AddPartnerClient(Sleutel(gemeente.Gemeentecode), new Uri(adres), Grenzen);
            }
        }

        return services.AddSingleton<Meldpunten>();
    }
}
