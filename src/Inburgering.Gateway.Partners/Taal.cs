namespace Inburgering.Gateway.Partners;

/// <summary>A day in a message that cannot lie ahead of the day it comes in.</summary>
/// <param name="Veld">Pointer within <c>data</c>, "/periode".</param>
public readonly record struct Dagveld(string Veld, DateOnly Dag);

/// <summary>A record that tells what has happened.</summary>
public interface IGebeurd
{
    /// <summary>Days that have to be there by now; empty: it names none.</summary>
    IReadOnlyList<Dagveld> Dagen { get; }
}

/// <summary>A record with words that a person wrote: gevoelig, and looked through for what does not belong there.</summary>
public interface IMetVrijeTekst
{
    /// <summary>Null: nothing was written.</summary>
    string? VrijeTekst { get; }
}

/// <summary>The school enrolled the person (domain b.4, ASM).</summary>
public sealed record Lesinschrijving(DateOnly Datum) : IGebeurd
{
    /// <summary>Null: not said.</summary>
    public DateOnly? VerwachteStart { get; init; }

    /// <summary>Last day; null: not said.</summary>
    public DateOnly? VerwachtEinde { get; init; }

    IReadOnlyList<Dagveld> IGebeurd.Dagen => [new("/datum", Datum)];
}

/// <summary>The lessons began (domain b.4, ASM).</summary>
public sealed record Lesstart(DateOnly Datum) : IGebeurd
{
    IReadOnlyList<Dagveld> IGebeurd.Dagen => [new("/datum", Datum)];
}

/// <summary>The lessons end or ended: it may be told ahead (domain b.4, ASM).</summary>
/// <param name="Datum">Last day of lessons.</param>
/// <param name="Reden">diploma, verhuizing, overstap, gestopt, verzuim or overig: never why in words.</param>
public sealed record Lesbeeindiging(DateOnly Datum, string Reden);

/// <summary>Hours of one month, in whole and hundredths of hours. Source: GGM for the kinds of absence (DOC, W-4); hours at school only (DOC, W-12).</summary>
/// <param name="Gepland">Planned.</param>
/// <param name="Gevolgd">Attended at school; e-learning at home does not count.</param>
/// <param name="GeoorloofdVerzuim">Absent with leave.</param>
/// <param name="OngeoorloofdVerzuim">Absent without leave.</param>
public sealed record Lesuren(decimal Gepland, decimal Gevolgd, decimal GeoorloofdVerzuim, decimal OngeoorloofdVerzuim)
{
    /// <summary>The four together with those of another month.</summary>
    public static Lesuren operator +(Lesuren links, Lesuren rechts) => new(
        links.Gepland + rechts.Gepland, links.Gevolgd + rechts.Gevolgd, links.GeoorloofdVerzuim + rechts.GeoorloofdVerzuim, links.OngeoorloofdVerzuim + rechts.OngeoorloofdVerzuim);
}

/// <summary>Presence of one month: totals, never an increment (domain b.4, ASM).</summary>
public sealed record Presentie : IGebeurd
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Periode { get; init; }

    public required Lesuren Uren { get; init; }

    /// <summary>Literacy lessons, apart from <see cref="Uren"/>; null: none.</summary>
    public Lesuren? Alfabetisering { get; init; }

    /// <summary>True: it takes the place of what was told of this month. Else a second message about the month is «maand dubbel».</summary>
    public bool Correctie { get; init; }

    IReadOnlyList<Dagveld> IGebeurd.Dagen => [new("/periode", Periode)];
}

/// <summary>How far the person is in one skill (domain b.4, ASM).</summary>
public sealed record Taalvoortgang : IGebeurd
{
    /// <summary>lezen, luisteren, schrijven, spreken, gesprekken or knm.</summary>
    public required string Vaardigheid { get; init; }

    /// <summary>alfa-A, alfa-B, alfa-C, or of the ERK A1 to C2.</summary>
    public required string Niveau { get; init; }

    public required DateOnly Datum { get; init; }

    /// <summary>Name of the test; null: the teacher's estimate.</summary>
    public string? Toets { get; init; }

    /// <summary>What the test said; null: no test, or not said.</summary>
    public string? Uitslag { get; init; }

    IReadOnlyList<Dagveld> IGebeurd.Dagen => [new("/datum", Datum)];
}

/// <summary>Something the regievoerder has to look at: a human decides what it means (domain b.4 and f23, ASM).</summary>
public sealed record Taalsignaal : IGebeurd, IMetVrijeTekst
{
    /// <summary>dreigende-uitval, niveau-te-hoog, niveau-te-laag or leerroute-past-niet.</summary>
    public required string Soort { get; init; }

    public required DateOnly Datum { get; init; }

    /// <summary>A few words; null: none. Not about health.</summary>
    public string? Toelichting { get; init; }

    IReadOnlyList<Dagveld> IGebeurd.Dagen => [new("/datum", Datum)];

    string? IMetVrijeTekst.VrijeTekst => Toelichting;
}

/// <summary>The school attests how much effort was shown, for lowering B1 to A2 (domain d.8, ASM).</summary>
public sealed record Inzetattest : IGebeurd
{
    public required DateOnly Datum { get; init; }

    /// <summary>Hours of lessons attended up to that day.</summary>
    public required decimal GevolgdeUren { get; init; }

    public required bool VoldoendeInzet { get; init; }

    IReadOnlyList<Dagveld> IGebeurd.Dagen => [new("/datum", Datum)];
}
