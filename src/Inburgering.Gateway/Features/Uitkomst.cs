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

    /// <summary>Word for the log line; null: nothing to add.</summary>
    public string? Reden { get; private init; }

    public static implicit operator Uitkomst<T>(T waarde) => new() { Waarde = waarde };

    /// <param name="herhaling">It had been done before; nothing was added, and the line says so.</param>
    public static Uitkomst<T> Gedaan(T waarde, bool herhaling) => new() { Waarde = waarde, Reden = herhaling ? "herhaling" : null };

    public static Uitkomst<T> Niet(Probleem probleem, string reden, IReadOnlyList<InvoerFout>? fouten = null) =>
        new() { Probleem = probleem, Reden = reden, Fouten = fouten ?? [] };

    /// <summary>201 with the address of what came of it.</summary>
    public Results<Created<T>, ProblemHttpResult> Nieuw(Func<T, string> adres) => Waarde is { } waarde ? TypedResults.Created(adres(waarde), waarde) : Answer();

    /// <summary>202 with the address where it can be followed.</summary>
    public Results<Accepted<T>, ProblemHttpResult> Aangenomen(Func<T, string> adres) => Waarde is { } waarde ? TypedResults.Accepted(adres(waarde), waarde) : Answer();

    /// <summary>200 with what came of it.</summary>
    public Results<Ok<T>, ProblemHttpResult> Antwoord() => Waarde is { } waarde ? TypedResults.Ok(waarde) : Answer();

    /// <summary>The problem as an answer.</summary>
    public ProblemHttpResult Answer() => Probleem!.Answer(Fouten);
}
