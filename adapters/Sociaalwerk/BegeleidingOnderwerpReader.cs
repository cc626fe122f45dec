using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Sociaalwerk;

/// <summary>BEGELEIDING-ONDERWERP: how one topic of the begeleiding stands; a newer message about the topic takes its place.</summary>
/// <remarks>Topics: DOC (S0, S1, S4). The message and the words of a status: ASM. No topic has free text.</remarks>
internal sealed class BegeleidingOnderwerpReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["onderwerp", "status"], velden =>
    [
        new Begeleidingsonderwerp(
            velden.Required("onderwerp").OneOf("huur", "zorgverzekering", "energie", "bank", "school", "huisarts"),
            velden.Required("status").OneOf("open", "loopt", "geregeld", "niet-nodig")),
    ]);
}
