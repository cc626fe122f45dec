using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Gemeente of DUO's Gevolgde uren API 1.0.0: a list; three of its names begin with a capital.</summary>
internal static class DuoUren
{
    /// <summary>The contract's maxItems.</summary>
    private const int MostItems = 99;

    public static PartnerReply<GevolgdeUren> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, MostItems, Gemeente, gemeenten => new GevolgdeUren(gemeenten));

    private static GemeenteUren Gemeente(JsonFields duo) => new()
    {
        Gemeentecode = duo.Optional("gemeentecode")?.Text(DuoPip.IsGemeentecode, "Is geen gemeentecode van vier cijfers."),
        BekendTot = duo.Optional("bekendTot")?.Date(),
        TaallesEnKnmBredeIntake = Totaal(duo, "TaallesEnKnmBredeIntake"),
        Participatieactiviteiten = Totaal(duo, "ParticipatieactiviteitenBredeIntake"),
        ParticipatieAlsTaalles = Totaal(duo, "ParticipatieAlsTaalles"),
    };

    private static int? Totaal(JsonFields duo, string name) => (int?)duo.Optional(name)?.Object().Required("uren").Integer(0, 9999);
}
