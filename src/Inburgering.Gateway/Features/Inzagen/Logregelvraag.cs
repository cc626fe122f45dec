using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Welke regels van het log u zoekt; wat u weglaat, beperkt niet.</summary>
public sealed record Logregelvraag
{
    /// <summary>Eerste dag, jjjj-mm-dd; zonder deze: zes dagen voor de laatste.</summary>
    public DateOnly? Van { get; init; }

    /// <summary>Laatste dag, jjjj-mm-dd; zonder deze: vandaag.</summary>
    public DateOnly? Tot { get; init; }

    /// <summary>alles, mensen, gekeken, geleverd, ontvangen, geweigerd, automatisch of toezicht; zonder deze: alles.</summary>
    public string? Soort { get; init; }

    /// <summary>Nummer van een medewerker, systeem of taak.</summary>
    public string? Actor { get; init; }

    /// <summary>OIN van een organisatie.</summary>
    public string? Organisatie { get; init; }

    /// <summary>Een doel uit het register van verwerkingen.</summary>
    public string? Doel { get; init; }

    /// <summary>Code van een gegevenscategorie waarvan iets is gevraagd of getoond.</summary>
    public string? Categorie { get; init; }

    /// <summary>raadplegen, zoeken, muteren, leveren, ontvangen, exporteren, verwijderen, inloggen of beheer.</summary>
    public string? Actie { get; init; }

    /// <summary>toegestaan, geweigerd of fout.</summary>
    public string? Resultaat { get; init; }

    /// <summary>normaal, vertrouwelijk of opgeheven.</summary>
    public string? Vertrouwelijkheid { get; init; }

    /// <summary>Een dossier van uw gemeente: dossierId, BSN of V-nummer.</summary>
    public string? Dossier { get; init; }

    /// <summary>Uit het veld volgende van het vorige antwoord.</summary>
    public string? Cursor { get; init; }

    /// <summary>Everything wrong with the filters; empty when nothing is.</summary>
    internal IReadOnlyList<InvoerFout> Fouten(TimeProvider zaakklok)
    {
        var fouten = new List<InvoerFout>();
        var periode = Periode(zaakklok);
        Check(fouten, periode.Van <= periode.Tot, "/tot", "De laatste dag ligt voor de eerste.");
        Check(fouten, periode.Dagen <= ZoekInLog.MeesteDagen, "/van", $"Vraag hoogstens {ZoekInLog.MeesteDagen} dagen in één keer.");
        Check(fouten, Soort is null || InzagenQuery.LeesSoort(Soort) is not null, "/soort", "Kies alles, mensen, gekeken, geleverd, ontvangen, geweigerd, automatisch of toezicht.");
        Check(fouten, Actie is null || Inzagewoorden.LeesActie(Actie) is not null, "/actie", "Kies raadplegen, zoeken, muteren, leveren, ontvangen, exporteren, verwijderen, inloggen of beheer.");
        Check(fouten, Resultaat is null || Inzagewoorden.LeesResultaat(Resultaat) is not null, "/resultaat", "Kies toegestaan, geweigerd of fout.");
        Check(fouten, Vertrouwelijkheid is null || Inzagewoorden.LeesVertrouwelijkheid(Vertrouwelijkheid) is not null, "/vertrouwelijkheid", "Kies normaal, vertrouwelijk of opgeheven.");
        Check(fouten, Categorie is null || IsCode(Categorie), "/categorie", "Een gegevenscategorie is drie hoofdletters, zoals IDN.");
        return fouten;
    }

    internal InzagenVraag Vraag(TimeProvider zaakklok) => new()
    {
        Periode = Periode(zaakklok),
        Soort = InzagenQuery.LeesSoort(Soort) ?? Inzagen.Soort.Alles,
        Actor = Actor,
        Organisatie = Organisatie,
        Doel = Doel,
        Categorie = Categorie,
        Actie = Inzagewoorden.LeesActie(Actie),
        Resultaat = Inzagewoorden.LeesResultaat(Resultaat),
        Vertrouwelijkheid = Inzagewoorden.LeesVertrouwelijkheid(Vertrouwelijkheid),
        Cursor = Cursor,
    };

    /// <summary>A code goes into a pattern of the query: nothing but letters.</summary>
    internal static bool IsCode(string tekst) => tekst.Length == 3 && tekst.All(char.IsAsciiLetterUpper);

    private static void Check(List<InvoerFout> fouten, bool goed, string pointer, string detail)
    {
        if (!goed)
        {
            fouten.Add(new InvoerFout(detail, Pointer: pointer));
        }
    }

    private Periode Periode(TimeProvider zaakklok)
    {
        var week = Features.Periode.Week(zaakklok);
        var tot = Tot ?? week.Tot;
        return new Periode(Van ?? tot.AddDays(week.Van.DayNumber - week.Tot.DayNumber), tot);
    }
}
