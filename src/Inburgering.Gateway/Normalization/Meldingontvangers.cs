using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>Which partner gets which kind of melding.</summary>
/// <param name="ontvangers">Partner key by kind.</param>
/// <param name="aangemeld">Keys of the instances that are told of persons, as config had them at the start.</param>
public sealed class Meldingontvangers(IReadOnlyDictionary<Type, string> ontvangers, IReadOnlySet<string> aangemeld)
{
    /// <summary>Whether this process has an address to tell this instance of a person.</summary>
    public bool WordtAangemeld(string instantie) => aangemeld.Contains(instantie);

    /// <summary>Key of the partner that takes it.</summary>
    /// <exception cref="KeyNotFoundException">No adapter sends it.</exception>
    public string Of(Type soort) => ontvangers.TryGetValue(soort, out var partner)
        ? partner
        : throw new KeyNotFoundException($"Geen adapter verstuurt {soort.Name}.");
}
