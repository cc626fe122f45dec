using Inburgering.Gateway.Partners;
using Polly;

namespace Inburgering.Gateway.Wiring;

/// <summary>The step of a pipeline in which a try waits for its turn. An open circuit lets nothing through, so no turn is spent on it.</summary>
internal sealed class Beurtstap(PartnerTempo tempo, PartnerBreker breker) : ResilienceStrategy<HttpResponseMessage>
{
    /// <summary>OIN of the gemeente; null: unknown.</summary>
    public static readonly ResiliencePropertyKey<string?> Afzender = new("gateway.afzender");

    /// <summary>System clock: a later turn is not waited for.</summary>
    public static readonly ResiliencePropertyKey<DateTimeOffset> Uiterlijk = new("gateway.uiterlijk");

    public static ResilienceStrategyOptions Options => new Opties { Name = "beurt" };

    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        if (!breker.Weigert)
        {
            try
            {
                await tempo.WachtAsync(
                    context.Properties.GetValue(Afzender, null), context.Properties.GetValue(Uiterlijk, DateTimeOffset.MaxValue), context.CancellationToken);
            }
            catch (Exception e) when (e is NietGevraagdException or OperationCanceledException)
            {
                return Outcome.FromException<HttpResponseMessage>(e);
            }
        }

        return await callback(context, state);
    }

    private sealed class Opties : ResilienceStrategyOptions;
}
