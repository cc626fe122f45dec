using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Volledigheid;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>What Storage gives the room Verwerkingslog; needs the NpgsqlDataSource of the application role.</summary>
public static class VerwerkingslogStorage
{
    public static IServiceCollection AddVerwerkingslogStorage(this IServiceCollection services)
    {
        services.AddSingleton<ILogStore, NpgsqlLogStore>();
        services.AddSingleton<IZegelStore, NpgsqlZegelStore>();
        services.AddSingleton<ITelstore, NpgsqlTelstore>().AddSingleton<VolledigheidLezer>();
        services.AddSingleton<LogLezer>().AddSingleton<LogTelling>().AddSingleton<LogGroepen>().AddSingleton<PersoonLezer>();
        services.AddSingleton<IGetuigenisStore, NpgsqlGetuigenisStore>();
        return services;
    }
}
