using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Tests.Normalization;

/// <summary>Per record of the seam: its place in the dossier, its fields as JSON, the working columns it moves.</summary>
internal static class RecordTable
{
    public static readonly (object Record, string Categorie, string Veldgroep, string Velden, Werkkolommen Werk)[] Rows =
    [
        (new Inburgeringsplicht { Plichtig = true, Begindatum = new(2024, 2, 1), DatumKennisgeving = new(2024, 2, 5), Wijzigingsdatum = new(2024, 2, 2) }, "PLI", "plicht",
            """{"indicatorInburgeringsplicht":true,"begindatum":"2024-02-01","wijzigingsdatum":"2024-02-02","datumKennisgeving":"2024-02-05"}""", new() { Plichtig = true }),
        (new Inburgeringsplicht { Plichtig = false, Einddatum = new(2026, 6, 12), RedenGeenPlicht = "Inburgeringsplicht voldaan" }, "PLI", "plicht",
            """{"indicatorInburgeringsplicht":false,"einddatum":"2026-06-12","redenGeenInburgeringsplicht":"Inburgeringsplicht voldaan"}""", new() { Eindfase = "voldaan", PlichtEinde = new(2026, 6, 12) }),
        (Plicht(false, "Tijdelijke vrijstelling") with { Einddatum = new(2024, 9, 1) }, "PLI", "plicht",
            """{"indicatorInburgeringsplicht":false,"einddatum":"2024-09-01","redenGeenInburgeringsplicht":"Tijdelijke vrijstelling"}""", new() { Eindfase = "opgeschort" }),
        (Plicht(false, "Volledige ontheffing"), "PLI", "plicht",
            """{"indicatorInburgeringsplicht":false,"redenGeenInburgeringsplicht":"Volledige ontheffing"}""", new() { Eindfase = "beeindigd" }),
        (Asiel, "VBL", "doelgroep",
            """{"doelgroep":"Asielstatushouder","begindatum":"2024-02-01","gedetailleerdeDoelgroep":"Asielstatushouder"}""", new() { Doelgroep = "Asielstatushouder" }),
        (new Doelgroepindeling { Doelgroep = Doelgroep.GezinsOfOverigeMigrant, AsielrechtenWijzigingVerblijfsdoel = "Ja" }, "VBL", "doelgroep",
            """{"doelgroep":"Gezinsmigrant en overige migrant","asielrechtenWijzigingVerblijfsdoel":"Ja"}""", new() { Doelgroep = "Gezinsmigrant en overige migrant" }),
        (Termijn(2027) with { Verlengingsgrondcode = "Z", Verlengingsgrondomschrijving = "Ziekte" }, "TER", "termijn",
            """{"startdatum":"2024-06-18","einddatum":"2027-06-18","verlengingsgrondcode":"Z","verlengingsgrondomschrijving":"Ziekte"}""", new() { TermijnEinde = new(2027, 6, 18) }),
        (new LeerbaarheidstoetsExamennummer("123456789012"), "LBT", "examennummer", """{"examennummer":"123456789012"}""", new()),
        (new Leerbaarheidstoetsresultaten([new("B1-route haalbaar", 62.50m, 50.00m, new(2024, 3, 12)), new("Onbekend", 1m, 50m, new(2024, 3, 1))]), "LBT", "resultaat",
            """{"resultaat":"B1-route haalbaar","behaaldeScore":62.50,"benodigdeScore":50.00,"datumAfname":"2024-03-12"}""", new()),
        (new Leerbaarheidstoetsresultaten([]), "LBT", "resultaat", "{}", new()),
        (Onderwijsroute, "PIP", "pip",
            """{"gemeentecode":"1708","dagtekening":"2024-06-17","leerroute":"O","niveau":"B1","indicatorAlfabetiseringsonderwijs":"NVT"}""", new() { Leerroute = "O" }),
        (new Pip { Gemeentecode = "1708", Dagtekening = new(2024, 3, 25), Leerroute = Leerroute.B1Route, GeschatteIntensiteitB1Route = 600, IndicatorMagOpleidingAfmaken = false }, "PIP", "pip",
            """{"gemeentecode":"1708","dagtekening":"2024-03-25","leerroute":"B","geschatteIntensiteitB1Route":600,"indicatorMagOpleidingAfmaken":false}""", new() { Leerroute = "B" }),
        (new Examenresultaten([Examen("LU", "Gezakt"), Examen("KNM", "Geslaagd"), Examen("SC", "Geen") with { RedenGeenResultaat = "Absent", Niveau = null }]), "EXA", "resultaten",
            """
            {"resultaten":[{"onderdeel":"LU","niveau":"B1","examendatum":"2024-11-04","resultaat":"Gezakt"},{"onderdeel":"KNM","niveau":"B1","examendatum":"2024-11-04","resultaat":"Geslaagd"},
            {"onderdeel":"SC","examendatum":"2024-11-04","resultaat":"Geen","redenGeenResultaat":"Absent"}],"behaaldeOnderdelen":[{"onderdeel":"KNM","niveau":"B1","examendatum":"2024-11-04"}]}
            """, new()),
        (new Vrijstellingen([new() { Soort = Vrijstellingsoort.Tijdelijk, Oordeel = Oordeel.Toekenning, Reden = "OPL", DatumOordeel = new(2024, 8, 20), Startdatum = new(2024, 9, 1), Einddatum = new(2025, 8, 31) },
            new() { Soort = Vrijstellingsoort.Gedeeltelijk, Oordeel = Oordeel.Afwijzing, Reden = "GED", Onderdeel = "LE", Niveau = Taalniveau.B1 }]), "VRO", "vrijstellingen",
            """
            {"vrijstellingen":[{"soort":"tijdelijk","oordeel":"Toekenning","reden":"OPL","datumOordeel":"2024-08-20","startdatum":"2024-09-01","einddatum":"2025-08-31"},
            {"soort":"gedeeltelijk","oordeel":"Afwijzing","reden":"GED","onderdeel":"LE","niveau":"B1"}]}
            """, new()),
        (new Vrijstellingen([]), "VRO", "vrijstellingen", "{}", new()),
        (Ontheffing(Ontheffingsgrond.Medisch, Ontheffingsgrond.BijzondereOmstandigheden), "VRO", "ontheffingen",
            """{"ontheffingenBio":[{"soort":"geheel","oordeel":"Toekenning","datumOordeel":"2024-09-10"}]}""", new()),
        (Ontheffing(Ontheffingsgrond.Medisch, Ontheffingsgrond.BijzondereOmstandigheden), "GZH", "ontheffingen",
            """{"ontheffingMed":[{"soort":"gedeeltelijk","oordeel":"Toekenning","datumOordeel":"2024-09-10","onderdeel":"SC","urenBelastbaarheid":0}]}""", new()),
        (Ontheffing(Ontheffingsgrond.BijzondereOmstandigheden), "GZH", "ontheffingen", "{}", new()),
        (new MapRegistratie(new(2026, 3, 2)), "MAP", "registratie", """{"datumEindgesprek":"2026-03-02"}""", new()),
        (new PvtRegistratie(new(2024, 10, 4)), "PVT", "registratie", """{"datumOndertekening":"2024-10-04"}""", new()),
        (new GratisPogingen([new("LE", 2)]), "EXA", "gratisPogingen", """{"gratisPogingen":[{"onderdeel":"LE","tegoed":2}]}""", new()),
    ];

