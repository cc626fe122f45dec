using Inburgering.Gateway.Features;
using Inburgering.Gateway.Features.Inzagen;
using Microsoft.AspNetCore.Mvc;

namespace Inburgering.Gateway.Portal;

/// <summary>The filters of a page about the log, as the URL holds them.</summary>
internal sealed class Logfilter
{
    [FromQuery(Name = "van")]
    public string? Van { get; set; }

    [FromQuery(Name = "tot")]
    public string? Tot { get; set; }

    [FromQuery(Name = "soort")]
    public string? Soort { get; set; }

    /// <summary>"regels": the single lines; else put together by day.</summary>
    [FromQuery(Name = "weergave")]
    public string? Weergave { get; set; }

    [FromQuery(Name = "organisatie")]
    public string? Organisatie { get; set; }

    [FromQuery(Name = "doel")]
    public string? Doel { get; set; }

    [FromQuery(Name = "actor")]
    public string? Actor { get; set; }

    [FromQuery(Name = "categorie")]
    public string? Categorie { get; set; }

    [FromQuery(Name = "actie")]
    public string? Actie { get; set; }

    [FromQuery(Name = "vertrouwelijkheid")]
    public string? Vertrouwelijkheid { get; set; }

    [FromQuery(Name = "resultaat")]
    public string? Resultaat { get; set; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; set; }

    /// <summary>Number of the first row, for the caption alone.</summary>
    [FromQuery(Name = "vanaf")]
    public int? Vanaf { get; set; }

    public string? FoutVan { get; private set; }

    public string? FoutTot { get; private set; }

    public bool Fout => FoutVan is not null || FoutTot is not null;

    /// <summary>True when nothing narrows the list but its tab.</summary>
    public bool Leeg => new[] { Van, Tot, Organisatie, Doel, Resultaat, Actor, Categorie, Actie, Vertrouwelijkheid }.All(f => Text(f) is null);

    public int Eerste => Cursor is null ? 1 : Math.Max(1, Vanaf ?? 1);

    /// <summary>The question; with a faulty date, that of the default period.</summary>
    /// <param name="standaard">Period when none is given.</param>
    /// <param name="soort">Tab when none is given.</param>
    /// <param name="meest">Days one question may span; null: no limit.</param>
    public InzagenVraag Vraag(Periode standaard, int? meest, Soort soort)
    {
        FoutVan = Text(Van) is null || Datum.Lees(Van, out _) ? null : Teksten.DatumOnjuist;
        FoutTot = Text(Tot) is null || Datum.Lees(Tot, out _) ? null : Teksten.DatumOnjuist;
        var periode = Fout ? standaard : Periode(standaard, meest);
        FoutTot ??= FoutIn(periode, meest);
        return new InzagenVraag
        {
            Periode = Fout ? standaard : periode,
            Soort = InzagenQuery.LeesSoort(Soort) ?? soort,
            Organisatie = Text(Organisatie),
            Doel = Text(Doel),
            Actor = Text(Actor),
            Categorie = Text(Categorie) is { } code && Logregelvraag.IsCode(code) ? code : null,
            Actie = Inzagewoorden.LeesActie(Text(Actie)),
            Vertrouwelijkheid = Inzagewoorden.LeesVertrouwelijkheid(Text(Vertrouwelijkheid)),
            Resultaat = Inzagewoorden.LeesResultaat(Resultaat),
            Cursor = Text(Cursor),
        };
    }

    private static string? FoutIn(Periode periode, int? meest)
    {
        if (periode.Van > periode.Tot)
        {
            return Teksten.PeriodeOmgekeerd;
        }

        return periode.Dagen > meest ? Teksten.PeriodeTeLang : null;
    }

    /// <summary>With one end given, the other follows: today, or as far back as allowed.</summary>
    private Periode Periode(Periode standaard, int? meest)
    {
        var heeftVan = Datum.Lees(Van, out var van);
        var heeftTot = Datum.Lees(Tot, out var tot);
        return (heeftVan, heeftTot) switch
        {
            (true, true) => new Periode(van, tot),
            (true, false) => new Periode(van, Later(standaard.Tot, van, meest)),
            (false, true) => new Periode(tot.AddDays(standaard.Van.DayNumber - standaard.Tot.DayNumber), tot),
            _ => standaard,
        };
    }

    private static DateOnly Later(DateOnly vandaag, DateOnly van, int? meest) =>
        meest is { } dagen && van.AddDays(dagen - 1) < vandaag ? van.AddDays(dagen - 1) : vandaag;

    private static string? Text(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
