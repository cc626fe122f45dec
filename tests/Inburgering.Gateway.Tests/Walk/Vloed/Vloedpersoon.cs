using System.Globalization;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk.Vloed;

/// <summary>One person at DUO, and the reference model of it: what DUO knew last, part by part.</summary>
/// <param name="gemeentecode">Where the person lives.</param>
internal sealed class Vloedpersoon(string bsn, string gemeentecode = "1708")
{
    private static readonly DateOnly Begin = new(2000, 1, 1);
    private readonly Dictionary<string, int> dagen = [];
    private int dag;

    public string Bsn => bsn;

    /// <summary>How often DUO changed something.</summary>
    public int Wijzigingen => dag;

    /// <summary>What DUO says about the first plicht; every person begins with it.</summary>
    public async Task BeginAsync(RunningHouse house)
    {
        await house.WeetAsync(new { bsn, onbekend = true });
        await house.WeetAsync(new
        {
            bsn,
            gemeentecode,
            doelgroep = new { indeling = "Asielstatushouder", begindatum = "2024-01-29", gedetailleerdeDoelgroep = "Asielstatushouder" },
            gratispogingen = Array.Empty<object>(),
            examennummer = new { examennummer = "240312000017" },
        });
        foreach (var code in Vloedwoorden.Delen.Keys)
        {
            await WijzigAsync(house, code);
        }
    }

    /// <summary>DUO changes what this event is about, to a value it never had.</summary>
    public Task WijzigAsync(RunningHouse house, string code)
    {
        var deel = Vloedwoorden.Delen[code];
        dagen[deel] = ++dag;
        var datum = Datum(deel);
        object nieuw = deel switch
        {
            "inburgeringsplicht" => new { bsn, inburgeringsplicht = new { indicatorInburgeringsplicht = true, begindatum = datum, wijzigingsdatum = datum } },
            "inburgeringstermijn" => new { bsn, inburgeringstermijn = new { startdatum = datum, einddatum = "2030-01-01", wijzigingsdatum = datum } },
            "lbtResultaten" => new { bsn, lbtResultaten = new[] { new { resultaat = "B1-route haalbaar", behaaldeScore = "62,50", benodigdeScore = "50,00", datumAfname = datum } } },
            _ => new { bsn, examenresultaten = new[] { new { examendatum = datum, resultaat = "Geslaagd", onderdeel = "KNM" } } },
        };
        return house.WeetAsync(nieuw);
    }

    /// <summary>What a dossier must say: the date that marks the last state of each part.</summary>
    public IEnumerable<string> Verwacht => Vloedwoorden.Delen.Values.Order(StringComparer.Ordinal).Select(deel => $"{deel} {Datum(deel)}");

    /// <summary>What the dossier says, in the same words; a part that it does not have has no date.</summary>
    public static IEnumerable<string> Gelezen(JsonElement gegevens) =>
    [
        $"examenresultaten {(Deel(gegevens, "EXA", "resultaten") is { } uitslagen ? uitslagen.EnumerateArray().Single().GetProperty("examendatum") : null)}",
        $"inburgeringsplicht {Deel(gegevens, "PLI", "begindatum")}",
        $"inburgeringstermijn {Deel(gegevens, "TER", "startdatum")}",
        $"lbtResultaten {Deel(gegevens, "LBT", "datumAfname")}",
    ];

    private static JsonElement? Deel(JsonElement gegevens, string categorie, string veld) =>
        gegevens.TryGetProperty(categorie, out var velden) && velden.TryGetProperty(veld, out var waarde) ? waarde : null;

    private string Datum(string deel) => Begin.AddDays(dagen[deel]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Which part of what DUO knows an event is about.</summary>
internal static class Vloedwoorden
{
    public static readonly IReadOnlyDictionary<string, string> Delen = new Dictionary<string, string>
    {
        ["SS101"] = "inburgeringsplicht",
        ["SS104"] = "inburgeringstermijn",
        ["SS131"] = "lbtResultaten",
        ["SS199"] = "examenresultaten",
    };
}
