namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What is known of an order that came to nothing, when somebody wants to try again.</summary>
internal sealed record Pogingbewijs
{
    /// <summary>It was booked off more often than it came back.</summary>
    public required bool IsBetaald { get; init; }

    /// <summary>From when on no statement of its account is missing; null: not known.</summary>
    public required DateOnly? AfschriftenSinds { get; init; }

    /// <summary>Up to when statements were booked; null: none was.</summary>
    public required DateOnly? AfschriftenTot { get; init; }

    /// <summary>An entry is held that may be this order's, or its batch's.</summary>
    public required bool IsOnverklaard { get; init; }

    /// <summary>How many people confirmed with the bank that it was not paid.</summary>
    public required int Bevestigers { get; init; }

    /// <summary>The bank refused it for a reason that allows no new try (RR04).</summary>
    public required bool IsVerboden { get; init; }
}
