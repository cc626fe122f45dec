using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>The hub's side of one partner, with waits that suit a test.</summary>
internal sealed class PartnerCaller : IAsyncDisposable
{
    public const string Route = "personen/{bsn}/proef";
    public const string Bsn = "999990342";

    public static readonly PartnerLimits Quick = new()
    {
        Poging = TimeSpan.FromSeconds(5),
        Totaal = TimeSpan.FromSeconds(20),
        Pogingen = 3,
        Gelijktijdig = 2,
        BrekerOpen = TimeSpan.FromSeconds(10),
        Wacht = TimeSpan.FromMilliseconds(1),
        AntwoordMax = 1024,
    };

    /// <summary>For a partner that hangs.</summary>
    public static readonly PartnerLimits Impatient = Quick with { Poging = TimeSpan.FromSeconds(1), Totaal = TimeSpan.FromSeconds(10) };

    private readonly ServiceProvider services;
    private readonly CapturedLog log = new();

    /// <param name="reservering">Who hands out turns; null: there is no limit.</param>
    public PartnerCaller(BadPartner partner, PartnerLimits? limits = null, Reservering? reservering = null) => services = new ServiceCollection()
        .AddLogging(l => log.Use(l, new ConfigurationBuilder().Build()))
        .AddMetrics()
        .AddSingleton<PartnerMeters>()
        .AddSingleton(reservering ?? ((_, _) => throw new InvalidOperationException("Er is geen limiet.")))
        .AddPartnerClient("proef", partner.Address, limits ?? Quick)
        .BuildServiceProvider();

    public string Log => log.Text;

    public Task<HttpResponseMessage> SendAsync(HttpMethod? method = null, PartnerContract? contract = null, Oin? afzender = null) =>
        SendAsync(services.GetRequiredKeyedService<HttpClient>("proef"), method, contract, afzender);

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod? method = null, PartnerContract? contract = null, Oin? afzender = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(Route.Replace("{bsn}", Bsn, StringComparison.Ordinal), UriKind.Relative));
        request.Options.Set(PartnerRequest.Route, Route);
        if (contract is not null)
        {
            request.Options.Set(PartnerRequest.Contract, contract);
        }

        if (afzender is { } oin)
        {
            request.Options.Set(PartnerRequest.Afzender, oin);
        }

        request.Content = method == HttpMethod.Post ? new StringContent("melding") : null;
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
