using System.Net.Security;
using System.Reflection;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Koppelingen;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Wiring;

/// <summary>Finds the adapters and makes the one HttpClient of each partner (security 22).</summary>
internal static class PartnerHttp
{
    private const string AdaptersAssembly = "Inburgering.Gateway.Adapters";

    /// <summary>Every IPartner of the adapters' assembly, by key.</summary>
    public static IReadOnlyList<IPartner> Find() =>
        [.. Assembly.Load(AdaptersAssembly).GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPartner)))
            .Select(t => (IPartner)Activator.CreateInstance(t)!)
            .OrderBy(p => p.Key, StringComparer.Ordinal)];

    /// <summary>Registers each partner's ports and the <see cref="Inbox.PartnerCatalog"/>.</summary>
    /// <exception cref="InvalidOperationException">A partner that we call has no «verbinding», or two partners give one record.</exception>
    public static IServiceCollection AddPartners(this IServiceCollection services, IReadOnlyList<IPartner> partners, Beleid beleid, GatewayOptions gateway)
    {
        services.AddSingleton<PartnerMeters>();
        services.AddSingleton<Reservering>(s => s.GetRequiredService<Beurten>().ReserveAsync);
        var ports = new PartnerPorts(services);
        foreach (var partner in partners)
        {
            var ontvangers = beleid.Bestemmingen.Values.Where(o => o.Partnertype == partner.Key).ToArray();
            foreach (var ontvanger in ontvangers)
            {
                services.AddPartnerClient(ontvanger.Sleutel, Address(ontvanger, gateway.SandboxPort), PartnerLimits.Of(ontvanger.Verbinding), ontvanger.Verbinding.Mtls);
            }

            partner.AddPorts(ports.For(partner.Key, Array.Exists(ontvangers, o => o.Sleutel == partner.Key)));
            if (beleid.Grants.Any(g => g.Rol == partner.Key && g.Aanmelding is not null))
            {
                Array.ForEach(ontvangers, o => ports.Announce(partner.Key, o.Sleutel));
            }

            ports.RequireTypes(partner.Key, beleid.Partners.GetValueOrDefault(partner.Key)?.Levert?.Typen?.Keys ?? Enumerable.Empty<string>());
        }

        return services.AddSingleton(ports.Catalog).AddSingleton<IGebeurteniskennis>(s => s.GetRequiredService<Inbox.PartnerCatalog>()).AddSingleton(ports.Ontvangers);
    }

    /// <summary>The partner's HttpClient as a keyed singleton; its sockets are renewed, so addresses that move are followed.</summary>
    internal static IServiceCollection AddPartnerClient(this IServiceCollection services, string partner, Uri address, PartnerLimits limits, bool mtls = false)
    {
        services.AddKeyedSingleton(partner, (s, _) => Pipeline(s, partner, limits));
        return services.AddKeyedSingleton(partner, (s, _) => new HttpClient(Handler(s, partner, limits, mtls))
        {
            BaseAddress = address,
            // a backstop above the pipeline's own total, with room for waiting on a place
            Timeout = 2 * limits.Totaal,
        });
    }

    private static PartnerPipeline Pipeline(IServiceProvider services, string partner, PartnerLimits limits)
    {
        var (meters, klok) = (services.GetRequiredService<PartnerMeters>(), services.GetService<TimeProvider>() ?? TimeProvider.System);
        var tempo = limits.Limiet is null ? null : new PartnerTempo(partner, limits, services.GetRequiredService<Reservering>(), meters, klok);
        return new PartnerPipeline(partner, limits, tempo, meters, klok);
    }

    private static PartnerHandler Handler(IServiceProvider services, string partner, PartnerLimits limits, bool mtls) => new(
        partner,
        services.GetRequiredKeyedService<PartnerPipeline>(partner),
        services.GetRequiredService<PartnerMeters>(),
        limits.AntwoordMax,
        services.GetRequiredService<ILoggerFactory>().CreateLogger("Inburgering.Gateway.Partner"))
    {
        InnerHandler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = limits.Poging,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = limits.Gelijktijdig,
            SslOptions = mtls ? Mtls.Of(services.GetRequiredService<Certificaatmap>()) : new SslClientAuthenticationOptions(),
        },
    };

    private static Uri Address(Bestemming ontvanger, int sandboxPort) =>
        new(ontvanger.BasisUrl.Replace("{sandboxPort}", sandboxPort.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
