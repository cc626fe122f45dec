using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Access.Roosters;

/// <summary>The days that a schedule skips when it says «niet op feestdagen».</summary>
/// <remarks>
/// Source: Algemene termijnenwet art. 3 lid 1 (the general holidays) and lid 2 (Goede Vrijdag is put on a level with them), with the Sundays
/// of Pasen and Pinksteren. From general knowledge, to be confirmed: days that are put on a level by a royal decree for one year (lid 3)
/// and holidays of a gemeente of its own are not in it.
/// </remarks>
public static class Feestdagen
{
    /// <summary>Whether this Dutch day is one.</summary>
    public static bool Is(DateOnly dag) => Van(dag.Year).Contains(dag);

    /// <summary>Those of one year, in order; two on one day stand there twice.</summary>
    public static IReadOnlyList<DateOnly> Van(int jaar)
    {
        var pasen = Paasdag.Van(jaar);
        DateOnly[] dagen =
        [
            new(jaar, 1, 1), pasen.AddDays(-2), pasen, pasen.AddDays(1), Koningsdag(jaar), new(jaar, 5, 5),
            pasen.AddDays(39), pasen.AddDays(49), pasen.AddDays(50), new(jaar, 12, 25), new(jaar, 12, 26),
        ];
        Array.Sort(dagen);
        return dagen;
    }

    private static DateOnly Koningsdag(int jaar) => new DateOnly(jaar, 4, 27) is { DayOfWeek: DayOfWeek.Sunday } zondag ? zondag.AddDays(-1) : new DateOnly(jaar, 4, 27);
}
