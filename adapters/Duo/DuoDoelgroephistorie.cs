using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Doelgroephistorie of DUO's Inburgeringsplicht API 1.2.2: a list; no field of an item is required.</summary>
internal static class DuoDoelgroephistorie
{
    public static PartnerReply<Doelgroephistorie> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, DuoPlichthistorie.MostItems, Periode, perioden => new Doelgroephistorie(perioden));

    private static Doelgroepperiode Periode(JsonFields duo) => new(
        Doelgroep: duo.Optional("indeling")?.Choice(DuoDoelgroep.Indelingen),
        Begindatum: duo.Optional("begindatum")?.Date(),
        Einddatum: duo.Optional("einddatum")?.Date());
}
