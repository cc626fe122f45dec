namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>Days on which banks settle (TARGET).</summary>
/// <remarks>Source: payments 2.6, not confirmed by a readable source: no weekend, 1 January, Goede Vrijdag, paasmaandag, 1 May, 25 and 26 December. Koningsdag is a bank day.</remarks>
public static class Bankdagen
{
    /// <summary>Whether a payment can be executed on this day.</summary>
    public static bool Is(DateOnly dag) => dag.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsVast(dag) && dag != Paasdag.Van(dag.Year).AddDays(-2) && dag != Paasdag.Van(dag.Year).AddDays(1);

    /// <summary>This day when it is a bank day, else the first one after it.</summary>
    public static DateOnly Eerstvolgende(DateOnly dag)
    {
        while (!Is(dag))
        {
            dag = dag.AddDays(1);
        }

        return dag;
    }

    /// <summary>This day when it is a bank day, else the last one before it: what is due on it is then there in time.</summary>
    public static DateOnly Uiterlijk(DateOnly dag)
    {
        while (!Is(dag))
        {
            dag = dag.AddDays(-1);
        }

        return dag;
    }

    /// <summary>The bank day that is so many bank days after this day.</summary>
    /// <param name="aantal">0 or more; 0 as <see cref="Eerstvolgende"/>.</param>
    public static DateOnly Na(DateOnly dag, int aantal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aantal);
        if (aantal == 0)
        {
            return Eerstvolgende(dag);
        }

        for (var i = 0; i < aantal; i++)
        {
            dag = Eerstvolgende(dag.AddDays(1));
        }

        return dag;
    }

    private static bool IsVast(DateOnly dag) => (dag.Month, dag.Day) is (1, 1) or (5, 1) or (12, 25) or (12, 26);
}
