using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>A table of cases per condition: both sides of every boundary, and the fact that is missing.</summary>
public sealed partial class VoorwaardenTests
{
    private static readonly Dictionary<string, VoorwaardenGeval> Alle = new[]
    {
        VoorwaardenPipGevallen.Alle(), VoorwaardenAanbodGevallen.Alle(), VoorwaardenEinddatumGevallen.Alle(), VoorwaardenOverigeGevallen.Alle(),
    }.SelectMany(gevallen => gevallen).ToDictionary(geval => $"{geval.Code}: {geval.Naam}");

    public static TheoryData<string> Gevallen => [.. Alle.Keys];

    public static TheoryData<string> Meldingen => [.. VoorwaardenGeval.InOrde.Select(geval => geval.Melding.GetType().Name)];

    [Theory]
    [MemberData(nameof(Gevallen))]
    public void Toets_CaseOfTheTable_SaysWhatTheConditionSays(string naam)
    {
        var geval = Alle[naam];
        var set = VoorwaardenSet.Voor(geval.Melding);

        var toetsing = set.Toets(geval.Melding, geval.Feiten).SingleOrDefault(t => t.Code == geval.Code);

        Assert.Equal(geval.Verwacht, toetsing?.Uitslag);
        if (toetsing is not null)
        {
            var regel = set.Regels.Single(r => r.Code == geval.Code);
            Assert.Equal((regel.Pointer, regel.Bron), (toetsing.Pointer, toetsing.Bron));
            Assert.Equal(geval.Verwacht == Toetsuitslag.NietTeToetsen ? regel.Ontbreekt : regel.Schending, toetsing.Detail);
        }
    }

    [Theory]
    [MemberData(nameof(Meldingen))]
    public void Toets_EverythingInOrder_SaysNothing(string melding)
    {
        var (goed, feiten) = VoorwaardenGeval.InOrde.Single(geval => geval.Melding.GetType().Name == melding);

        Assert.Empty(VoorwaardenSet.Voor(goed).Toets(goed, feiten));
    }

    [Theory]
    [MemberData(nameof(Meldingen))]
    public void Toets_NothingKnown_RefusesOnlyWhatAsksForThatFact(string melding)
    {
        var goed = VoorwaardenGeval.InOrde.Single(geval => geval.Melding.GetType().Name == melding).Melding;

        var toetsingen = VoorwaardenSet.Voor(goed).Toets(goed, VoorwaardenGeval.Niets);

        var geschonden = toetsingen.Where(t => t.Uitslag != Toetsuitslag.NietTeToetsen).ToArray();
        Assert.Equal(melding switch { nameof(AanbodMelding) => "AAN-02", nameof(MapMelding) => "MAP-02", nameof(PvtMelding) => "PVT-02", _ => null }, geschonden.SingleOrDefault()?.Code);
        Assert.All(geschonden, toetsing => Assert.Equal("", toetsing.Pointer));
    }

    [Fact]
    public void Toets_EveryFieldOfAPipWrong_ListsAllAtOnce()
    {
        var pip = new PipMelding
        {
            Dagtekening = VoorwaardenGeval.Dag("2020-01-01"),
            Leerroute = Leerroute.Onderwijsroute,
            Niveau = Taalniveau.A2,
            GeschatteIntensiteitB1Route = 0,
            IndicatorAlfabetiseringsonderwijs = "ja",
        };

        var toetsingen = VoorwaardenSet.Voor(pip).Toets(pip, VoorwaardenGeval.Alles with { Doelgroep = Doelgroep.GezinsOfOverigeMigrant });

        Assert.Equal(["PIP-01", "PIP-02a", "PIP-02b", "PIP-03", "PIP-04", "PIP-08", "PIP-09", "PIP-S3", "PIP-S4"], toetsingen.Select(t => t.Code));
        Assert.All(toetsingen, toetsing => Assert.Equal(Toetsuitslag.Geschonden, toetsing.Uitslag));
    }

    [Fact]
    public void Gevallen_EveryCode_IsBrokenAndKeptAndMissed() => Assert.All(VoorwaardenSet.Codes.Values, regel =>
    {
        var uitslagen = Alle.Values.Where(geval => geval.Code == regel.Code).Select(geval => geval.Verwacht).ToHashSet();
        Assert.Contains(regel.IsWaarschuwing ? Toetsuitslag.Waarschuwing : Toetsuitslag.Geschonden, uitslagen);
        Assert.Contains(null, uitslagen);
        Assert.Equal(regel.Ontbreekt is not null, uitslagen.Contains(Toetsuitslag.NietTeToetsen));
    });

    [Fact]
    public void Gevallen_EveryCase_IsOfAKnownCode() => Assert.Empty(Alle.Values.Select(geval => geval.Code).Except(VoorwaardenSet.Codes.Keys));

    [Fact]
    public void Regels_EachKind_HaveUniqueCodesAndPointToAField() => Assert.All(VoorwaardenSet.Alle, set =>
    {
        Assert.Distinct(set.Regels.Select(regel => regel.Code));
        // at our door the kind of hours is called «soort», which in a stored melding is the kind of melding
        string[] pointers = ["", .. set.Melding.GetProperties().Select(property => property.PropertyType == typeof(Urensoort) ? "/soort" : $"/{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}")];
        Assert.All(set.Regels, regel => Assert.Contains(regel.Pointer, pointers));
    });

