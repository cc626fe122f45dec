using Inburgering.Gateway.Storage.Synchronisaties;
using Quartz;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>One job and one trigger per synchronisatie in the store that all machines share; whoever is free rings.</summary>
internal sealed class QuartzWekker(ISchedulerFactory factory) : IWekker
{
    public async Task ZetAsync(string gemeentecode, Guid synchronisatieId, DateTimeOffset? op, CancellationToken ct)
    {
        var scheduler = await factory.GetScheduler(ct);
        var job = new JobKey(synchronisatieId.ToString("D"), gemeentecode);
        if (op is not { } moment)
        {
            await scheduler.DeleteJob(job, ct);
            return;
        }

        var trigger = TriggerBuilder.Create().WithIdentity(job.Name, job.Group).ForJob(job).StartAt(moment).Build();
        await scheduler.ScheduleJob(
            JobBuilder.Create<SlotJob>().WithIdentity(job).StoreDurably().RequestRecovery().Build(), [trigger], new ScheduleJobOptions { Replace = true }, ct);
    }
}

/// <summary>The bell rang: begins the run, and sets the bell for the slot after it.</summary>
/// <remarks>After a kill -9 another machine rings again; the run was begun once or not at all.</remarks>
[DisallowConcurrentExecution]
internal sealed class SlotJob(Slotbel bel) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var sleutel = context.JobDetail.Key;
        await bel.RingAsync(sleutel.Group, Guid.ParseExact(sleutel.Name, "D"), cancellationToken);
    }
}
