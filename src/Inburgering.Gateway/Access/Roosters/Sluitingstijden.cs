namespace Inburgering.Gateway.Access.Roosters;

/// <summary>All windows of a schedule and of its partner together, as the minutes of one week.</summary>
internal sealed class Sluitingstijden
{
    private const int Dag = 24 * 60;
    private const int Week = 7 * Dag;

    private readonly bool[] dicht = new bool[Week];

    public Sluitingstijden(IEnumerable<Venster> vensters)
    {
        foreach (var venster in vensters)
        {
            var (van, tot) = (Minuut(venster.Van), Minuut(venster.Tot));
            var duur = tot > van ? tot - van : tot - van + Dag;
            foreach (var dag in venster.Dagen ?? Kloktekst.Weekdagen)
            {
                var begin = (Kloktekst.Weekdag(dag) * Dag) + van;
                for (var minuut = begin; minuut < begin + duur; minuut++)
                {
                    dicht[minuut % Week] = true;
                }
            }
        }
    }

    /// <summary>Nothing runs at this time of the Dutch clock.</summary>
    public bool Dicht(DateTime lokaal) => dicht[Minuut(lokaal)];

    /// <summary>The first minute from here on that is open; null: none is.</summary>
    public DateTime? Open(DateTime lokaal)
    {
        var hier = Minuut(lokaal);
        for (var verder = 0; verder < Week; verder++)
        {
            if (!dicht[(hier + verder) % Week])
            {
                return lokaal.AddMinutes(verder);
            }
        }

        return null;
    }

    private static int Minuut(string tijd) => (int)Kloktekst.Tijd(tijd)!.Value.ToTimeSpan().TotalMinutes;

    private static int Minuut(DateTime lokaal) => (Kloktekst.Weekdag(lokaal) * Dag) + (int)lokaal.TimeOfDay.TotalMinutes;
}
