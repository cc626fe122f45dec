using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Inburgeringstermijnhistorie of DUO's API 1.0.0: a list; no field of an item is required, and the start is not told.</summary>
internal static class DuoTermijnhistorie
{
    public static PartnerReply<Termijnhistorie> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, DuoPlichthistorie.MostItems, Stand, standen => new Termijnhistorie(standen));

    private static Termijnstand Stand(JsonFields duo) => new(
        Einddatum: duo.Optional("einddatum")?.Date(),
        Wijzigingsdatum: duo.Optional("wijzigingsdatum")?.Date(),
        Verlengingsgrondcode: duo.Optional("verlengingsgrondcode")?.Text(1, 10),
        Verlengingsgrondomschrijving: duo.Optional("verlengingsgrondomschrijving")?.Text(1, 200));
}
