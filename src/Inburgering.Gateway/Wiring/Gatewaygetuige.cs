using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Features.Getuige;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring;

/// <summary>Another gateway as witness, over HTTP; what it says is kept and only believed with its signature.</summary>
internal sealed class Gatewaygetuige(HttpClient client, GetuigeOptions options, IGetuigenisStore store) : IGetuige
{
    /// <summary>Of its HttpClient.</summary>
    public const string Sleutel = "getuige";

    private const string Route = "zegels";

    public string Naam => $"de gateway «{options.Naam}»";

    public Task<long> LaatsteAsync(CancellationToken ct) => store.LaatsteAsync(options.Naam, ct);

    public async Task BevestigAsync(Zegel zegel, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Route, UriKind.Relative))
        {
            Content = JsonContent.Create(new Aangeboden(options.Van, zegel.Inhoud, Convert.ToHexStringLower(zegel.Hash), zegel.Kid, Convert.ToHexStringLower(zegel.Handtekening)), options: JsonSerializerOptions.Web),
        };
        request.Options.Set(PartnerRequest.Route, Route);
        using var response = await SendAsync(request, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw new GetuigeException(response.StatusCode switch
            {
                HttpStatusCode.Conflict => "zij kent een andere reeks zegels dan dit log",
                HttpStatusCode.Forbidden => "zij kent onze naam of een van onze zegelsleutels niet",
                _ => $"zij antwoordde {(int)response.StatusCode}",
            })
            {
                AndereReeks = response.StatusCode == HttpStatusCode.Conflict,
            };
        }

        var bevestiging = await ReadAsync(response, ct);
        var getuigenis = new Getuigenis(bevestiging.Inhoud, bevestiging.Kid, Convert.FromHexString(bevestiging.Handtekening));
        if (!getuigenis.Bevestigt(options.Van, zegel, bevestiging.Tijd, options.Sleutels))
        {
            throw new GetuigeException("haar handtekening klopt niet");
        }

        await store.BewaarAsync(options.Naam, zegel.Nummer, bevestiging.Tijd, getuigenis, ct);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await client.SendAsync(request, ct);
        }
        catch (HttpRequestException e)
        {
            throw new GetuigeException("zij is niet bereikbaar", e);
        }
    }

    private static async Task<Bevestiging> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Bevestiging>(JsonSerializerOptions.Web, ct) is { Inhoud: not null, Kid: not null, Handtekening: not null } bevestiging
                ? bevestiging
                : throw new GetuigeException("haar antwoord is leeg");
        }
        catch (JsonException)
        {
            throw new GetuigeException("haar antwoord is niet te lezen");
        }
    }
}

/// <summary>Registers the witness outside this machine, when there is one.</summary>
internal static class GetuigeWiring
{
    private static readonly PartnerLimits Grenzen = new()
    {
        Poging = TimeSpan.FromSeconds(5),
        Totaal = TimeSpan.FromSeconds(10),
        Pogingen = 1,
        Gelijktijdig = 2,
        BrekerOpen = TimeSpan.FromSeconds(10),
    };

    public static IServiceCollection AddGetuige(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(VerwerkingslogOptions.Section).Get<VerwerkingslogOptions>()?.Getuige;
        if (options?.Url is not { } url)
        {
            return services;
        }

        services.AddPartnerClient(Gatewaygetuige.Sleutel, new Uri(url, "getuige/v1/"), Grenzen);
        return services.AddSingleton<IGetuige>(s => new Gatewaygetuige(
            s.GetRequiredKeyedService<HttpClient>(Gatewaygetuige.Sleutel), s.GetRequiredService<IOptions<VerwerkingslogOptions>>().Value.Getuige, s.GetRequiredService<IGetuigenisStore>()));
    }
}
