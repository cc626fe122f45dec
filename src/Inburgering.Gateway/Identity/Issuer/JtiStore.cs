using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>Each assertion works once over all nodes: the primary key decides, not a memory.</summary>
internal sealed class JtiStore(IDbContextFactory<GatewayModel> database, TimeProvider clock)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private long nextSweep;

    /// <summary>True for the first use.</summary>
    /// <param name="expires">Kept until then: later the assertion fails on its own exp.</param>
    public async Task<bool> UseAsync(string clientId, string jti, DateTimeOffset expires, CancellationToken ct)
    {
        await using var model = await database.CreateDbContextAsync(ct);
        await SweepAsync(model, ct);
        return await model.Database.ExecuteSqlAsync(
            $"insert into identiteit.jti (client_id, jti, verloopt) values ({clientId}, {jti}, {expires}) on conflict do nothing", ct) == 1;
    }

    private async Task SweepAsync(GatewayModel model, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = Interlocked.Read(ref nextSweep);
        if (now.Ticks < due || Interlocked.CompareExchange(ref nextSweep, now.Add(SweepEvery).Ticks, due) != due)
        {
            return;
        }

        await model.Set<JtiRow>().Where(row => row.Verloopt < now).ExecuteDeleteAsync(ct);
    }
}
