using System.Globalization;
using System.Text.Json;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Tests.Demo;

/// <summary>The demo world's two files: what must be true whatever the generator becomes.</summary>
public sealed class DemoWereldTests
{
    private const string Hasan = "999990019";
    private const string Pablo = "999990032";
    private const string Amal = "999990044";
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2024-11-15T10:00:00+01:00", CultureInfo.InvariantCulture);
    private static readonly IReadOnlyList<JsonElement> Personen = [.. Read("duo.json").GetProperty("personen").EnumerateArray()];
    private static readonly IReadOnlyList<JsonElement> Verhaal = [.. Read("verhaal.json").EnumerateArray()];

    [Theory]
    [InlineData("1708", 300)]
    [InlineData("0171", 60)]
    [InlineData("0106", 40)]
    public void Verhaal_PerGemeente_HasItsNumberOfDossiers(string gemeente, int dossiers)
    {
        var known = Verhaal.Where(one => Text(one, "gemeente") == gemeente && Text(one, "bsn") is not null).Select(one => Text(one, "bsn")).Distinct();

        Assert.Equal(dossiers, known.Count());
    }

    [Fact]
    public void Personen_Numbers_AreUniqueAndValidOfTheTestRange()
    {
        Assert.All(Personen, persoon => Assert.True(Bsn.TryParse(Text(persoon, "bsn"), out _)));
        Assert.All(Personen, persoon => Assert.StartsWith("9999", Text(persoon, "bsn"), StringComparison.Ordinal));
        Assert.Equal(399, Personen.Select(persoon => Text(persoon, "bsn")).Distinct().Count());
        Assert.Equal(399, Personen.Select(persoon => persoon.GetProperty("vNummer").GetInt64()).Distinct().Count());
        Assert.DoesNotContain(Personen, persoon => Text(persoon, "bsn") == "999990056");
    }

    [Fact]
    public void Verhaal_Events_StandInOrderBeforeTheDemosNow()
    {
        var moments = Verhaal.Select(one => one.GetProperty("tijdstip").GetDateTimeOffset()).ToList();

        Assert.Equal(moments.Order(), moments);
        Assert.All(moments, moment => Assert.True(moment < Now));
        Assert.All(Of("notificatie"), one => Assert.True(
            one.GetProperty("registratieDatumTijd").GetDateTimeOffset() < one.GetProperty("tijdstip").GetDateTimeOffset()));
    }

    [Fact]
    public void Verhaal_Dossier_StartsWithWhatTheGemeenteKnows()
    {
        foreach (var dossier in Verhaal.Where(one => Text(one, "bsn") is not null || Text(one, "vNummer") is not null).GroupBy(one => (Text(one, "gemeente"), Text(one, "bsn") ?? Text(one, "vNummer"))))
        {
            Assert.Equal("gegevens", Text(dossier.First(), "soort"));
            Assert.True(dossier.First().GetProperty("gegevens").TryGetProperty("IDN", out _));
        }
    }

    [Fact]
    public void Verhaal_Deliveries_AreThoseOfTheTable()
    {
        var november = Of("bestand").Single(one => Text(one, "tijdstip")!.StartsWith("2024-11-13", StringComparison.Ordinal));
        var perDag = Of("bericht").CountBy(one => Text(one, "tijdstip")![..10]).Select(dag => $"{dag.Key}: {dag.Value}");

        Assert.Equal(61, november.GetProperty("rijen").GetArrayLength());
        Assert.Equal(["2024-10-14: 9", "2024-10-21: 8", "2024-10-28: 9", "2024-11-04: 10"], perDag);
        Assert.All(Of("bestand").Concat(Of("bericht")), one => Assert.Equal("1708", Text(one, "gemeente")));
    }

