using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Normalization;

/// <summary>Where a partner's canonical record becomes fields of one category: names of config/gegevens.json, values as DUO writes them.</summary>
internal static class Normalizer
{
    /// <summary>The groups of fields a record fills; none for what is asked but not kept: history, hours (the school's to tell), and lists about nobody.</summary>
    /// <exception cref="UnreachableException">A record type nobody thought of.</exception>
    public static IReadOnlyList<Genormaliseerd> Of(object record) => record switch
    {
        Inburgeringsplicht r => [Plicht(r)],
        Doelgroepindeling r => [Doelgroep(r)],
        Inburgeringstermijn r => [Termijn(r)],
        LeerbaarheidstoetsExamennummer r => [new("LBT", "examennummer", Fields(("examennummer", r.Examennummer)), new())],
        Leerbaarheidstoetsresultaten r => [Toets(r)],
        Vrijstellingen r => [Vrijstellingsbesluiten.Vrijstellingen(r)],
        Ontheffingen r => Vrijstellingsbesluiten.Ontheffingen(r),
        Pip r => [Pip(r)],
        MapRegistratie r => [new("MAP", "registratie", Fields(("datumEindgesprek", r.DatumEindgesprek)), new())],
        PvtRegistratie r => [new("PVT", "registratie", Fields(("datumOndertekening", r.DatumOndertekening)), new())],
        Examenresultaten r => [Examens(r)],
        GratisPogingen r => [new("EXA", "gratisPogingen", new JsonObject
        {
            ["gratisPogingen"] = List(r.Tegoed, t => Fields(("onderdeel", t.Onderdeel), ("tegoed", t.Aantal))),
        }, new())],
        Koppeling or Personalia or Bereikbaarheid or Gezin or Klantprofiel or WarmeOverdracht or Opvanguitstroom => Aankomstgegevens.Of(record),
        Lesinschrijving or Lesstart or Lesbeeindiging or Presentie or Taalvoortgang or Taalsignaal or Inzetattest => Taalgegevens.Of(record),
        Trajectfase or Participatieactiviteit or Participatieuren or Participatieuitstroom or Afwezigheid or Mapuren or MapEindgesprekvoorstel or PvtUren or PvtOndertekening
            or Begeleidingsonderwerp or Begeleidingsuren or Samenredzaamheid or Begeleidingseinde => Begeleidingsgegevens.Of(record),
        Plichthistorie or Doelgroephistorie or Termijnhistorie or GevolgdeUren or Verlengingsgronden or Instellingen => [],
        _ => throw new UnreachableException($"No place in the dossier for {record.GetType().Name}."),
    };

    private static Genormaliseerd Plicht(Inburgeringsplicht r) => new("PLI", "plicht", Fields(
        ("indicatorInburgeringsplicht", r.Plichtig), ("begindatum", r.Begindatum), ("einddatum", r.Einddatum), ("wijzigingsdatum", r.Wijzigingsdatum),
        ("datumKennisgeving", r.DatumKennisgeving), ("redenGeenInburgeringsplicht", r.RedenGeenPlicht)),
        new Werkkolommen { Plichtig = r.Plichtig, Eindfase = Eindfase(r), PlichtEinde = Einde(r) });

    /// <summary>The end that retention counts from; a temporary exemption ends nothing.</summary>
    private static DateOnly? Einde(Inburgeringsplicht r) => Eindfase(r) is "voldaan" or "beeindigd" ? r.Einddatum : null;

    /// <summary>domain (d): what the end of the duty makes of the dossier.</summary>
    private static string? Eindfase(Inburgeringsplicht r) => (r.Plichtig, r.RedenGeenPlicht) switch
    {
        (true, _) => null,
        (false, "Inburgeringsplicht voldaan") => "voldaan",
        (false, "Tijdelijke vrijstelling") => "opgeschort",
        (false, _) => "beeindigd",
    };

    private static Genormaliseerd Doelgroep(Doelgroepindeling r)
    {
        var doelgroep = r.Doelgroep is { } d ? Word(d) : null;
        return new("VBL", "doelgroep", Fields(
            ("doelgroep", doelgroep), ("begindatum", r.Begindatum), ("gedetailleerdeDoelgroep", r.GedetailleerdeDoelgroep),
            ("asielrechtenWijzigingVerblijfsdoel", r.AsielrechtenWijzigingVerblijfsdoel)), new Werkkolommen { Doelgroep = doelgroep });
    }

