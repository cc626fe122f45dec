using Inburgering.Gateway.Inbox.Bestanden;
using Inburgering.Gateway.Inbox.Synchronisaties;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Inbox;

/// <summary>The room's wiring: where data enters.</summary>
internal static class InboxWiring
{
    /// <summary>The door for notifications and messages.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<WerkSignaal>()
        .AddSingleton<BerichtOpslag>()
        .AddSingleton<CloudEventReader>()
        .AddSingleton<Toekomsttoets>()
        .AddScoped<Woordtoets>()
        .AddSingleton<Bestandsignaal>()
        .AddScoped<Bestandontvangst>()
        .AddScoped<Leverbudget>()
        .AddScoped<Berichttoets>()
        .AddScoped<BerichtOntvangst>()
        .AddScoped<NotificatieOntvangst>();

    /// <summary>What works on messages, without the loop that looks for them.</summary>
    public static IServiceCollection AddInboxSteps(this IServiceCollection services) => services
        .AddOptions<InboxOptions>().BindConfiguration(InboxOptions.Section).ValidateDataAnnotations().ValidateOnStart().Services
        .AddScoped<TaakRegels>()
        .AddScoped<RecordFetcher>()
        .AddScoped<Ophaling>()
        .AddScoped<Koppelgevolg>()
        .AddScoped<BerichtToepassing>()
        .AddScoped<Aanlevering>()
        .AddScoped<Leverrechten>()
        .AddScoped<Berichtwerk>()
        .AddScoped<BerichtVerwerking>()
        .AddSingleton<Bestandlezer>()
        .AddScoped<Bestandrecht>()
        .AddScoped<Rijtoets>()
        .AddScoped<Bestandopslag>()
        .AddScoped<Bestandlevering>()
        .AddScoped<Bestandwerk>()
        .AddSingleton<BestandWorker>()
        .AddScoped<Afstemtoepassing>()
        .AddScoped<Afstemwerk>()
        .AddSingleton<BerichtWorker>()
        .AddSingleton<HerhaalWorker>()
        .AddScoped<Slotbegin>()
        .AddScoped<Slotwerk>()
        .AddSingleton<AfstemWorker>();

    /// <summary>The workers, on machines with the role `taken`.</summary>
    public static IServiceCollection AddInboxWorker(this IServiceCollection services) => services
        .AddInboxSteps()
        .AddHostedService(s => s.GetRequiredService<BerichtWorker>())
        .AddHostedService(s => s.GetRequiredService<BestandWorker>())
        .AddHostedService(s => s.GetRequiredService<HerhaalWorker>())
        .AddHostedService(s => s.GetRequiredService<AfstemWorker>());

    public static IEndpointRouteBuilder MapInbox(this IEndpointRouteBuilder v1)
    {
        PostNotificatie.Map(v1);
        PostBericht.Map(v1);
        PostLeveringsbestand.Map(v1);
        return v1;
    }
}
