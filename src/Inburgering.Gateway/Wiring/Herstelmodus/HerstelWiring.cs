using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Wiring.Herstelmodus;

/// <summary>Registers what looks whether the database was put back. Its job starts before the log is written.</summary>
internal static class HerstelWiring
{
    public static IServiceCollection AddHerstelmodus(this IServiceCollection services, GatewayOptions options) => services
        .AddSingleton<Herstelsein>()
        .AddSingleton(new Herstelboek(options.AnkerMap))
        .AddSingleton<Hertoepassing>()
        .AddSingleton(s => ActivatorUtilities.CreateInstance<HerstelStore>(s, new Ankers(options.AnkerMap)))
        .AddHostedService<Herstelwacht>();
}
