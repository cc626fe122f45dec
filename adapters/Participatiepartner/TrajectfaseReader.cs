using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>TRAJECTFASE: the step of the plan the person is in. The last message counts; a step may be done again.</summary>
/// <remarks>The five steps: DOC (S1). That they are told, and how: ASM.</remarks>
internal sealed class TrajectfaseReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["fase", "sinds", "verwachtTot"], velden =>
    {
        var fase = new Trajectfase
        {
            Fase = velden.Required("fase").OneOf("introductiegesprek", "binnenstage", "evaluatie", "buitenstage", "betaald-werk"),
            Sinds = velden.Required("sinds").Date(),
            VerwachtTot = velden.Optional("verwachtTot")?.Date(),
        };
        ParticipatieVelden.NietVoor(velden, "verwachtTot", fase.VerwachtTot, fase.Sinds);
        return [fase];
    });
}
