using Inburgering.Gateway.Access;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Besluiten;

/// <summary>One decision: its line, and what that means in words.</summary>
internal sealed record Besluit
{
    public required Logregel Regel { get; init; }

    /// <summary>As the caller names it.</summary>
    public required Guid DossierId { get; init; }

    public required Uitleg Uitleg { get; init; }

    /// <summary>Null: the line names no version, or one that is not kept here.</summary>
    public required Beleidsversie? Beleid { get; init; }

    /// <summary>True: made again with its own references, it ends the same; null: no decision about a reader, or its policy cannot be read.</summary>
    public required bool? Herberekend { get; init; }

    /// <summary>Asked by who controls the use: only then the number of an employee and the pseudonym of the person.</summary>
    public required bool VoorToezicht { get; init; }
}

/// <summary>A decision in plain Dutch.</summary>
/// <param name="Zin">«Schakelcollege Delta mocht … zien: opdracht 24-06-2024 t/m heden, doel …»</param>
/// <param name="Gronden">What it rested on, one thing each, with its dates.</param>
internal sealed record Uitleg(string Zin, IReadOnlyList<string> Gronden, IReadOnlyList<Getoond> Getoond, IReadOnlyList<NietGetoond> NietGetoond);

/// <summary>What left, by category.</summary>
/// <param name="Velden">Names in words.</param>
internal sealed record Getoond(string Categorie, string Naam, IReadOnlyList<string> Velden);

/// <summary>What stayed behind, and why.</summary>
internal sealed record NietGetoond(string Categorie, string Naam, string Reden);

/// <summary>How a question about a decision ended.</summary>
internal abstract record BesluitUitkomst
{
    private BesluitUitkomst()
    {
    }

    public sealed record Gevonden(Besluit Besluit) : BesluitUitkomst;

    public sealed record Geweigerd(Refusal Refusal) : BesluitUitkomst;
}
