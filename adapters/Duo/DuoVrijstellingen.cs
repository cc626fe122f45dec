using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Vrijstelling of DUO's API 1.0.0: a list whose items hold a whole, a temporary and a partial one, each of which may be left out.</summary>
internal static class DuoVrijstellingen
{
    /// <summary>The contract's maxItems.</summary>
    private const int MostItems = 200;

    private static readonly string[] Redenen = ["AVI", "DIP", "DOC", "GED", "INB", "INS", "OPL"];

    private static readonly Dictionary<string, Taalniveau> Niveaus = new() { ["A2"] = Taalniveau.A2, ["B1"] = Taalniveau.B1 };

    public static PartnerReply<Vrijstellingen> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, MostItems, Item, items => new Vrijstellingen([.. items.SelectMany(besluiten => besluiten)]));

    private static Vrijstelling[] Item(JsonFields duo) =>
    [
        .. Part(duo, "GeheleVrijstelling", Vrijstellingsoort.Geheel),
        .. Part(duo, "TijdelijkeVrijstelling", Vrijstellingsoort.Tijdelijk),
        .. Part(duo, "GedeeltelijkeVrijstelling", Vrijstellingsoort.Gedeeltelijk),
    ];

    private static IEnumerable<Vrijstelling> Part(JsonFields item, string name, Vrijstellingsoort soort) =>
        item.Optional(name)?.Object() is { } duo ? [Besluit(duo, soort)] : [];

    private static Vrijstelling Besluit(JsonFields duo, Vrijstellingsoort soort) => new()
    {
        Soort = soort,
        Oordeel = duo.Required("oordeel").Choice(DuoOordeel.Words),
        Reden = duo.Required("reden").OneOf(Redenen),
        DatumOordeel = duo.Optional("datumOordeel")?.Date(),
        Startdatum = soort == Vrijstellingsoort.Tijdelijk ? duo.Optional("startdatum")?.Date() : null,
        Einddatum = soort == Vrijstellingsoort.Tijdelijk ? duo.Optional("einddatum")?.Date() : null,
        Onderdeel = soort == Vrijstellingsoort.Gedeeltelijk ? duo.Optional("examenonderdeel")?.OneOf("LE", "LU", "SC", "SP") : null,
        Niveau = soort == Vrijstellingsoort.Gedeeltelijk ? duo.Optional("examenniveau")?.Choice(Niveaus) : null,
    };
}
