using System.Diagnostics.Metrics;
using System.Net;
using System.Threading.RateLimiting;
using Inburgering.Gateway.Partners;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Inburgering.Gateway.Wiring;

/// <summary>One per partner and process, so that the breaker and the places are shared: places, total time, retry, turn, breaker, time of one try.</summary>
internal sealed class PartnerPipeline : IDisposable
{
    private static readonly ResiliencePropertyKey<bool> Repeatable = new("gateway.repeatable");

    private readonly PartnerLimits limits;
    private readonly PartnerBreker breker;
    private readonly TimeProvider clock;
    private readonly ConcurrencyLimiter places;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    /// <param name="tempo">Null: it may be called as often as there are places.</param>
    public PartnerPipeline(string partner, PartnerLimits limits, PartnerTempo? tempo, PartnerMeters meters, TimeProvider clock)
    {
        (Partner, this.limits, this.clock) = (partner, limits, clock);
        places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.Gelijktijdig,
            QueueLimit = 4 * limits.Gelijktijdig,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        breker = new PartnerBreker(partner, limits, meters, clock);
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        builder.AddTimeout(limits.Totaal);
        if (limits.Pogingen > 1)
        {
            builder.AddRetry(Retry(partner, limits, meters.Retries));
        }

        if (tempo is not null)
        {
            builder.AddStrategy(_ => new Beurtstap(tempo, breker), Beurtstap.Options);
        }

        builder.AddCircuitBreaker(breker.Options);
        builder.AddTimeout(limits.Poging);
        pipeline = builder.Build();
        meters.Watch(this);
    }

    /// <summary>Key of the partner.</summary>
    public string Partner { get; }

    public Brekerstand Stand => breker.Nu;

    /// <summary>Calls that have a place.</summary>
    public long Bezet => limits.Gelijktijdig - places.GetStatistics()!.CurrentAvailablePermits;

    /// <summary>Calls that wait for one.</summary>
    public long Wachtend => places.GetStatistics()!.CurrentQueuedCount;

    /// <summary>Sends, again if that can help.</summary>
    /// <param name="repeatable">Sending it twice does no harm.</param>
    /// <param name="afzender">OIN of the gemeente it is sent for; null: unknown.</param>
    /// <param name="send">One try.</param>
    /// <param name="ct">The caller's own patience.</param>
    /// <exception cref="NietGevraagdException">No place or no turn in time, or the breaker is open.</exception>
    /// <exception cref="TimeoutException">No answer within the total time.</exception>
    public async Task<HttpResponseMessage> SendAsync(bool repeatable, string? afzender, Func<CancellationToken, ValueTask<HttpResponseMessage>> send, CancellationToken ct)
    {
        using var place = await PlaceAsync(ct);
        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(Repeatable, repeatable);
        context.Properties.Set(Beurtstap.Afzender, afzender);
        // room for a whole try: what waited for its turn is not cut off by the total time
        context.Properties.Set(Beurtstap.Uiterlijk, clock.GetUtcNow() + (limits.Totaal > limits.Poging ? limits.Totaal - limits.Poging : TimeSpan.Zero));
        try
        {
            return await pipeline.ExecuteAsync(static (c, s) => s(c.CancellationToken), context, send);
        }
        catch (TimeoutRejectedException e)
        {
            throw new TimeoutException("De partner antwoordde niet op tijd.", e);
        }
        catch (BrokenCircuitException e)
        {
            throw new NietGevraagdException("De partner antwoordde te vaak niet; wij wachten even.", Onbereikt.Dicht, e);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose() => places.Dispose();

    /// <summary>No longer than a call may last: what waits behind a limit has not been asked.</summary>
    private async Task<RateLimitLease> PlaceAsync(CancellationToken ct)
    {
        using var geduld = new CancellationTokenSource(limits.Totaal, clock);
        using var beide = CancellationTokenSource.CreateLinkedTokenSource(ct, geduld.Token);
        try
        {
            var place = await places.AcquireAsync(1, beide.Token);
            return place.IsAcquired ? place : throw Druk(null);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw Druk(e);
        }
    }

    private static NietGevraagdException Druk(Exception? inner) => new("Te veel aanroepen tegelijk naar deze partner.", Onbereikt.Druk, inner);

    private static RetryStrategyOptions<HttpResponseMessage> Retry(string partner, PartnerLimits limits, Counter<long> retries) => new()
    {
        MaxRetryAttempts = limits.Pogingen - 1,
        Delay = limits.Wacht,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(
            args.Context.Properties.GetValue(Repeatable, false) && MayHelp(args.Outcome) && !(RetryAfter(args.Outcome.Result) > limits.LangsteRetryAfter)),
        DelayGenerator = args => ValueTask.FromResult(RetryAfter(args.Outcome.Result)),
        OnRetry = args =>
        {
            retries.Add(1, new KeyValuePair<string, object?>("partner", partner));
            args.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    // who had no turn in time has waited long enough
    private static bool MayHelp(Outcome<HttpResponseMessage> outcome) => outcome.Exception is not NietGevraagdException
        && (PartnerBreker.IsDown(outcome) || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private static TimeSpan? RetryAfter(HttpResponseMessage? answer) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when answer.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
