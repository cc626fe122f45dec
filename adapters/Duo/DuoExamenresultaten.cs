using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>Schema Examenresultaat of DUO's Examen API 1.0.0: a list.</summary>
internal static class DuoExamenresultaten
{
    private static readonly Dictionary<string, Taalniveau> Niveaus = new()
    {
        ["A2"] = Taalniveau.A2,
        ["B1"] = Taalniveau.B1,
        ["B2"] = Taalniveau.B2,
    };

    public static PartnerReply<Examenresultaten> ToCanonical(ReadOnlyMemory<byte> body) =>
        PartnerBody.ReadList(body, DuoExamen.MostItems, Result, results => new Examenresultaten(results));

    private static Examenresultaat Result(JsonFields duo) => new()
    {
        Examendatum = duo.Required("examendatum").Date(),
        Onderdeel = DuoExamen.Onderdeel(duo),
        Resultaat = duo.Required("resultaat").OneOf("Geslaagd", "Gezakt", "Geen"),
        RedenGeenResultaat = duo.Optional("redenGeenResultaat")?.OneOf("Verwijtbaar", "Nietverwijtbaar", "Afgemeld", "Absent"),
        Niveau = duo.Optional("niveau")?.Choice(Niveaus),
    };
}