    /// <summary>What is wrong, and what to do: two sentences at least.</summary>
    [Fact]
    public void Regels_EachText_SaysWhatIsWrongAndWhatToDo() => Assert.All(VoorwaardenSet.Codes.Values, regel =>
        Assert.All(new[] { regel.Schending, regel.Ontbreekt }.OfType<string>(), tekst =>
        {
            Assert.EndsWith(".", tekst, StringComparison.Ordinal);
            Assert.True(tekst.Split(". ").Length >= 2 || tekst.Contains(": ", StringComparison.Ordinal), tekst);
        }));

    [Fact]
    public void AddPorts_EveryKindOfMelding_IsTested()
    {
        var soorten = typeof(Melding).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(soort => soort.DerivedType).Where(soort => soort != typeof(AanmeldingMelding)); // which is not DUO's
        var aangemeld = PortRecorder.Of(new DuoPartner()).Voorwaarden;

        Assert.Equivalent(soorten, aangemeld.Keys, strict: true);
        Assert.All(VoorwaardenSet.Alle, set => Assert.Equal(set.Voorwaarden, aangemeld[set.Melding]));
    }

    [Fact]
    public void Readme_EveryCode_StandsInTheTableWithItsSourceAndField()
    {
        var tabel = (from regel in File.ReadLines(Path.Combine(SharedContracts.RepositoryRoot, "adapters", "Duo", "Voorwaarden", "README.md"))
                     let cellen = regel.Split('|', StringSplitOptions.TrimEntries)
                     where cellen.Length > 4 && CodeVorm().IsMatch(cellen[1])
                     let velden = cellen[3].Split(", ")
                     from code in cellen[1].Split(", ").Select((naam, plaats) => (Naam: naam, Plaats: plaats))
                     select (Code: code.Naam, Bron: cellen[2], Veld: velden[Math.Min(code.Plaats, velden.Length - 1)])).ToDictionary(rij => rij.Code);

        Assert.Equal(VoorwaardenSet.Codes.Keys.Order(StringComparer.Ordinal), tabel.Keys.Order(StringComparer.Ordinal));
        Assert.All(VoorwaardenSet.Codes.Values, regel =>
        {
            var (_, bron, veld) = tabel[regel.Code];
            Assert.Contains(Regelnummer(regel.Bron)?.ToString(CultureInfo.InvariantCulture) ?? ZonderAanname(regel.Bron), bron, StringComparison.Ordinal);
            Assert.Equal(regel.Bron.EndsWith("(aanname)", StringComparison.Ordinal), bron.Contains("aanname", StringComparison.Ordinal));
            Assert.Equal(veld, regel.Pointer.TrimStart('/'));
        });
    }

    /// <summary>Each sentence of DUO has a condition, and each condition that names a line finds it under its own heading.</summary>
    [Fact]
    public void Regels_EverySentenceOfDuo_IsTested()
    {
        var regels = SharedContracts.Text("duo", "voorwaarden.md").ReplaceLineEndings("\n").Split('\n');
        var begin = Array.FindIndex(regels, regel => regel.StartsWith("### Het aanleveren van een PIP", StringComparison.Ordinal));
        var eind = Array.FindIndex(regels, regel => regel.StartsWith("## Gevolgde uren", StringComparison.Ordinal));
        var zinnen = Enumerable.Range(begin, eind - begin).Where(plaats => regels[plaats] is ['-' or '*', ' ', ..]).Select(plaats => plaats + 1);
        var genoemd = VoorwaardenSet.Codes.Values.Where(regel => Regelnummer(regel.Bron) is not null).ToLookup(regel => Regelnummer(regel.Bron)!.Value);

        Assert.Empty(zinnen.Except(genoemd.Select(groep => groep.Key)));
        Assert.All(genoemd.SelectMany(groep => groep), regel =>
        {
            var nummer = Regelnummer(regel.Bron)!.Value;
            Assert.NotEmpty(regels[nummer - 1].Trim());
            Assert.Contains(regel.Bron.Split(", ")[1], regels.Take(nummer).Last(r => r.StartsWith('#')), StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Regels_OfASchema_NameWhatStandsInIt()
    {
        SharedContracts.SkipUnlessPresent("duo");
        Assert.All(VoorwaardenSet.Codes.Values.Where(regel => regel.Bron.Contains(".openapi.yml, ", StringComparison.Ordinal)), regel =>
        {
            var delen = ZonderAanname(regel.Bron).Split(", ");
            Assert.Contains(delen[1], SharedContracts.Text("duo", delen[0]), StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string ZonderAanname(string bron) => bron.Replace(" (aanname)", "", StringComparison.Ordinal);

    private static int? Regelnummer(string bron) =>
        Regelvorm().Match(bron) is { Success: true } match ? int.Parse(match.Groups["nummer"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^voorwaarden\.md, .*, regel (?<nummer>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Regelvorm();

    [GeneratedRegex(@"^[A-Z]{3,4}-S?\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeVorm();
}
