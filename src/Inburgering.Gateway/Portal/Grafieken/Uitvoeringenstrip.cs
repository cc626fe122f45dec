using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Synchronisaties;

namespace Inburgering.Gateway.Portal.Grafieken;

/// <summary>The last fourteen runs as marks, newest on the right: filled went well, half was not all accepted, cross failed, hollow did not run (ux 9).</summary>
internal sealed class Uitvoeringenstrip
{
    public const int Breedte = 224;
    public const int Hoogte = 20;
    private const int Stap = 16;
    private const int Plaatsen = 14;

    private Uitvoeringenstrip(string sleutel, string naam, IReadOnlyList<Stripteken> tekens)
    {
        Sleutel = sleutel;
        Naam = naam;
        Tekens = tekens;
    }

    /// <summary>Makes its ids in the page its own.</summary>
    public string Sleutel { get; }

    public string Naam { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Stripteken> Tekens { get; }

    /// <summary>What the picture says, in a few words.</summary>
    public string Conclusie => Tekens.Count(t => t.Vorm == Stripvorm.Vol) switch
    {
        var goed when goed == Tekens.Count => goed == 1 ? "1 keer, gelukt" : $"{goed} keer, alle gelukt",
        var goed => $"{goed} van {Tekens.Count} gelukt",
    };

    /// <summary>For who does not see the picture: what there was of each kind, and the newest.</summary>
    public string Beschrijving => $"{string.Join(", ", Tekens.GroupBy(t => t.Woord).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} keer {g.Key}"))}. Het nieuwste: {Tekens[^1].Titel}.";

    /// <summary>Null when there is nothing to draw.</summary>
    /// <param name="laatste">Newest first; dry runs and back-fills are left out.</param>
    /// <param name="nu">System clock.</param>
    public static Uitvoeringenstrip? Of(string sleutel, string naam, IReadOnlyList<UitvoeringView> laatste, DateTimeOffset nu)
    {
        var echt = laatste.Where(u => u.Aanleiding is not ("proef" or "inhaalrun")).Take(Plaatsen).Reverse().ToArray();
        return echt.Length == 0 ? null : new Uitvoeringenstrip(sleutel, naam, [.. echt.Select((u, i) => Teken(u, (Plaatsen - echt.Length + i) * Stap, nu))]);
    }

    private static Stripteken Teken(UitvoeringView uitvoering, int x, DateTimeOffset nu)
    {
        var (vorm, woord) = uitvoering.Status switch
        {
            "gelukt" => (Stripvorm.Vol, "gelukt"),
            "gelukt-met-afkeur" => (Stripvorm.Half, "gelukt met afkeur"),
            "verdacht-leeg" => (Stripvorm.Half, "verdacht leeg"),
            "mislukt" => (Stripvorm.Kruis, "mislukt"),
            "gestopt" => (Stripvorm.Streep, "gestopt"),
            "loopt" => (Stripvorm.Stip, "loopt"),
            _ => (Stripvorm.Leeg, "niet begonnen"),
        };
        return new Stripteken(x, vorm, woord, Tijdwoorden.Bij(uitvoering.Moment ?? uitvoering.BegonnenOp, nu), uitvoering.Ontvangen, uitvoering.Afgekeurd);
    }
}

/// <summary>One mark.</summary>
/// <param name="X">Left side.</param>
/// <param name="Wanneer">In words.</param>
internal sealed record Stripteken(int X, Stripvorm Vorm, string Woord, string Wanneer, int Ontvangen, int Afgekeurd)
{
    public string Titel => $"{Wanneer} {Woord}{(Vorm == Stripvorm.Leeg ? string.Empty : $", {Ontvangen} ontvangen")}";
}

/// <summary>The shape of a mark; never colour alone.</summary>
internal enum Stripvorm
{
    Vol,
    Half,
    Kruis,
    Leeg,
    Streep,
    Stip,
}
