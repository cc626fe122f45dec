using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>Which partner gets which kind of melding.</summary>
/// <param name="ontvangers">Partner key by kind.</param>
public sealed class Meldingontvangers(IReadOnlyDictionary<Type, string> ontvangers)
{
    /// <summary>Key of the partner that takes it.</summary>
    /// <exception cref="KeyNotFoundException">No adapter sends it.</exception>
    public string Of(Type soort) => ontvangers.TryGetValue(soort, out var partner)
        ? partner
        : throw new KeyNotFoundException($"Geen adapter verstuurt {soort.Name}.");
}
