using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Inbox;

/// <summary>Wat u moet weten van een bericht dat is aangenomen.</summary>
/// <param name="Waarschuwingen">Minstens één.</param>
internal sealed record Aangenomenview(IReadOnlyList<InvoerFout> Waarschuwingen) : IVerantwoord
{
    /// <summary>There are words about health in it.</summary>
    public static readonly Aangenomenview Gezondheid = new([new InvoerFout("In uw tekst staan woorden over gezondheid. Het bericht is bewaard. Schrijf niets over gezondheid: kies een code, en bel de gemeente als zij iets moet weten.", Pointer: "/data/toelichting")]);

    public IReadOnlyList<string> GeleverdeVelden() => [];
}
