using System.Reflection;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Normalization;

/// <summary>Tests a melding of whatever kind on its partner's conditions; a kind without conditions may always be sent.</summary>
internal sealed class Voorwaarden(IServiceProvider services)
{
    private static readonly MethodInfo Generic = typeof(Voorwaarden).GetMethod(nameof(ToetsEen), BindingFlags.Public | BindingFlags.Static)!;

    /// <summary>Every rule that has something to say.</summary>
    public IReadOnlyList<Toetsing> Toets(Melding melding, Meldingfeiten feiten) =>
        (IReadOnlyList<Toetsing>)Generic.MakeGenericMethod(melding.GetType()).Invoke(null, [services, melding, feiten])!;

    /// <summary>What is broken in a field of the melding, whatever is known of the person.</summary>
    public IReadOnlyList<Toetsing> ToetsInhoud(Melding melding, Meldingfeiten feiten) =>
        [.. Toets(melding, new Meldingfeiten { Vandaag = feiten.Vandaag, Gemeentecode = feiten.Gemeentecode }).Where(t => t is { Uitslag: Toetsuitslag.Geschonden, Pointer.Length: > 0 })];

    /// <summary>As above, when the type is known. Public only because it is found by name.</summary>
    public static IReadOnlyList<Toetsing> ToetsEen<TMelding>(IServiceProvider services, TMelding melding, Meldingfeiten feiten)
        where TMelding : Melding => services.GetService<IVoorwaarden<TMelding>>()?.Toets(melding, feiten) ?? [];
}
