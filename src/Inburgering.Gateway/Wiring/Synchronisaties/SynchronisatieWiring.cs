using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Wiring.Betalen;
using Npgsql;
using Quartz;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>The clustered scheduler: every machine may set a bell, those with the role `taken` ring.</summary>
internal static class SynchronisatieWiring
{
    /// <summary>How soon the others take over from a machine that is gone: less than a minute after its last sign of life.</summary>
    private static readonly TimeSpan Levensteken = TimeSpan.FromSeconds(5), Weg = TimeSpan.FromSeconds(10);

    /// <summary>The bell, without whoever rings it.</summary>
    public static IServiceCollection AddRooster(this IServiceCollection services) => services
        .AddQuartz(q =>
        {
            q.ConfigureScheduler(s =>
            {
                s.InstanceName = "gateway";
                s.InstanceId = $"{Environment.MachineName}-{Guid.NewGuid():N}";
            });
            q.UsePersistentStore(p =>
            {
                p.UsePostgres(o => o.DataSourceFactory = s => s.GetRequiredService<NpgsqlDataSource>());
                p.ConfigureStore(o => o.TablePrefix = "quartz.qrtz_");
                p.UseClustering(c =>
                {
                    c.CheckinInterval = Levensteken;
                    c.CheckinMisfireThreshold = Weg;
                });
            });
        })
        .AddSingleton<IWekker, QuartzWekker>();

    /// <summary>Rings the bells, on machines with the role `taken`.</summary>
    public static IServiceCollection AddRoosterWorker(this IServiceCollection services) => services
        .AddQuartzHostedService(o => o.WaitForJobsToComplete = true)
        .AddScoped<Slotbel>()
        .AddHostedService<Roosterwacht>()
        .AddHostedService<Standwacht>()
        .AddHostedService<Bankwachter>();
}
