using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Participatiepartner;

/// <summary>NO-SHOW: the person was expected and did not come. The same day and place once more replaces it; «vervallen» takes it back.</summary>
/// <remarks>ASM. There is no reason: it could be one of health, and weighing it is the gemeente's.</remarks>
internal sealed class NoShowReader : IBerichtReader
{
    /// <inheritdoc />
    public Partnerbericht Read(JsonFields data) => Partnerbericht.Strikt(data, ["datum", "bij", "afgemeld", "vervallen"], velden =>
    [
        new Afwezigheid(
            velden.Required("datum").Date(),
            velden.Required("bij").OneOf("gesprek", "binnenstage", "buitenstage", "activiteit", "map"),
            velden.Optional("afgemeld")?.Flag() ?? false,
            velden.Optional("vervallen")?.Flag() ?? false),
    ]);
}
