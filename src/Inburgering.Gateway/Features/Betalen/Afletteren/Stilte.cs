using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen.Afletteren;

/// <summary>What is said of an order of which the bank says nothing. Silence proves nothing, so it only makes a task (payments 7.8).</summary>
internal static class Stilte
{
    private const int Bankdagenwacht = 2;

    /// <param name="vandaag">Dutch day, by the business clock.</param>
    /// <returns>Null: there is nothing to say yet.</returns>
    /// <remarks>RCVD, PDNG and the like are no progress and leave an order where it was, so they are silence here.</remarks>
    public static Signaal? Van(BekendeOpdracht opdracht, DateOnly vandaag) => opdracht.Stand switch
    {
        Opdrachtstand.Geaccepteerd when vandaag >= Bankdagen.Na(opdracht.Uitvoeringsdatum, Bankdagenwacht) => Taak(Signaalcode.NietGeboekt, opdracht),
        Opdrachtstand.Aangeboden when vandaag > opdracht.Uitvoeringsdatum => Taak(Signaalcode.GeenBericht, opdracht),
        _ => null,
    };

    private static Signaal Taak(Signaalcode code, BekendeOpdracht opdracht) => new(code, Signaalernst.Taak) { Kenmerk = opdracht.Kenmerk, Batch = opdracht.Batch };
}
