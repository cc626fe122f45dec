using System.Diagnostics.Metrics;
using System.Net;
using System.Threading.RateLimiting;
using Inburgering.Gateway.Partners;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Inburgering.Gateway.Wiring;

/// <summary>One per partner and process, so that the breaker and the places are shared: places, total time, retry, breaker, time of one try.</summary>
internal sealed class PartnerPipeline : IDisposable
{
    private static readonly ResiliencePropertyKey<bool> Repeatable = new("gateway.repeatable");

    private readonly ConcurrencyLimiter places;
    private readonly ResiliencePipeline<HttpResponseMessage> pipeline;

    public PartnerPipeline(string partner, PartnerLimits limits, PartnerMeters meters, TimeProvider clock)
    {
        places = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.Gelijktijdig,
            QueueLimit = 4 * limits.Gelijktijdig,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        builder.AddTimeout(limits.Totaal);
        if (limits.Pogingen > 1)
        {
            builder.AddRetry(Retry(partner, limits, meters.Retries));
        }

        builder.AddCircuitBreaker(Breaker(partner, limits, meters.Openings));
        builder.AddTimeout(limits.Poging);
        pipeline = builder.Build();
    }

    /// <summary>Sends, again if that can help.</summary>
    /// <param name="repeatable">Sending it twice does no harm.</param>
    /// <param name="send">One try.</param>
    /// <param name="ct">The caller's own patience.</param>
    /// <exception cref="NietGevraagdException">No place free, or the breaker is open.</exception>
    /// <exception cref="TimeoutException">No answer within the total time.</exception>
    public async Task<HttpResponseMessage> SendAsync(bool repeatable, Func<CancellationToken, ValueTask<HttpResponseMessage>> send, CancellationToken ct)
    {
        using var place = await places.AcquireAsync(1, ct);
        if (!place.IsAcquired)
        {
            throw new NietGevraagdException("Te veel aanroepen tegelijk naar deze partner.", Onbereikt.Druk);
        }

        var context = ResilienceContextPool.Shared.Get(ct);
        context.Properties.Set(Repeatable, repeatable);
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

    private static CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker(string partner, PartnerLimits limits, Counter<long> openings) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = limits.BrekerDrempel,
        SamplingDuration = limits.Meetduur,
        BreakDuration = limits.BrekerOpen,
        ShouldHandle = args => ValueTask.FromResult(IsDown(args.Outcome)),
        OnOpened = _ =>
        {
            openings.Add(1, new KeyValuePair<string, object?>("partner", partner));
            return ValueTask.CompletedTask;
        },
    };

    private static bool MayHelp(Outcome<HttpResponseMessage> outcome) => IsDown(outcome)
        || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;

    // a 4xx is an answer: it never opens the breaker for everybody else
    private static bool IsDown(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage? answer) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when answer.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
