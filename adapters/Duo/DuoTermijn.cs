using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Inburgeringstermijn of DUO's API 1.0.0. DUO's einddatum is exclusive, and so is ours: it is not moved.</summary>
internal static class DuoTermijn
{
    public static PartnerReply<Inburgeringstermijn> ToCanonical(ReadOnlyMemory<byte> body) => PartnerBody.Read(body, duo => new Inburgeringstermijn
    {
        Startdatum = duo.Required("startdatum").Date(),
        Einddatum = duo.Required("einddatum").Date(),
        Wijzigingsdatum = duo.Optional("wijzigingsdatum")?.Date(),
        Verlengingsgrondcode = duo.Optional("verlengingsgrondcode")?.Text(1, 10),
        Verlengingsgrondomschrijving = duo.Optional("verlengingsgrondomschrijving")?.Text(1, 200),
    });
}
