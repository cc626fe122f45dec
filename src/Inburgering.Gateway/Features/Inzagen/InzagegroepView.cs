namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Wat op één dag hetzelfde was: wie, in welke rol, waarvoor, met welke gegevens en hoe vaak.</summary>
public sealed record InzagegroepView
{
    /// <summary>Nederlandse dag.</summary>
    public required DateOnly Dag { get; init; }

    /// <summary>OIN van de organisatie.</summary>
    public required string Organisatie { get; init; }

    /// <summary>Naam van de organisatie.</summary>
    public required string Organisatienaam { get; init; }

    /// <summary>Rol van de medewerker of soort partner; taak voor wat automatisch gebeurde.</summary>
    public required string Rol { get; init; }

    /// <summary>Of een mens dit deed, en geen systeem of automatische taak.</summary>
    public required bool Medewerker { get; init; }

    /// <summary>raadplegen, zoeken, muteren, leveren, ontvangen, exporteren, verwijderen, inloggen of beheer.</summary>
    public required string Actie { get; init; }

    /// <summary>toegestaan, geweigerd of fout.</summary>
    public required string Resultaat { get; init; }

    /// <summary>Waarom het niet mocht; leeg als het mocht.</summary>
    public required IReadOnlyList<string> Redenen { get; init; }

    /// <summary>Waarvoor de gegevens nodig waren.</summary>
    public string? Doel { get; init; }

    /// <summary>Code van de grondslag.</summary>
    public string? Grondslag { get; init; }

    /// <summary>OIN van wie de gegevens ontving; ontbreekt als dat de organisatie zelf was.</summary>
    public string? Ontvanger { get; init; }

    /// <summary>Codes van de gegevenscategorieën waarvan iets is getoond.</summary>
    public required IReadOnlyList<string> Gegevenscategorieen { get; init; }

    /// <summary>Hoe vaak.</summary>
    public required long Aantal { get; init; }

    /// <summary>De eerste keer op deze dag.</summary>
    public required DateTimeOffset Eerste { get; init; }

    internal static InzagegroepView Of(Inzagegroep groep, Woorden woorden) => new()
    {
        Dag = groep.Dag,
        Organisatie = groep.Organisatie,
        Organisatienaam = woorden.Organisatie(groep.Organisatie),
        Rol = groep.Rol,
        Medewerker = groep.Medewerker,
        Actie = groep.Actie.ToString().ToLowerInvariant(),
        Resultaat = groep.Resultaat.ToString().ToLowerInvariant(),
        Redenen = groep.Redenen,
        Doel = groep.Doel,
        Grondslag = groep.Grondslag,
        Ontvanger = groep.Ontvanger,
        Gegevenscategorieen = groep.Categorieen,
        Aantal = groep.Aantal,
        Eerste = groep.Eerste,
    };
}
