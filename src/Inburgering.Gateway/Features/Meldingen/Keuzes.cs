using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>The words a melding may use.</summary>
internal static class Keuzes
{
    public static readonly IReadOnlyDictionary<string, Leerroute> Leerroutes = new Dictionary<string, Leerroute>
    {
        ["B"] = Leerroute.B1Route,
        ["O"] = Leerroute.Onderwijsroute,
        ["Z"] = Leerroute.ZRoute,
    };

    public static readonly IReadOnlyDictionary<string, Taalniveau> Niveaus = new Dictionary<string, Taalniveau> { ["A2"] = Taalniveau.A2, ["B1"] = Taalniveau.B1 };

    public static readonly IReadOnlyDictionary<string, string> Alfabetisering = new Dictionary<string, string> { ["A"] = "A", ["AA"] = "AA", ["NVT"] = "NVT" };

    public static readonly IReadOnlyDictionary<string, Urensoort> Urensoorten = new Dictionary<string, Urensoort>
    {
        ["taalles-en-knm-brede-intake"] = Urensoort.TaallesEnKnmBredeIntake,
        ["participatieactiviteiten"] = Urensoort.Participatieactiviteiten,
        ["participatie-als-taalles"] = Urensoort.ParticipatieAlsTaalles,
    };

    /// <summary>The word for a total.</summary>
    public static string Woord(Urensoort soort) => Urensoorten.Single(s => s.Value == soort).Key;

    public static readonly InvoerFout Leeg = new("Geef een datum, of of het verwijtbaar is. Intrekken gaat met een intrekking van de melding.", Pointer: string.Empty);

    /// <summary>At most one fault; a word left out is none.</summary>
    public static IEnumerable<InvoerFout> Fout<T>(string? woord, IReadOnlyDictionary<string, T> keuzes, string pointer) =>
        woord is null || keuzes.ContainsKey(woord) ? [] : [new InvoerFout($"Kies uit: {string.Join(", ", keuzes.Keys)}.", Pointer: pointer)];
}
