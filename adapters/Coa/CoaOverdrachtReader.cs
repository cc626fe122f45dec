using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Coa;

/// <summary>OVERDRACHT_GEPLAND: the talk of COA, gemeente and person is planned, was held or is off. The last message counts.</summary>
/// <remarks>That the talk exists: DOC (S0; in S1 VluchtelingenWerk takes part; W-9: the gemeente may ask for it). Its form: ASM.</remarks>
internal sealed class CoaOverdrachtReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => CoaVelden.OverEen(data, new WarmeOverdracht
    {
        Stand = data.Optional("stand")?.OneOf("gepland", "gehouden", "afgezegd") ?? "gepland",
        Moment = data.Optional("moment")?.Moment(),
        Wijze = data.Optional("wijze")?.OneOf("locatie", "telefoon", "video"),
    });
}