    [Fact]
    public void Verhaal_Notifications_HaveEachTheirOwnBerichtId()
    {
        var ids = Of("notificatie").Select(one => one.GetProperty("berichtId").GetGuid()).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Verhaal_Categories_UseTheHousesNames()
    {
        var words = JsonElement.Parse(File.ReadAllText(Path.Combine(SharedContracts.RepositoryRoot, "config", "gegevens.json"))).GetProperty("categorieen");

        foreach (var category in Of("gegevens").SelectMany(one => one.GetProperty("gegevens").EnumerateObject()))
        {
            var known = words.GetProperty(category.Name).GetProperty("velden").EnumerateArray().Select(field => field.GetString()!);
            Assert.Empty(category.Value.EnumerateObject().Select(field => field.Name).Except(known, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Personen_Termijn_StartsTheDayAfterTheFirstPipAndLastsThreeYears()
    {
        foreach (var persoon in Personen.Where(persoon => persoon.TryGetProperty("pip", out _)))
        {
            var termijn = persoon.GetProperty("inburgeringstermijn");
            var start = Date(termijn, "startdatum");
            Assert.Equal(Date(persoon.GetProperty("pip").GetProperty("pip"), "dagtekeningPip").AddDays(1), start);
            if (!termijn.TryGetProperty("verlengingsgrondcode", out _))
            {
                Assert.Equal(start.AddYears(3), Date(termijn, "einddatum"));
            }
        }
    }

    [Fact]
    public void Personen_Pip_KeepsDuosRulesOfRouteAndNiveau()
    {
        foreach (var persoon in Personen.Where(persoon => persoon.TryGetProperty("pip", out _)))
        {
            var pip = persoon.GetProperty("pip").GetProperty("pip");
            var intensity = pip.TryGetProperty("geschatteIntensiteitB1Route", out _);
            Assert.Equal(Text(pip, "leerroute") == "Z" ? null : "B1", Text(pip, "niveau"));
            Assert.False(intensity && (Text(pip, "leerroute") != "B" || !IsAsiel(persoon)));
        }
    }

    [Fact]
    public void Personen_Shares_AreThoseOfTheChain()
    {
        var routes = Personen.Where(persoon => persoon.TryGetProperty("pip", out _))
            .Select(persoon => Text(persoon.GetProperty("pip").GetProperty("pip"), "leerroute")).ToList();

        Assert.InRange(Personen.Count(IsAsiel) / (double)Personen.Count, 0.60, 0.62);
        Assert.InRange(routes.Count(route => route == "B") / (double)routes.Count, 0.58, 0.62);
        Assert.InRange(routes.Count(route => route == "O") / (double)routes.Count, 0.23, 0.27);
        Assert.InRange(routes.Count(route => route == "Z") / (double)routes.Count, 0.13, 0.17);
        Assert.InRange(Personen.Count - routes.Count, 20, 80);
    }

    [Fact]
    public void Opdrachten_OfTheNamed_AreAsAgreed()
    {
        Assert.Equal(
            ["vwn-1708 pvt 2024-05-06 -", "vwn-1708 begeleiding 2024-05-06 -", "schakelcollege-1708 leerroute 2024-06-24 -"], OpdrachtenOf(Hasan));
        Assert.Equal(["vwn-1708 pvt 2024-04-08 -"], OpdrachtenOf(Pablo));
        Assert.Equal(["taalpunt-1708 leerroute 2024-04-15 2024-10-01", "werkcorporatie-0171 participatie 2024-10-01 -"], OpdrachtenOf(Amal));
    }

    [Theory]
    [InlineData("1708")]
    [InlineData("0171")]
    public void Opdrachten_OfTaalpunt_AreEveryThirdOtherAsielstatushouderOfItsGemeente(string gemeente)
    {
        string?[] named = [Hasan, Amal];
        var pupils = Of("opdracht").Where(one => Text(one, "client") == $"taalpunt-{gemeente}").Select(one => Text(one, "bsn")).Except(named).ToList();
        var others = Personen.Where(persoon => Text(persoon, "gemeentecode") == gemeente && IsAsiel(persoon)).Select(persoon => Text(persoon, "bsn")).Except(named);

        Assert.Equal(others.Where((_, index) => index % 3 == 2), pupils.Order(Comparer<string?>.Create((a, b) => PlaceOf(a).CompareTo(PlaceOf(b)))));
    }

    private static IEnumerable<string> OpdrachtenOf(string bsn) => Of("opdracht").Where(one => Text(one, "bsn") == bsn)
        .Select(one => $"{Text(one, "client")} {Text(one, "taak")} {Text(one, "van")} {Text(one, "tot") ?? "-"}");

    private static int PlaceOf(string? bsn) => Personen.Index().Single(pair => Text(pair.Item, "bsn") == bsn).Index;

    private static IEnumerable<JsonElement> Of(string soort) => Verhaal.Where(one => Text(one, "soort") == soort);

    private static bool IsAsiel(JsonElement persoon) => Text(persoon.GetProperty("doelgroep"), "indeling") == "Asielstatushouder";

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly Date(JsonElement element, string name) => DateOnly.ParseExact(Text(element, name)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonElement Read(string name) =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(SharedContracts.RepositoryRoot, "config", "demo", name)));
}
