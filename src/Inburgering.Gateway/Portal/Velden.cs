using Inburgering.Gateway.Features;

namespace Inburgering.Gateway.Portal;

/// <summary>A filter with fixed choices.</summary>
/// <param name="Naam">Name in the URL and id of the field.</param>
/// <param name="Leeg">Word of the choice that chooses nothing.</param>
internal sealed record Keuzelijst(string Naam, string Label, IReadOnlyList<Keuze> Keuzes, string? Gekozen, string Leeg = "Alle");

/// <summary>A date as text, dd-mm-jjjj (ux 12).</summary>
/// <param name="Fout">What is wrong and how to mend it; null when nothing is.</param>
internal sealed record Datumveld(string Naam, string Label, string? Waarde, string? Fout);
