using System.Text.Json.Nodes;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Tests.Access;

namespace Inburgering.Gateway.Tests.Normalization;

/// <summary>What counts as missed, what as a difference, and who wins (domain c, bronhouder).</summary>
public sealed class VergelijkingTests
{
    private static readonly DateTimeOffset Toen = new(2024, 11, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Nu = new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyDictionary<string, List<string>> Bronhouders = LoadBronhouders();

    /// <summary>PIP of the gemeente, PIP of DUO, the fields that differ.</summary>
    [Theory]
    [InlineData("2024-06-17 B B1", "2024-06-17 B B1", "")]
    [InlineData("2024-06-17 B -", "2024-06-17 B B1", "")]
    [InlineData("2024-06-17 O -", "2024-06-17 O B1", "")]
    [InlineData("2024-06-17 B -", "2024-06-17 B -", "")]
    [InlineData("2024-06-17 B -", "2024-06-17 B A2", "niveau")]
    [InlineData("2024-06-17 Z -", "2024-06-17 Z -", "")]
    [InlineData("2024-06-17 Z -", "2024-06-17 Z B1", "niveau")]
    [InlineData("2024-06-17 B B1", "2024-06-17 B A2", "niveau")]
    [InlineData("2024-06-17 O B1", "2024-06-17 B B1", "leerroute")]
    [InlineData("2024-06-18 B B1", "2024-06-17 B B1", "dagtekening")]
    public void Pip_VanDeGemeenteNaastDieVanDuo_VerschiltWaarHetMoetEnDeGemeenteWint(string eigen, string duo, string velden)
    {
        var verslag = Vergelijk(feiten: [Feit("PIP", "gegevens", "gemeente", Velden(eigen))], records: [Pip(duo)]);

        Assert.Equal(velden, string.Join(' ', verslag.Verschillen.Select(v => v.Veld)));
        Assert.All(verslag.Verschillen, v => Assert.Equal(("PIP", "gemeente", "gemeente"), (v.Categorie, v.Bron, v.Wint)));
        Assert.Empty(verslag.Gemist);
    }

    [Fact]
    public void Pip_AlleenBijDuoBekend_IsGemist()
    {
        var verslag = Vergelijk(records: [Pip("2024-06-17 B B1")]);

        Assert.Empty(verslag.Verschillen);
        Assert.Equal("PIP.dagtekening PIP.gemeentecode PIP.leerroute PIP.niveau", Assert.Single(verslag.Gemist));
    }

    [Fact]
    public void Pip_BijDuoWegTerwijlDeGemeenteErEenHeeft_IsEenVerschil()
    {
        var verslag = Vergelijk(feiten: [Feit("PIP", "gegevens", "gemeente", Velden("2024-06-17 B B1"))], afwezig: [typeof(Pip)]);

        var verschil = Assert.Single(verslag.Verschillen);
        Assert.Equal(("dagtekening", "gemeente"), (verschil.Veld, verschil.Wint));
        Assert.Null(verschil.VanPartner);
    }

    /// <summary>End of the term as we have it from DUO, and as DUO says it now; both the first day after the term.</summary>
    [Theory]
    [InlineData("2027-06-18", "2027-06-18", false)]
    [InlineData("2027-06-18", "2027-06-17", true)]
    [InlineData("2027-06-18", "2028-06-18", true)]
    public void Termijn_AndersDanVorigeKeer_IsGemistEnGeenVerschil(string toen, string nu, bool gemist)
    {
        var voor = new JsonObject { ["startdatum"] = "2024-06-18", ["einddatum"] = toen };

        var verslag = Vergelijk(feiten: [Feit("TER", "termijn", "duo", voor)], records: [Termijn(nu)]);

        Assert.Equal(gemist ? ["TER.einddatum"] : [], verslag.Gemist);
        Assert.Empty(verslag.Verschillen);
    }

    [Fact]
    public void Termijn_DieEenWachtendeNotificatieZalOphalen_IsNietGemist() =>
        Assert.Empty(Vergelijk(records: [Termijn("2027-06-18")], verwacht: [typeof(Inburgeringstermijn)]).Gemist);

    [Fact]
    public void Termijn_LaterGevraagdDoorEenNotificatie_TeltNietMee()
    {
        var nieuwer = Feit("TER", "termijn", "duo", new JsonObject { ["startdatum"] = "2024-06-18", ["einddatum"] = "2028-06-18" }) with { GevraagdOp = Nu.AddSeconds(1) };

        Assert.Empty(Vergelijk(feiten: [nieuwer], records: [Termijn("2027-06-18")]).Gemist);
    }

    [Fact]
    public void Termijn_BijDuoWeg_IsEenVerschilDatDuoWint()
    {
        var verslag = Vergelijk(feiten: [Feit("TER", "termijn", "duo", new JsonObject { ["startdatum"] = "2024-06-18", ["einddatum"] = "2027-06-18" })], afwezig: [typeof(Inburgeringstermijn)]);

        var verschil = Assert.Single(verslag.Verschillen);
        Assert.Equal(("TER", "einddatum", "duo", "duo"), (verschil.Categorie, verschil.Veld, verschil.Bron, verschil.Wint));
    }

    [Fact]
    public void Examennummer_BijDuoWeg_IsGeenNieuws() =>
        Assert.Empty(Vergelijk(feiten: [Feit("LBT", "examennummer", "duo", new JsonObject { ["examennummer"] = "240312000017" })], afwezig: [typeof(LeerbaarheidstoetsExamennummer)]).Verschillen);

    [Fact]
    public void LegeLijst_VanWieNogNietsBekendWas_IsGelijk() => Assert.Empty(Vergelijk(records: [new Vrijstellingen([]), new Examenresultaten([])]).Gemist);

    [Fact]
    public void Ontheffing_Medisch_WordtGemistMaarNooitNaastElkaarGelegd()
    {
        var med = new Ontheffing { Geheel = false, Oordeel = Oordeel.Toekenning, DatumOordeel = new DateOnly(2024, 8, 19), Grond = Ontheffingsgrond.Medisch, UrenBelastbaarheid = 400 };

        var verslag = Vergelijk(feiten: [Feit("GZH", "gegevens", "vorige-gemeente", new JsonObject { ["ontheffingMed"] = "ja" })], records: [new Ontheffingen([med])]);

        Assert.Equal(["GZH.ontheffingMed"], verslag.Gemist);
        Assert.Empty(verslag.Verschillen);
    }

    /// <summary>Day of the MAP that we told, its state, DUO's day.</summary>
    [Theory]
    [InlineData("2024-10-01", "Bevestigd", "2024-10-01", 0)]
    [InlineData("2024-10-01", "Afgerond", "2024-10-02", 1)]
    [InlineData("2024-10-01", "Bevestigd", null, 1)]
    [InlineData("2024-10-01", "Wacht", "2024-09-01", 0)]
    [InlineData("2024-10-01", "WachtOpMens", null, 0)]
    [InlineData("2024-10-01", "Geweigerd", null, 0)]
    public void Map_DieWijMeldden_VerschiltPasAlsZijIsAangekomen(string gemeld, string status, string? duo, int verschillen)
    {
        var melding = Melding(new MapMelding(Dag(gemeld), null), Enum.Parse<Meldingstatus>(status));

        var verslag = Vergelijk(
            records: duo is null ? [] : [new MapRegistratie(Dag(duo))], afwezig: duo is null ? [typeof(MapRegistratie)] : [], meldingen: [melding]);

        Assert.Equal(verschillen, verslag.Verschillen.Count);
        Assert.All(verslag.Verschillen, v => Assert.Equal(("MAP", "datumEindgesprek", "gemeente"), (v.Categorie, v.Veld, v.Wint)));
        Assert.Empty(verslag.Gemist);
    }

    [Fact]
    public void Map_DieWijIntrokken_IsBijDuoNieuws()
    {
        var verslag = Vergelijk(
            records: [new MapRegistratie(Dag("2024-10-01"))], meldingen: [Melding(new MapMelding(Dag("2024-10-01"), null), Meldingstatus.Bevestigd), Melding(new MapMelding(null, null), Meldingstatus.Bevestigd)]);

        Assert.Equal(["MAP.datumEindgesprek"], verslag.Gemist);
    }

    /// <summary>Our total, DUO's for us, DUO's for another gemeente.</summary>
    [Theory]
    [InlineData(120, 120, 7, false)]
    [InlineData(120, 98, 120, true)]
    [InlineData(120, null, 120, true)]
    public void Uren_Totaal_WordtMetDatVanDeEigenGemeenteVergeleken(int gemeld, int? eigen, int ander, bool verschilt)
    {
        var uren = new GevolgdeUren([new GemeenteUren { Gemeentecode = "1708", ParticipatieAlsTaalles = eigen }, new GemeenteUren { Gemeentecode = "0171", ParticipatieAlsTaalles = ander }]);

        var verslag = Vergelijk(records: [uren], meldingen: [Melding(new UrenMelding(Urensoort.ParticipatieAlsTaalles, gemeld), Meldingstatus.Bevestigd)]);

        Assert.Equal(verschilt ? [("UUR", "participatie-als-taalles", (string?)null)] : [], verslag.Verschillen.Select(v => (v.Categorie, v.Onderdeel!, v.Wint)));
    }

    [Fact]
    public void Records_VanDuo_WordenGevraagdOfMetRedenNiet()
    {
        Type[] niet = [typeof(Plichthistorie), typeof(Doelgroephistorie), typeof(Termijnhistorie), typeof(Verlengingsgronden), typeof(Instellingen)];
        var wel = RecordTable.Rows.Select(r => r.Record).Concat(RecordTable.NietBewaard).Select(r => r.GetType()).Distinct().Except(niet);

        Assert.Equal(wel.Select(t => t.Name).Order(StringComparer.Ordinal), Vergelijking.Records.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    private static Afstemverslag Vergelijk(
        IReadOnlyList<Feit>? feiten = null, IReadOnlyList<object>? records = null, IReadOnlyCollection<Type>? afwezig = null, IReadOnlyList<GegevenMelding>? meldingen = null, IReadOnlyCollection<Type>? verwacht = null) =>
        Vergelijking.Of(new Vergelijkingsstof
        {
            Partner = "duo",
            Gemeentecode = "1708",
            Feiten = feiten ?? [],
            Records = [.. (records ?? []).Select(r => (r, Nu))],
            Afwezig = afwezig ?? [],
            Meldingen = meldingen ?? [],
            Verwacht = verwacht ?? [],
            Bronhouders = Bronhouders,
        });

    private static Feit Feit(string categorie, string veldgroep, string bron, JsonObject velden) =>
        new() { Categorie = categorie, Veldgroep = veldgroep, Bron = bron, GevraagdOp = Toen, Velden = velden };

    private static GegevenMelding Melding(Melding melding, Meldingstatus status) => new()
    {
        MeldingId = Guid.NewGuid(),
        DossierId = Guid.NewGuid(),
        Partner = "duo",
        Soort = melding.Soort,
        Melding = melding,
        Status = status,
        Afzender = new Afzender(string.Empty, string.Empty),
        GemaaktOp = Toen,
        Pogingen = 1,
        SleutelId = Guid.NewGuid(),
    };

    /// <summary>"2024-06-17 B B1"; "-" is left out.</summary>
    private static JsonObject Velden(string tekst)
    {
        var delen = tekst.Split(' ');
        var velden = new JsonObject { ["dagtekening"] = delen[0], ["leerroute"] = delen[1] };
        if (delen[2] != "-")
        {
            velden["niveau"] = delen[2];
        }

        return velden;
    }

    private static Pip Pip(string tekst)
    {
        var delen = tekst.Split(' ');
        return new Pip
        {
            Gemeentecode = "1708",
            Dagtekening = Dag(delen[0]),
            Leerroute = delen[1] switch { "B" => Leerroute.B1Route, "O" => Leerroute.Onderwijsroute, _ => Leerroute.ZRoute },
            Niveau = delen[2] == "-" ? null : Enum.Parse<Taalniveau>(delen[2]),
        };
    }

    private static Inburgeringstermijn Termijn(string einde) => new() { Startdatum = Dag("2024-06-18"), Einddatum = Dag(einde) };

    private static DateOnly Dag(string tekst) => DateOnly.ParseExact(tekst, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Dictionary<string, List<string>> LoadBronhouders()
    {
        using var config = new ConfigCopy();
        return config.Load().Gegevens.Categorieen.ToDictionary(c => c.Key, c => c.Value.Bronhouders);
    }
}
