using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Eén pagina regels van het log over een dossier.</summary>
/// <param name="DossierId">Het id waaronder u het dossier kent.</param>
/// <param name="Van">Eerste dag van de periode.</param>
/// <param name="Tot">Laatste dag van de periode.</param>
/// <param name="Inzagen">De losse regels, nieuwste eerst.</param>
/// <param name="Groepen">Dezelfde regels per dag, organisatie, rol, doel en gegevenscategorieën, nieuwste dag eerst en hoogstens 500; alleen op de eerste pagina.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record InzagenView(Guid DossierId, DateOnly Van, DateOnly Tot, IReadOnlyList<InzageView> Inzagen, IReadOnlyList<InzagegroepView>? Groepen = null, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.regels"];

    internal static InzagenView Of(Inzagenpagina pagina, Guid dossierId, Woorden woorden) =>
        new(dossierId, pagina.Periode.Van, pagina.Periode.Tot, [.. pagina.Regels.Select(r => InzageView.Of(r, woorden))], pagina.EerstePagina ? [.. pagina.Groepen.Select(g => InzagegroepView.Of(g, woorden))] : null, pagina.Volgende);
}

/// <summary>Eén regel: organisatie en rol, nooit een naam.</summary>
public sealed record InzageView
{
    /// <summary>Wanneer.</summary>
    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>Wat er gebeurde, in woorden.</summary>
    public required string Handeling { get; init; }

    /// <summary>raadplegen, zoeken, muteren, leveren, ontvangen, exporteren, verwijderen, inloggen of beheer.</summary>
    public required string Actie { get; init; }

    /// <summary>toegestaan, geweigerd of fout.</summary>
    public required string Resultaat { get; init; }

    /// <summary>Waarom het niet mocht; ontbreekt als het mocht.</summary>
    public string? Reden { get; init; }

    /// <summary>OIN van de organisatie.</summary>
    public required string Organisatie { get; init; }

    /// <summary>Naam van de organisatie.</summary>
    public required string Organisatienaam { get; init; }

    /// <summary>Rol van de medewerker of soort partner.</summary>
    public required string Rol { get; init; }

    /// <summary>Nummer van medewerker of systeem; alleen voor toezicht-gebruik.</summary>
    public string? Actor { get; init; }

    /// <summary>OIN van wie de gegevens ontving; ontbreekt als dat de organisatie zelf was.</summary>
    public string? Ontvanger { get; init; }

    /// <summary>Waarvoor de gegevens nodig waren.</summary>
    public string? Doel { get; init; }

    /// <summary>Code van de grondslag; ontbreekt als niets is toegestaan.</summary>
    public string? Grondslag { get; init; }

    /// <summary>Verwijzing naar het register van verwerkingen.</summary>
    public required string Verwerkingsactiviteit { get; init; }

    /// <summary>Codes van de gegevenscategorieën waarvan iets is getoond.</summary>
    public required IReadOnlyList<string> Gegevenscategorieen { get; init; }

    /// <summary>Namen van de getoonde velden, zonder hun waarde.</summary>
    public required IReadOnlyList<string> Velden { get; init; }

    /// <summary>Over welk dossier; ontbreekt als u naar één dossier vroeg.</summary>
    public Guid? DossierId { get; init; }

    /// <summary>Nummer van de hele verwerking.</summary>
    public required string TraceId { get; init; }

    /// <summary>Nummer van het besluit: GET /dossiers/{dossierId}/besluiten/{besluitId} legt het uit.</summary>
    public required string BesluitId { get; init; }

    /// <summary>Plaats in het log.</summary>
    public required string LogId { get; init; }

    internal static InzageView Of(Inzage regel, Woorden woorden, bool metDossier = false) => new()
    {
        Tijdstip = regel.Tijdstip,
        Handeling = regel.Handeling,
        Actie = Woord(regel.Actie),
        Resultaat = Woord(regel.Resultaat),
        Reden = regel.Reden,
        Organisatie = regel.Organisatie,
        Organisatienaam = woorden.Organisatie(regel.Organisatie),
        Rol = regel.Rol,
        Actor = regel.Actor,
        Ontvanger = regel.Ontvanger,
        Doel = regel.Doel,
        Grondslag = regel.Grondslag,
        Verwerkingsactiviteit = regel.Verwerkingsactiviteit,
        Gegevenscategorieen = regel.Categorieen(),
        Velden = regel.Velden,
        DossierId = metDossier ? regel.DossierId : null,
        TraceId = regel.TraceId,
        BesluitId = regel.BesluitId,
        LogId = regel.LogId,
    };

    private static string Woord(Enum waarde) => waarde.ToString().ToLowerInvariant();
}
