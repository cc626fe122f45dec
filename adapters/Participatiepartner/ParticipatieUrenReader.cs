using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>PARTICIPATIE-UREN: the hours of one month, as a total; a newer message about the month takes its place.</summary>
/// <remarks>ASM. DUO wants a total over all months; the gemeente gives that (gevolgde-uren), never this message.</remarks>
internal sealed class ParticipatieUrenReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["periode", "uren"], velden =>
        [new Participatieuren(velden.Required("periode").Month(), velden.Required("uren").Hundredths(0, ParticipatieVelden.MaandUren))]);
}
