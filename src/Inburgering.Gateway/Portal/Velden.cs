using Inburgering.Gateway.Features;

namespace Inburgering.Gateway.Portal;

/// <summary>A filter with fixed choices.</summary>
/// <param name="Naam">Name in the URL and id of the field.</param>
/// <param name="Leeg">Word of the choice that chooses nothing.</param>
internal sealed record Keuzelijst(string Naam, string Label, IReadOnlyList<Keuze> Keuzes, string? Gekozen, string Leeg = "Alle");

/// <summary>A date as text, dd-mm-jjjj (ux 12).</summary>
/// <param name="Fout">What is wrong and how to mend it; null when nothing is.</param>
internal sealed record Datumveld(string Naam, string Label, string? Waarde, string? Fout);

/// <summary>Why somebody does this; its field is called reden.</summary>
/// <param name="Fout">What is wrong and how to mend it; null when nothing is.</param>
internal sealed record Redenveld(string Label, string? Waarde, string? Fout);

/// <summary>A line of text.</summary>
/// <param name="Naam">Name in the form.</param>
/// <param name="Hulp">Null: the label says enough.</param>
/// <param name="Fout">What is wrong and how to mend it; null when nothing is.</param>
internal sealed record Tekstveld(string Id, string Naam, string Label, string? Waarde, string? Hulp, string? Fout)
{
    public int Langste { get; init; } = 10;

    /// <summary>For its width.</summary>
    public string Klasse { get; init; } = "app-short";

    /// <summary>What describes it; null: nothing does.</summary>
    public string? Beschreven => (Hulp, Fout) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-hulp",
        (null, not null) => $"{Id}-fout",
        _ => $"{Id}-hulp {Id}-fout",
    };
}

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Veld">Id of the field.</param>
internal sealed record Veldfout(string Veld, string Zin);
