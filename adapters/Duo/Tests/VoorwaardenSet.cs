using Inburgering.Gateway.Adapters.Duo.Voorwaarden;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The conditions on one kind of melding, whatever the kind.</summary>
internal sealed record VoorwaardenSet(
    Type Melding, Type Voorwaarden, IReadOnlyList<VoorwaardenRegel> Regels, Func<Melding, Meldingfeiten, IReadOnlyList<Toetsing>> Toets)
{
    public static IReadOnlyList<VoorwaardenSet> Alle { get; } =
    [
        Van(new DuoPipVoorwaarden()), Van(new DuoPipIntrekkingVoorwaarden()),
        Van(new DuoAanbodVoorwaarden()), Van(new DuoAanbodIntrekkingVoorwaarden()),
        Van(new DuoContactpersoonVoorwaarden()), Van(new DuoContactpersoonWijzigingVoorwaarden()), Van(new DuoContactpersoonVerwijderingVoorwaarden()),
        Van(new DuoContactpersoonKoppelingVoorwaarden()), Van(new DuoContactpersoonOntkoppelingVoorwaarden()),
        Van(new DuoMapVoorwaarden()), Van(new DuoPvtVoorwaarden()), Van(new DuoZrouteVoorwaarden()),
        Van(new DuoUrenVoorwaarden()), Van(new DuoLeerbaarheidstoetsVoorwaarden()),
    ];

    /// <summary>Every code once: a new and a changed contact have the same limits, and so have an offer and its withdrawal.</summary>
    public static IReadOnlyDictionary<string, VoorwaardenRegel> Codes { get; } =
        Alle.SelectMany(set => set.Regels).DistinctBy(regel => regel.Code).ToDictionary(regel => regel.Code);

    /// <summary>The conditions on this melding.</summary>
    public static VoorwaardenSet Voor(Melding melding) => Alle.Single(set => set.Melding == melding.GetType());

    private static VoorwaardenSet Van<TMelding>(DuoVoorwaarden<TMelding> voorwaarden)
        where TMelding : Melding => new(
            typeof(TMelding),
            voorwaarden.GetType(),
            [.. voorwaarden.Regels.Select(regel => new VoorwaardenRegel(
                regel.Code, regel.Bron, regel.Pointer, regel.Schending, regel.Ontbreekt, regel.IsWaarschuwing, (melding, feiten) => regel.Toets((TMelding)melding, feiten)))],
            (melding, feiten) => voorwaarden.Toets((TMelding)melding, feiten));
}

/// <summary>One condition, whatever the kind of melding.</summary>
internal sealed record VoorwaardenRegel(
    string Code, string Bron, string Pointer, string Schending, string? Ontbreekt, bool IsWaarschuwing, Func<Melding, Meldingfeiten, Toetsing?> Toets);
