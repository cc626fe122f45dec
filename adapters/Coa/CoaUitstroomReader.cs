using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>UITSTROOM: the person left COA's reception, as a rule for a home in the gemeente.</summary>
/// <remarks>ASM.</remarks>
internal sealed class CoaUitstroomReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => CoaVelden.OverEen(data, new Opvanguitstroom(
        data.Optional("datum")?.Date(),
        data.Optional("reden")?.OneOf("huisvesting", "vertrek", "overig")));
}
