using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Zegels;
using Inburgering.Gateway.Wiring.Herstelmodus;
using Inburgering.Gateway.Wiring.Synchronisaties;

namespace Inburgering.Gateway.Wiring;

/// <summary>All rooms, in the order data flows; the program that serves and the one that loads the demo are the same house.</summary>
internal static class House
{
    /// <summary>Registers every room.</summary>
    /// <param name="zaakklok">The business clock.</param>
    public static IServiceCollection AddHouse(this IServiceCollection services, IConfiguration configuration, TimeProvider zaakklok)
    {
        var options = GatewayOptions.FromConfiguration(configuration);
        var partners = PartnerHttp.Find();
        var beleid = PolicyLoader.Load(options.ConfigMap, [.. partners.Select(p => p.Key)]);
        return services
            .AddKlokken(zaakklok)
            .AddStorage(options)
            .AddVerwerkingslogStorage()
            .AddHerstelmodus(options)
            .AddVerwerkingslog(o =>
            {
                o.Ankers = options.AnkerMap;
                configuration.GetSection(VerwerkingslogOptions.Section).Bind(o);
            })
            .AddSingleton<IZegelSleutel, ZegelSleutel>()
            .AddGetuige(configuration)
            .AddSingleton(new BeleidHouder(beleid))
            .AddScoped(s => s.GetRequiredService<BeleidHouder>().Beleid)
            .AddSingleton<Beleidsversies>()
            .AddSingleton(s => new CallerRegister(s.GetRequiredService<BeleidHouder>()))
            .AddDoor()
            .AddCertificaten(options)
            .AddIdentity(configuration, options)
            .AddPartners(partners, beleid, options)
            .AddMeldpunten(beleid)
            .AddNormalization()
            .AddInbox()
            .AddFeatures()
            .AddRooster();
    }
}
