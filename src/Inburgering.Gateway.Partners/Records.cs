using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>Whether the person has the duty. Source: DUO Inburgeringsplicht 1.2.2.</summary>
public sealed record Inburgeringsplicht
{
    public required bool Plichtig { get; init; }

    public DateOnly? Begindatum { get; init; }

    /// <summary>Inclusive.</summary>
    public DateOnly? Einddatum { get; init; }

    public DateOnly? Wijzigingsdatum { get; init; }

    /// <summary>Date of DUO's letter; starts clock 1.</summary>
    public DateOnly? DatumKennisgeving { get; init; }

    /// <summary>DUO's words, e.g. "Volledige ontheffing"; null while plichtig.</summary>
    public string? RedenGeenPlicht { get; init; }
}

/// <summary>The group that decides the whole offer. Source: DUO Inburgeringsplicht 1.2.2, /doelgroep.</summary>
public sealed record Doelgroepindeling
{
    public Doelgroep? Doelgroep { get; init; }

    public DateOnly? Begindatum { get; init; }

    /// <summary>DUO's words, seven values.</summary>
    public string? GedetailleerdeDoelgroep { get; init; }

    /// <summary>DUO's words on rights after a change of verblijfsdoel.</summary>
    public string? AsielrechtenWijzigingVerblijfsdoel { get; init; }
}

/// <summary>Two groups of the Wi2021.</summary>
public enum Doelgroep
{
    [JsonStringEnumMemberName("Asielstatushouder")]
    Asielstatushouder,

    [JsonStringEnumMemberName("Gezinsmigrant en overige migrant")]
    GezinsOfOverigeMigrant,
}

/// <summary>The three-year term. Source: DUO Inburgeringstermijn 1.0.0.</summary>
public sealed record Inburgeringstermijn
{
    /// <summary>Inclusive.</summary>
    public required DateOnly Startdatum { get; init; }

    /// <summary>Exclusive: the first day after the term.</summary>
    public required DateOnly Einddatum { get; init; }

    public DateOnly? Wijzigingsdatum { get; init; }

    /// <summary>May show illness: never to a partner.</summary>
    public string? Verlengingsgrondcode { get; init; }

    public string? Verlengingsgrondomschrijving { get; init; }
}

/// <summary>The number a person takes the leerbaarheidstoets under. Source: DUO Leerbaarheidstoets 1.2.0.</summary>
public sealed record LeerbaarheidstoetsExamennummer(string Examennummer);

/// <summary>Every result of the leerbaarheidstoets, as DUO gives them. Source: DUO Leerbaarheidstoets 1.2.0.</summary>
public sealed record Leerbaarheidstoetsresultaten(IReadOnlyList<Leerbaarheidstoetsresultaat> Resultaten);

/// <summary>One result.</summary>
/// <param name="Resultaat">DUO's words: "B1-route haalbaar", "B1-route niet haalbaar" or "Onbekend".</param>
/// <param name="BehaaldeScore">Points, two decimals; DUO writes a decimal comma.</param>
/// <param name="BenodigdeScore">Points from which the B1-route is possible.</param>
/// <param name="DatumAfname">The day DUO registered the result.</param>
public sealed record Leerbaarheidstoetsresultaat(string Resultaat, decimal BehaaldeScore, decimal BenodigdeScore, DateOnly DatumAfname);

/// <summary>The current PIP and whose it is. Source: DUO PIP 1.2.0.</summary>
public sealed record Pip
{
    /// <summary>CBS code of the gemeente that made it: four digits.</summary>
    public required string Gemeentecode { get; init; }

    public required DateOnly Dagtekening { get; init; }

    public required Leerroute Leerroute { get; init; }

    /// <summary>Null: left out.</summary>
    public Taalniveau? Niveau { get; init; }

    /// <summary>Hours, 1-9999; only B and only asiel.</summary>
    public int? GeschatteIntensiteitB1Route { get; init; }

    public bool? IndicatorMagOpleidingAfmaken { get; init; }

    /// <summary>A, AA or NVT.</summary>
    public string? IndicatorAlfabetiseringsonderwijs { get; init; }
}

/// <summary>The three routes, with DUO's letter on the wire.</summary>
public enum Leerroute
{
    [JsonStringEnumMemberName("B")]
    B1Route,

    [JsonStringEnumMemberName("O")]
    Onderwijsroute,

    [JsonStringEnumMemberName("Z")]
    ZRoute,
}

/// <summary>Level of the European framework (ERK).</summary>
public enum Taalniveau
{
    A2,
    B1,
    B2,
}

/// <summary>Every exam result known at DUO. Source: DUO Examen 1.0.0.</summary>
public sealed record Examenresultaten(IReadOnlyList<Examenresultaat> Resultaten);

/// <summary>One result.</summary>
public sealed record Examenresultaat
{
    public required DateOnly Examendatum { get; init; }

    /// <summary>KNM, LE, LU, SC or SP.</summary>
    public required string Onderdeel { get; init; }

    /// <summary>Geslaagd, Gezakt or Geen.</summary>
    public required string Resultaat { get; init; }

    /// <summary>Only with Geen.</summary>
    public string? RedenGeenResultaat { get; init; }

    public Taalniveau? Niveau { get; init; }
}

/// <summary>Free attempts left, per exam part. Source: DUO Examen 1.0.0.</summary>
public sealed record GratisPogingen(IReadOnlyList<GratisPoging> Tegoed);

/// <param name="Onderdeel">KNM, LE, LU, SC or SP.</param>
/// <param name="Aantal">0-99.</param>
public sealed record GratisPoging(string Onderdeel, int Aantal);
