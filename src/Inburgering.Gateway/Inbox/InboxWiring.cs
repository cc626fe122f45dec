namespace Inburgering.Gateway.Inbox;

/// <summary>The room's wiring: where data enters.</summary>
internal static class InboxWiring
{
    /// <summary>The door for notifications.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<WerkSignaal>()
        .AddSingleton<BerichtOpslag>()
        .AddScoped<NotificatieOntvangst>();

    /// <summary>The worker, on machines with the role `taken`.</summary>
    public static IServiceCollection AddInboxWorker(this IServiceCollection services) => services
        .AddSingleton<TaakRegels>()
        .AddSingleton<Normalization.DossierNormalization>()
        .AddScoped<RecordFetcher>()
        .AddScoped<Ophaling>()
        .AddScoped<BerichtToepassing>()
        .AddScoped<BerichtVerwerking>()
        .AddSingleton<BerichtWorker>()
        .AddHostedService(s => s.GetRequiredService<BerichtWorker>());

    public static IEndpointRouteBuilder MapInbox(this IEndpointRouteBuilder v1)
    {
        PostNotificatie.Map(v1);
        return v1;
    }
}
