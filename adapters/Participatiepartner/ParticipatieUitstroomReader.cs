using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>PARTICIPATIE-UITSTROOM: the person left this partner. The assignment is the gemeente's to end.</summary>
/// <remarks>ASM. No reason says anything of health: who left because of that left «overig».</remarks>
internal sealed class ParticipatieUitstroomReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["datum", "reden"], velden =>
        [new Participatieuitstroom(velden.Required("datum").Date(), velden.Required("reden").OneOf("betaald-werk", "opleiding", "vrijwilligerswerk", "verhuizing", "traject-afgerond", "overig"))]);
}
