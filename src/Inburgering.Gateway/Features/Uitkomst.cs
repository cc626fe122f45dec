using Inburgering.Gateway.Door;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Features;

/// <summary>How a write ended: what came of it, or the problem with every fault. A problem changed nothing.</summary>
internal sealed record Uitkomst<T>
    where T : class
{
    /// <summary>Null when there is a problem.</summary>
    public T? Waarde { get; private init; }

    public Probleem? Probleem { get; private init; }

    public IReadOnlyList<InvoerFout> Fouten { get; private init; } = [];

    /// <summary>Word for the log line; null when it was done.</summary>
    public string? Reden { get; private init; }

    public static implicit operator Uitkomst<T>(T waarde) => new() { Waarde = waarde };

    public static Uitkomst<T> Niet(Probleem probleem, string reden, IReadOnlyList<InvoerFout>? fouten = null) =>
        new() { Probleem = probleem, Reden = reden, Fouten = fouten ?? [] };

    /// <summary>The problem as an answer.</summary>
    public ProblemHttpResult Answer() => Probleem!.Answer(Fouten);
}