    /// <summary>Asked, but not kept.</summary>
    public static readonly object[] NietBewaard =
    [
        new Plichthistorie([]), new Doelgroephistorie([]), new Termijnhistorie([]), new GevolgdeUren([]), new Verlengingsgronden([]), new Instellingen([]),
    ];

    /// <summary>One decision per ground; the medical one is partial and limits the hours.</summary>
    public static Ontheffingen Ontheffing(params Ontheffingsgrond[] gronden) => new([.. gronden.Select(grond => new Ontheffing
    {
        Geheel = grond != Ontheffingsgrond.Medisch,
        Oordeel = Oordeel.Toekenning,
        DatumOordeel = new(2024, 9, 10),
        Grond = grond,
        Onderdeel = grond == Ontheffingsgrond.Medisch ? "SC" : null,
        UrenBelastbaarheid = grond == Ontheffingsgrond.Medisch ? 0 : null,
    })]);

    public static Doelgroepindeling Asiel => new() { Doelgroep = Doelgroep.Asielstatushouder, Begindatum = new(2024, 2, 1), GedetailleerdeDoelgroep = "Asielstatushouder" };

    public static Pip Onderwijsroute => new()
    {
        Gemeentecode = "1708",
        Dagtekening = new(2024, 6, 17),
        Leerroute = Leerroute.Onderwijsroute,
        Niveau = Taalniveau.B1,
        IndicatorAlfabetiseringsonderwijs = "NVT",
    };

    public static Inburgeringsplicht Plicht(bool plichtig, string? reden = null) => new() { Plichtig = plichtig, RedenGeenPlicht = reden };

    public static Inburgeringstermijn Termijn(int jaar) => new() { Startdatum = new(2024, 6, 18), Einddatum = new(jaar, 6, 18) };

    private static Examenresultaat Examen(string onderdeel, string resultaat) => new() { Examendatum = new(2024, 11, 4), Onderdeel = onderdeel, Resultaat = resultaat, Niveau = Taalniveau.B1 };
}
