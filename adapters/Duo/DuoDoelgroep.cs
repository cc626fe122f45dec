using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Doelgroep of DUO's Inburgeringsplicht API 1.2.2; no field of it is required.</summary>
internal static class DuoDoelgroep
{
    public static IReadOnlyDictionary<string, Doelgroep> Indelingen { get; } = new Dictionary<string, Doelgroep>
    {
        ["Asielstatushouder"] = Doelgroep.Asielstatushouder,
        ["Gezinsmigrant en overige migrant"] = Doelgroep.GezinsOfOverigeMigrant,
    };

    private static readonly string[] GedetailleerdeDoelgroepen =
    [
        "Asielstatushouder", "Geestelijk bedienaar", "Gezinshereniger", "Gezinshereniger met Asielstatushouder",
        "Gezinsvormer", "Gezinsvormer met Asielstatushouder", "Overig",
    ];

    private static readonly string[] RechtenNaWijziging =
    [
        "Asielrechten toegekend", "Behoud asielrechten",
        "Op verzoek behoud rechten van gezins- en overige migrant", "Op verzoek rechten van gezins- en overige migrant toegekend",
    ];

    public static PartnerReply<Doelgroepindeling> ToCanonical(ReadOnlyMemory<byte> body) => PartnerBody.Read(body, duo => new Doelgroepindeling
    {
        Doelgroep = duo.Optional("indeling")?.Choice(Indelingen),
        Begindatum = duo.Optional("begindatum")?.Date(),
        GedetailleerdeDoelgroep = duo.Optional("gedetailleerdeDoelgroep")?.OneOf(GedetailleerdeDoelgroepen),
        AsielrechtenWijzigingVerblijfsdoel = duo.Optional("asielrechtenWijzigingVerblijfsdoel")?.OneOf(RechtenNaWijziging),
    });
}
