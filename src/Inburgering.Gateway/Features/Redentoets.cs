using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features;

/// <summary>A reason that a colleague can follow, and that names nobody.</summary>
internal static class Redentoets
{
    private const int Kortste = 10, Langste = 500;

    /// <param name="wat">What is done, as in «waarom u hervat».</param>
    /// <returns>Every fault, at /reden.</returns>
    public static IReadOnlyList<InvoerFout> Fouten(string? reden, string wat) => reden?.Trim().Length switch
    {
        null or < Kortste or > Langste => [new InvoerFout($"Schrijf in 10 tot 500 tekens waarom u {wat}.", Pointer: "/reden")],
        _ when LogregelCheck.HoldsBsn(reden) => [new InvoerFout("Schrijf geen nummer van een persoon in de reden.", Pointer: "/reden")],
        _ => [],
    };
}
