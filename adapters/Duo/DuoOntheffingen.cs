using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Ontheffing of DUO's API 1.0.0: a list whose items hold a whole and a partial one, each of which may be left out.</summary>
internal static class DuoOntheffingen
{
    /// <summary>The contract's maxItems.</summary>
    private const int MostItems = 200;

    private static readonly Dictionary<string, Ontheffingsgrond> Gronden = new()
    {
        ["BIO"] = Ontheffingsgrond.BijzondereOmstandigheden,
        ["MED"] = Ontheffingsgrond.Medisch,
    };

    public static PartnerReply<Ontheffingen> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, MostItems, Item, items => new Ontheffingen([.. items.SelectMany(besluiten => besluiten)]));

    private static Ontheffing[] Item(JsonFields duo) => [.. Part(duo, "GeheleOntheffing", geheel: true), .. Part(duo, "GedeeltelijkeOntheffing", geheel: false)];

    private static IEnumerable<Ontheffing> Part(JsonFields item, string name, bool geheel) =>
        item.Optional(name)?.Object() is { } duo ? [Besluit(duo, geheel)] : [];

    private static Ontheffing Besluit(JsonFields duo, bool geheel) => new()
    {
        Geheel = geheel,
        Oordeel = duo.Required("oordeel").Choice(DuoOordeel.Words),
        DatumOordeel = duo.Required("datumOordeel").Date(),
        Grond = duo.Required("grond").Choice(Gronden),
        Onderdeel = geheel ? null : duo.Optional("examenonderdeel")?.OneOf(DuoExamen.Onderdelen),
        UrenBelastbaarheid = geheel ? null : (int?)duo.Optional("urenBelastbaarheidParticipatieactiviteit")?.Integer(0, 9999),
    };
}
