using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>MAP-EINDGESPREK-VOORSTEL: the partner proposes the date of the closing talk. The gemeente confirms it, and only then DUO hears of it.</summary>
/// <remarks>That the gemeente confirms: DOC (S2, S4). The message: ASM.</remarks>
internal sealed class MapEindgesprekReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["datum"], velden => [new MapEindgesprekvoorstel(velden.Required("datum").Date())]);
}
