using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema AanvraagOordeel, the same in DUO's Vrijstelling and Ontheffing.</summary>
internal static class DuoOordeel
{
    public static IReadOnlyDictionary<string, Oordeel> Words { get; } = new Dictionary<string, Oordeel>
    {
        ["Toekenning"] = Oordeel.Toekenning,
        ["Afwijzing"] = Oordeel.Afwijzing,
    };
}
