using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Inburgeringsplichthistorie of DUO's Inburgeringsplicht API 1.2.2: a list.</summary>
internal static class DuoPlichthistorie
{
    /// <remarks>The contract names no most; DUO's other lists have 500.</remarks>
    public const int MostItems = 500;

    public static PartnerReply<Plichthistorie> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, MostItems, Periode, perioden => new Plichthistorie(perioden));

    private static Plichtperiode Periode(JsonFields duo) => new(
        Plichtig: duo.Required("indicatorInburgeringsplicht").Flag(),
        Begindatum: duo.Optional("begindatum")?.Date(),
        Einddatum: duo.Optional("einddatum")?.Date(),
        Wijzigingsdatum: duo.Optional("wijzigingsdatum")?.Date());
}
