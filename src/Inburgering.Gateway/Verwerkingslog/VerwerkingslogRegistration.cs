using Inburgering.Gateway.Verwerkingslog.Volledigheid;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Verwerkingslog;

/// <summary>Registers the room. Storage gives <see cref="ILogStore"/>; Wiring gives the options and the seal key.</summary>
public static class VerwerkingslogRegistration
{
    public static IServiceCollection AddVerwerkingslog(this IServiceCollection services, Action<VerwerkingslogOptions> configure)
    {
        services.AddOptions<VerwerkingslogOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LogWriter>();
        services.AddSingleton<ILogWriter>(s => s.GetRequiredService<LogWriter>());
        services.AddSingleton<Zegelaar>();
        services.AddHostedService(s => s.GetRequiredService<Zegelaar>());        // before the writer: stops after it and seals its last lines
        services.AddHostedService(s => s.GetRequiredService<LogWriter>());
        services.AddSingleton<Deurteller>();
        services.AddHostedService(s => s.GetRequiredService<Deurteller>());
        return services;
    }
}
