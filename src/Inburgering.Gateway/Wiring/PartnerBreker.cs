using System.Net;
using Inburgering.Gateway.Storage.Model;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Inburgering.Gateway.Wiring;

/// <summary>The circuit breaker of one partner in this process, and how it stands.</summary>
internal sealed class PartnerBreker(string partner, PartnerLimits limits, PartnerMeters meters, TimeProvider klok)
{
    private volatile Brekerstand nu = new(Verbindingstand.Dicht, klok.GetUtcNow(), DateTimeOffset.MinValue);

    public Brekerstand Nu => nu;

    /// <summary>Nothing is let through for now, nor the one that looks.</summary>
    public bool Weigert => klok.GetUtcNow() < nu.Tot;

    public CircuitBreakerStrategyOptions<HttpResponseMessage> Options => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = limits.BrekerDrempel,
        SamplingDuration = limits.Meetduur,
        BreakDuration = limits.BrekerOpen,
        ShouldHandle = args => ValueTask.FromResult(IsDown(args.Outcome)),
        OnOpened = _ =>
        {
            meters.Openings.Add(1, new KeyValuePair<string, object?>("partner", partner));
            return Zet(Verbindingstand.Open, limits.BrekerOpen);
        },
        OnHalfOpened = _ => Zet(Verbindingstand.HalfOpen, TimeSpan.Zero),
        OnClosed = _ => Zet(Verbindingstand.Dicht, TimeSpan.Zero),
    };

    // a 4xx is an answer: it never opens the breaker for everybody else
    public static bool IsDown(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: HttpRequestException or TimeoutRejectedException or IOException } => true,
        { Result.StatusCode: HttpStatusCode.NotImplemented } => false,
        { Result.StatusCode: >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    /// <summary>An outage began when the circuit left off being closed, however often one looks meanwhile.</summary>
    private ValueTask Zet(Verbindingstand stand, TimeSpan gesloten)
    {
        var tijd = klok.GetUtcNow();
        var sinds = stand == Verbindingstand.Dicht || nu.Stand == Verbindingstand.Dicht ? tijd : nu.Sinds;
        nu = new Brekerstand(stand, sinds, tijd + gesloten);
        return ValueTask.CompletedTask;
    }
}

/// <summary>How a circuit stands.</summary>
/// <param name="Sinds">System clock: since the calls are let through, or since they are not.</param>
/// <param name="Tot">System clock: until then nothing is let through.</param>
internal sealed record Brekerstand(Verbindingstand Stand, DateTimeOffset Sinds, DateTimeOffset Tot);
