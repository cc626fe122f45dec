using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>What there is to know before a payment is tried again.</summary>
/// <param name="Bevestigers">How many people said that the bank did not pay it.</param>
internal sealed record PogingView(BetalingView Betaling, int Bevestigers) : IVerantwoord
{
    /// <summary>Why not now, in words that say what to do; null: it may.</summary>
    public required string? Weigering { get; init; }

    /// <summary>Whether two people can help by asking the bank.</summary>
    public required bool WachtOpBewijs { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Betaling.GeleverdeVelden();
}
