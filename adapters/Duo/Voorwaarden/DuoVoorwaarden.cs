using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Voorwaarden;

/// <summary>The conditions on one kind of melding, in a fixed order. Each is tested by itself: none hides another.</summary>
internal abstract class DuoVoorwaarden<TMelding>(params IReadOnlyList<DuoRegel<TMelding>> regels) : IVoorwaarden<TMelding>
    where TMelding : Melding
{
    /// <summary>All of them; README.md in this folder lists them too.</summary>
    public IReadOnlyList<DuoRegel<TMelding>> Regels { get; } = regels;

    /// <inheritdoc />
    public IReadOnlyList<Toetsing> Toets(TMelding melding, Meldingfeiten feiten) =>
        [.. Regels.Select(regel => regel.Toets(melding, feiten)).OfType<Toetsing>()];
}
