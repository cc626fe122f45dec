using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;

namespace Inburgering.Gateway.Features.Bestanden;

/// <summary>Hoe een bestand van u ervoor staat. Zonder gegevens van personen.</summary>
public sealed record BestandView : IVerantwoord
{
    /// <summary>Nummer van het bestand bij ons.</summary>
    public required Guid BestandId { get; init; }

    /// <summary>Gemeentecode waarvoor het is.</summary>
    public required string Gemeentecode { get; init; }

    /// <summary>ontvangen, bezig, verwerkt of afgekeurd. Afgekeurd: geen enkele rij telt.</summary>
    public required string Status { get; init; }

    /// <summary>Of u vroeg om goede rijen te laten tellen, ook als andere fout zijn.</summary>
    public required bool Gedeeltelijk { get; init; }

    /// <summary>Wanneer het binnenkwam.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Wanneer de laatste rij is verwerkt of het bestand is afgekeurd; ontbreekt zolang dat niet is gebeurd.</summary>
    public DateTimeOffset? KlaarOp { get; init; }

    /// <summary>Rijen met gegevens; ontbreekt zolang ze niet zijn geteld.</summary>
    public int? Rijen { get; init; }

    /// <summary>Hoeveel rijen wij hebben bekeken.</summary>
    public required int Bekeken { get; init; }

    /// <summary>Hoeveel rijen nog worden verwerkt.</summary>
    public required long Ontvangen { get; init; }

    /// <summary>Hoeveel rijen zijn verwerkt.</summary>
    public required long Verwerkt { get; init; }

    /// <summary>Hoeveel rijen bij het verwerken zijn afgekeurd.</summary>
    public required long Afgekeurd { get; init; }

    /// <summary>Hoeveel fouten in het bestand staan. De eerste duizend staan bij resultaten.</summary>
    public required int Fouten { get; init; }

    /// <summary>De uitkomst per rij, op nummer; hoogstens 200 per pagina.</summary>
    public required IReadOnlyList<BestandrijView> Resultaten { get; init; }

    /// <summary>Cursor van de volgende pagina; ontbreekt op de laatste.</summary>
    public string? Volgende { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Eén rij, of één fout in een rij.</summary>
/// <param name="Rij">Nummer zoals een spreadsheet telt: de rij met kolomnamen is 1.</param>
/// <param name="Status">ontvangen, verwerkt of afgekeurd.</param>
/// <param name="Kolom">Naam of letter van de kolom; ontbreekt als het niet om één cel gaat.</param>
/// <param name="BerichtId">Nummer van het bericht dat de rij werd; ontbreekt als zij er geen werd.</param>
/// <param name="Redenen">Waarom de rij is afgekeurd; ontbreekt als zij niet is afgekeurd.</param>
public sealed record BestandrijView(int Rij, string Status, string? Kolom = null, Guid? BerichtId = null, IReadOnlyList<Leverreden>? Redenen = null);
