using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Inburgeringsplicht of DUO's Inburgeringsplicht API 1.2.2.</summary>
internal static class DuoInburgeringsplicht
{
    private static readonly string[] Redenen =
    [
        "Volledige ontheffing", "Volledige vrijstelling", "Inburgeringsplicht voldaan", "Verblijfsdoel gewijzigd",
        "Vertrek uit Nederland langer dan een jaar", "Overlijden", "Overig", "Tijdelijke vrijstelling",
    ];

    public static PartnerReply<Inburgeringsplicht> ToCanonical(ReadOnlyMemory<byte> body) => PartnerBody.Read(body, duo => new Inburgeringsplicht
    {
        Plichtig = duo.Required("indicatorInburgeringsplicht").Flag(),
        Begindatum = duo.Optional("begindatum")?.Date(),
        Einddatum = duo.Optional("einddatum")?.Date(),
        Wijzigingsdatum = duo.Optional("wijzigingsdatum")?.Date(),
        DatumKennisgeving = duo.Optional("datumKennisgevingInburgeringsplicht")?.Date(),
        RedenGeenPlicht = duo.Optional("redenGeenInburgeringsplicht")?.OneOf(Redenen),
    });
}
