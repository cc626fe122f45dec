using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>MAP-UREN: what was done for the MAP in one month, per theme, whole; a newer message about the month takes its place.</summary>
/// <remarks>Themes, and 40 hours of practice in all: DOC (S4). The words for the themes and telling per month: ASM.</remarks>
internal sealed class MapUrenReader : IBerichtReader
{
    private const int MeesteThemas = 20;

    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["periode", "themas"], velden =>
    {
        var periode = velden.Required("periode").Month();
        var themas = velden.Required("themas").List(MeesteThemas, Thema);
        if (themas.Select(t => t.Thema).Where(t => t.Length > 0).Distinct().Count() < themas.Count(t => t.Thema.Length > 0))
        {
            velden.Fault("themas", "Noem ieder thema één keer.");
        }
        else if (themas.Sum(t => t.Uren) > ParticipatieVelden.MaandUren)
        {
            velden.Fault("themas", "Zoveel uren heeft een maand niet.");
        }

        return [new Mapuren(periode, themas)];
    });

    private static Mapthema Thema(JsonFields thema)
    {
        thema.Only(["thema", "uren"], "Dit veld hoort niet bij een thema.");
        return new Mapthema(
            thema.Required("thema").OneOf("orientatie", "competenties", "arbeidsmarkt", "netwerken", "solliciteren", "werkcultuur", "praktijk"),
            thema.Required("uren").Hundredths(0, ParticipatieVelden.MaandUren));
    }
}
