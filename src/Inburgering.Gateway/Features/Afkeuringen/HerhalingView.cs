using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>Een herhaling: afgekeurde berichten die opnieuw worden verwerkt, volgens de regels van vandaag.</summary>
public sealed record HerhalingView : IVerantwoord
{
    /// <summary>Nummer van de herhaling.</summary>
    public required Guid HerhalingId { get; init; }

    /// <summary>loopt, klaar, gestopt of automatisch-gestopt.</summary>
    public required string Status { get; init; }

    /// <summary>Hoe zij ervoor staat, als zin.</summary>
    public required string Stand { get; init; }

    /// <summary>Client of account dat haar startte.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Waarom zij is gestart.</summary>
    public required string Reden { get; init; }

    /// <summary>Wanneer zij begon.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>Wanneer zij eindigde; ontbreekt zolang zij loopt.</summary>
    public DateTimeOffset? GeeindigdOp { get; init; }

    /// <summary>Client of account dat haar stopte; ontbreekt als niemand dat deed.</summary>
    public string? GestoptDoor { get; init; }

    /// <summary>Code van de fout waarom zij vanzelf stopte; ontbreekt anders.</summary>
    public string? Foutcode { get; init; }

    /// <summary>Hoeveel berichten: de som van de zes aantallen hierna.</summary>
    public required int Totaal { get; init; }

    /// <summary>Alsnog verwerkt.</summary>
    public required int Verwerkt { get; init; }

    /// <summary>Geprobeerd, en volgens de regels van vandaag zonder gevolg.</summary>
    public required int ZonderGevolg { get; init; }

    /// <summary>Opnieuw afgekeurd.</summary>
    public required int Afgekeurd { get; init; }

    /// <summary>Niet geprobeerd, omdat dat geen zin had.</summary>
    public required int Overgeslagen { get; init; }

    /// <summary>Niet gedaan, omdat de herhaling is gestopt.</summary>
    public required int NietGedaan { get; init; }

    /// <summary>Wordt nu geprobeerd of wacht op zijn beurt.</summary>
    public required int NogTeDoen { get; init; }

    /// <summary>De telling als som.</summary>
    public required string Telling { get; init; }

    /// <summary>Elk bericht, in de volgorde van ontvangst; ontbreekt in een lijst.</summary>
    public IReadOnlyList<HerhalingdeelView>? Berichten { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Eén bericht van een herhaling.</summary>
public sealed record HerhalingdeelView
{
    /// <summary>Nummer van de afkeuring.</summary>
    public required Guid AfkeuringId { get; init; }

    /// <summary>Code waarom het wachtte.</summary>
    public required string Redencode { get; init; }

    /// <summary>wacht, bezig, verwerkt, zonder-gevolg, afgekeurd, overgeslagen of niet-gedaan.</summary>
    public required string Uitkomst { get; init; }

    /// <summary>Waarom het is overgeslagen, geen gevolg had of opnieuw is afgekeurd; ontbreekt anders.</summary>
    public string? Waarom { get; init; }
}

/// <summary>Eén pagina herhalingen.</summary>
/// <param name="Herhalingen">Nieuwste eerst.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record HerhalingenView(IReadOnlyList<HerhalingView> Herhalingen, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Wat een herhaling zou doen. Er is niets veranderd.</summary>
public sealed record HerhalingproefView : IVerantwoord
{
    /// <summary>Hoeveel afkeuringen het zou betreffen.</summary>
    public required int Totaal { get; init; }

    /// <summary>Hoeveel daarvan opnieuw kunnen.</summary>
    public required int KunnenOpnieuw { get; init; }

    /// <summary>Hoeveel er bij deze keuze nog meer zijn, boven het gevraagde aantal.</summary>
    public required long Rest { get; init; }

    /// <summary>De telling als zin.</summary>
    public required string Telling { get; init; }

    /// <summary>Wat niet opnieuw kan, per reden.</summary>
    public required IReadOnlyList<BeletselView> Nieten { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Waarom berichten niet opnieuw kunnen.</summary>
/// <param name="Code">Code van de reden.</param>
/// <param name="Aantal">Hoeveel berichten.</param>
/// <param name="Waarom">De reden als zin, en wat wel helpt.</param>
public sealed record BeletselView(string Code, int Aantal, string Waarom);

/// <summary>Eén afkeuring opnieuw verwerken.</summary>
public sealed record HerhaalEenInvoer
{
    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen; mag weg bij een proef.</summary>
    public string? Reden { get; init; }

    /// <summary>Alleen tellen: verandert niets.</summary>
    public bool Proef { get; init; }
}

/// <summary>Afkeuringen opnieuw verwerken: alle die bij de keuze passen, oudste eerst.</summary>
public sealed record HerhaalInvoer
{
    /// <summary>Alleen van deze partner, bijvoorbeeld duo.</summary>
    public string? Partner { get; init; }

    /// <summary>Alleen met deze code van de reden.</summary>
    public string? Redencode { get; init; }

    /// <summary>Alleen deze, hoogstens 500; niet samen met partner of redencode.</summary>
    public IReadOnlyList<Guid>? Afkeuringen { get; init; }

    /// <summary>Hoeveel tegelijk, hoogstens 500; weggelaten: 500.</summary>
    public int? Hoogstens { get; init; }

    /// <summary>Waarom, in 10 tot 500 tekens en zonder nummers van personen; mag weg bij een proef.</summary>
    public string? Reden { get; init; }

    /// <summary>Alleen tellen: verandert niets.</summary>
    public bool Proef { get; init; }
}
