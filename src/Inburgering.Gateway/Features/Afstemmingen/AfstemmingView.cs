using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Een afstemming: wat een partner over al uw actieve personen zegt, naast wat u heeft.</summary>
public sealed record AfstemmingView : IVerantwoord
{
    /// <summary>Nummer van de afstemming.</summary>
    public required Guid AfstemmingId { get; init; }

    /// <summary>Met wie, bijvoorbeeld duo.</summary>
    public required string Partner { get; init; }

    /// <summary>rooster, hand, verzoek (over één persoon), proef, inhaal of inhaalrun.</summary>
    public required string Aanleiding { get; init; }

    /// <summary>Client of account dat haar startte, of de naam van de taak.</summary>
    public required string GestartDoor { get; init; }

    /// <summary>Wanneer zij begon.</summary>
    public required DateTimeOffset BegonnenOp { get; init; }

    /// <summary>Wanneer zij klaar was of werd gestopt; ontbreekt zolang zij loopt.</summary>
    public DateTimeOffset? GeeindigdOp { get; init; }

    /// <summary>loopt, wacht, klaar of gestopt.</summary>
    public required string Status { get; init; }

    /// <summary>Waarom zij wacht; ontbreekt als zij niet wacht.</summary>
    public string? Reden { get; init; }

    /// <summary>Tot wanneer zij wacht.</summary>
    public DateTimeOffset? WachtTot { get; init; }

    /// <summary>Aantal personen.</summary>
    public required int Totaal { get; init; }

    /// <summary>Aantal personen dat is gedaan: de som van de vijf aantallen hierna.</summary>
    public required int Gedaan { get; init; }

    /// <summary>Personen bij wie niets verschilt.</summary>
    public required int Gelijk { get; init; }

    /// <summary>Personen bij wie de partner iets wist dat geen notificatie ons bracht; overgenomen.</summary>
    public required int Gemist { get; init; }

    /// <summary>Personen bij wie de partner en een andere bron iets anders zeggen; er is daarvan niets gewijzigd. Gaat voor gemist.</summary>
    public required int Verschillend { get; init; }

    /// <summary>Personen bij wie het niet lukte.</summary>
    public required int Mislukt { get; init; }

    /// <summary>Personen die niet mochten worden gevraagd.</summary>
    public required int Tegengehouden { get; init; }

    /// <summary>Aantal gemiste gebeurtenissen; één persoon kan er meer hebben.</summary>
    public required int GemisteGebeurtenissen { get; init; }

    /// <summary>De telling als zin.</summary>
    public required string Telling { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];

    internal static AfstemmingView Of(Afstemming afstemming) => new()
    {
        AfstemmingId = afstemming.AfstemmingId,
        Partner = afstemming.Partner,
        Aanleiding = afstemming.Aanleiding,
        GestartDoor = afstemming.GestartDoor,
        BegonnenOp = afstemming.BegonnenOp,
        GeeindigdOp = afstemming.GeeindigdOp,
        Status = Woord(afstemming),
        Reden = afstemming.Reden,
        WachtTot = afstemming.WachtTot,
        Totaal = afstemming.Telling.Totaal,
        Gedaan = afstemming.Telling.Gedaan,
        Gelijk = afstemming.Telling.Gelijk,
        Gemist = afstemming.Telling.Gemist,
        Verschillend = afstemming.Telling.Verschillend,
        Mislukt = afstemming.Telling.Mislukt,
        Tegengehouden = afstemming.Telling.Tegengehouden,
        GemisteGebeurtenissen = afstemming.Telling.GemisteGebeurtenissen,
        Telling = Afstemwoorden.Som(afstemming.Telling),
    };

    private static string Woord(Afstemming afstemming) => afstemming.Status switch
    {
        Afstemmingstatus.Loopt => afstemming.WachtTot is null ? "loopt" : "wacht",
        Afstemmingstatus.Klaar => "klaar",
        Afstemmingstatus.Gestopt => "gestopt",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Eén pagina afstemmingen.</summary>
/// <param name="Afstemmingen">Nieuwste eerst.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record AfstemmingenView(IReadOnlyList<AfstemmingView> Afstemmingen, string? Volgende = null) : IVerantwoord
{
    /// <summary>How many there are, for the screen.</summary>
    internal long Alle { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Wat u afstemt; niets meegestuurd: al uw actieve personen.</summary>
public sealed record AfstemmingInvoer
{
    /// <summary>Alleen deze persoon: het id waaronder u het dossier kent.</summary>
    public Guid? Dossier { get; init; }
}
