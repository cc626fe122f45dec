using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>What happened alike on one day, as one row (ux 6): who, in which role, for which doel, with which categories, how often.</summary>
internal sealed record Inzagegroep
{
    /// <summary>Most groups read in one go; more is a shorter period.</summary>
    public const int Meest = 500;

    public required DateOnly Dag { get; init; }

    public required string Organisatie { get; init; }

    public required string Rol { get; init; }

    public required bool Medewerker { get; init; }

    public required string? Doel { get; init; }

    public required string? Grondslag { get; init; }

    public required Actie Actie { get; init; }

    public required Resultaat Resultaat { get; init; }

    public required string? Ontvanger { get; init; }

    /// <summary>Codes of the categories of which something was shown.</summary>
    public required IReadOnlyList<string> Categorieen { get; init; }

    /// <summary>Why not; empty when it was allowed.</summary>
    public required IReadOnlyList<string> Redenen { get; init; }

    public required DateTimeOffset Eerste { get; init; }

    public required long Aantal { get; init; }

    /// <summary>Lines that differ in a field or a reason alone are one group.</summary>
    public static IReadOnlyList<Inzagegroep> Of(IEnumerable<Loggroep> groepen) =>
    [
        .. groepen.GroupBy(g => (g.Dag, g.Organisatie, g.Rol, g.Medewerker, g.Doel, g.Grondslag, g.Actie, g.Resultaat, g.Ontvanger, Categorieen: string.Join(' ', Getoond(g))))
            .Select(g => new Inzagegroep
            {
                Dag = g.Key.Dag,
                Organisatie = g.Key.Organisatie,
                Rol = g.Key.Rol,
                Medewerker = g.Key.Medewerker,
                Doel = g.Key.Doel,
                Grondslag = g.Key.Grondslag,
                Actie = g.Key.Actie,
                Resultaat = g.Key.Resultaat,
                Ontvanger = g.Key.Ontvanger,
                Categorieen = g.Key.Categorieen.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                Redenen = [.. g.Select(r => r.Reden).OfType<string>().Distinct()],
                Eerste = g.Min(r => r.Eerste),
                Aantal = g.Sum(r => r.Aantal),
            })
            .OrderByDescending(g => g.Dag).ThenByDescending(g => g.Eerste),
    ];

    private static IEnumerable<string> Getoond(Loggroep groep) =>
        groep.Velden.Where(v => v.Contains('.', StringComparison.Ordinal)).Select(v => v.Split('.')[0]).Distinct().Order(StringComparer.Ordinal);
}