    private static Genormaliseerd Termijn(Inburgeringstermijn r) => new("TER", "termijn", Fields(
        ("startdatum", r.Startdatum), ("einddatum", r.Einddatum), ("wijzigingsdatum", r.Wijzigingsdatum),
        ("verlengingsgrondcode", r.Verlengingsgrondcode), ("verlengingsgrondomschrijving", r.Verlengingsgrondomschrijving)),
        new Werkkolommen { TermijnEinde = r.Einddatum });

    /// <summary>The last result counts; DUO gives them all.</summary>
    private static Genormaliseerd Toets(Leerbaarheidstoetsresultaten r)
    {
        var laatste = r.Resultaten.MaxBy(t => t.DatumAfname);
        return new("LBT", "resultaat", laatste is null ? new JsonObject() : Fields(
            ("resultaat", laatste.Resultaat), ("behaaldeScore", laatste.BehaaldeScore), ("benodigdeScore", laatste.BenodigdeScore),
            ("datumAfname", laatste.DatumAfname)), new());
    }

    private static Genormaliseerd Pip(Pip r)
    {
        var leerroute = Word(r.Leerroute);
        return new("PIP", "pip", Fields(
            ("gemeentecode", r.Gemeentecode), ("dagtekening", r.Dagtekening), ("leerroute", leerroute), ("niveau", r.Niveau?.ToString()),
            ("geschatteIntensiteitB1Route", r.GeschatteIntensiteitB1Route), ("indicatorMagOpleidingAfmaken", r.IndicatorMagOpleidingAfmaken),
            ("indicatorAlfabetiseringsonderwijs", r.IndicatorAlfabetiseringsonderwijs)), new Werkkolommen { Leerroute = leerroute });
    }

    private static Genormaliseerd Examens(Examenresultaten r)
    {
        var behaald = r.Resultaten.Where(e => e.Resultaat == "Geslaagd").OrderBy(e => e.Examendatum).ThenBy(e => e.Onderdeel, StringComparer.Ordinal);
        return new("EXA", "resultaten", new JsonObject
        {
            ["resultaten"] = List(r.Resultaten, e => Fields(
                ("onderdeel", e.Onderdeel), ("niveau", e.Niveau?.ToString()), ("examendatum", e.Examendatum), ("resultaat", e.Resultaat), ("redenGeenResultaat", e.RedenGeenResultaat))),
            ["behaaldeOnderdelen"] = List(behaald, e => Fields(("onderdeel", e.Onderdeel), ("niveau", e.Niveau?.ToString()), ("examendatum", e.Examendatum))),
        }, new());
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, PartnerJson.Options).GetString()!;

    /// <summary>An empty list is absent: a category that is allowed but empty is absent too.</summary>
    internal static JsonArray? List<T>(IEnumerable<T> items, Func<T, JsonObject> field) =>
        items.Select(i => (JsonNode)field(i)).ToArray() is { Length: > 0 } nodes ? new JsonArray(nodes) : null;

    /// <summary>40 and 40.00 are one value, so they are written alike: a repeat is a repeat however the partner writes it.</summary>
    internal static decimal Getal(decimal getal) => getal / 1.000000000000000000000000000m;

    internal static JsonObject Fields(params (string Name, object? Value)[] fields)
    {
        var result = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                result[name] = value switch
                {
                    DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    DateTimeOffset m => m.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    string s => s,
                    bool b => b,
                    int i => i,
                    decimal d => d,
                    _ => throw new UnreachableException(),
                };
            }
        }

        return result;
    }
}

/// <summary>One record, ready for the dossier.</summary>
/// <param name="Werk">Working columns it moves; empty for most.</param>
internal sealed record Genormaliseerd(string Categorie, string Veldgroep, JsonObject Velden, Werkkolommen Werk)
{
    /// <summary>True: one line of a list of which the other lines stand in groups of their own; it says whose it is.</summary>
    public bool IsRegel { get; init; }

    /// <summary>True: every message makes a group of its own.</summary>
    public bool PerBericht { get; init; }

    /// <summary>True: as <see cref="Feit.GaatVoor"/>.</summary>
    public bool GaatVoor { get; init; }

    /// <summary>True: nothing is kept of a person of whom the source says nothing, so that a row tells nothing by being there.</summary>
    public bool AlleenAlsGevuld { get; init; }
}
