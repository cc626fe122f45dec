using System.ComponentModel.DataAnnotations;

namespace Inburgering.Gateway.Outbox;

/// <summary>How the worker sends.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Outbox";

    /// <summary>How long one worker keeps others off a melding: longer than the partner's whole timeout.</summary>
    [Range(1, 3600)]
    public int LeaseSeconden { get; init; } = 120;
}
