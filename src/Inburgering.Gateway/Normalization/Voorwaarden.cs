using System.Reflection;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>Tests a melding of whatever kind on its partner's conditions; a kind without conditions may always be sent.</summary>
internal sealed class Voorwaarden(IServiceProvider services)
{
    private static readonly MethodInfo Generic = typeof(Voorwaarden).GetMethod(nameof(ToetsEen), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Every rule that has something to say.</summary>
    public IReadOnlyList<Toetsing> Toets(Melding melding, Meldingfeiten feiten) =>
        (IReadOnlyList<Toetsing>)Generic.MakeGenericMethod(melding.GetType()).Invoke(null, [services, melding, feiten])!;

    /// <summary>What is broken whatever is known: the fault is in the melding itself.</summary>
    public IReadOnlyList<Toetsing> ToetsInhoud(Melding melding, Meldingfeiten feiten) =>
        [.. Toets(melding, new Meldingfeiten { Vandaag = feiten.Vandaag, Gemeentecode = feiten.Gemeentecode }).Where(t => t.Uitslag == Toetsuitslag.Geschonden)];

    private static IReadOnlyList<Toetsing> ToetsEen<TMelding>(IServiceProvider services, TMelding melding, Meldingfeiten feiten)
        where TMelding : Melding => services.GetService<IVoorwaarden<TMelding>>()?.Toets(melding, feiten) ?? [];
}
