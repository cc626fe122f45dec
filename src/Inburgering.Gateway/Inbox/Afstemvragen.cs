using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Normalization;

namespace Inburgering.Gateway.Inbox;

/// <summary>What is asked of a person in a round, and how fast.</summary>
internal static class Afstemvragen
{
    /// <summary>What this partner gives and we compare: nothing that nobody looks at is asked.</summary>
    public static IReadOnlyList<Type> Of(PartnerCatalog partners, string partner) => [.. partners.RecordsOf(partner).Where(Vergelijking.Records.Contains)];

    /// <summary>Between two questions.</summary>
    public static TimeSpan Tussenpoos(AfstemmingFile afstemming) => TimeSpan.FromSeconds(1) / afstemming.VragenPerSeconde;
}
