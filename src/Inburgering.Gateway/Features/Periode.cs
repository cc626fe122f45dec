using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features;

/// <summary>Whole Dutch days, both ends included.</summary>
internal sealed record Periode(DateOnly Van, DateOnly Tot)
{
    public DateTimeOffset Begin => Klok.Middernacht(Van);

    /// <summary>First instant after the last day.</summary>
    public DateTimeOffset Einde => Klok.Middernacht(Tot.AddDays(1));

    public int Dagen => Tot.DayNumber - Van.DayNumber + 1;

    /// <summary>Twelve months up to and including today.</summary>
    public static Periode Jaar(TimeProvider klok) => new(Vandaag(klok).AddYears(-1).AddDays(1), Vandaag(klok));

    /// <summary>Seven days up to and including today.</summary>
    public static Periode Week(TimeProvider klok) => new(Vandaag(klok).AddDays(-6), Vandaag(klok));

    public static DateOnly Vandaag(TimeProvider klok) => Klok.Dag(klok.GetUtcNow());
}
