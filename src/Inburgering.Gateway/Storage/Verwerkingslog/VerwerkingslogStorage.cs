using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Storage.Verwerkingslog;

/// <summary>What Storage gives the room Verwerkingslog; needs the NpgsqlDataSource of the application role.</summary>
public static class VerwerkingslogStorage
{
    public static IServiceCollection AddVerwerkingslogStorage(this IServiceCollection services)
    {
        services.AddSingleton<ILogStore, NpgsqlLogStore>();
        return services;
    }
}
