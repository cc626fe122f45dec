using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Een betaalbatch: één bestand voor de bank. Zegt niets van personen.</summary>
public sealed record BetaalbatchView : IVerantwoord
{
    /// <summary>Nummer van de batch bij de gateway.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Waaronder de bank het bestand kent (MsgId); ook de naam van het bestand.</summary>
    public required string BerichtId { get; init; }

    /// <summary>open, verzegeld, wordt_aangeboden, aangeboden, onbekend, bevestigd, gesloten, ingetrokken of geweigerd.</summary>
    public required string Stand { get; init; }

    /// <summary>De bankdag waarop de bank betaalt.</summary>
    public required DateOnly Uitvoeringsdatum { get; init; }

    /// <summary>Rekening van de gemeente.</summary>
    public required string Rekening { get; init; }

    /// <summary>Sleutel van het bankprofiel.</summary>
    public required string Profiel { get; init; }

    /// <summary>Hoeveel betalingen erin staan.</summary>
    public required int Aantal { get; init; }

    /// <summary>Wat zij samen zijn, in eurocenten; ontbreekt zolang de batch open is.</summary>
    public long? TotaalCenten { get; init; }

    /// <summary>Wanneer de batch is samengesteld.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Wanneer een tweede medewerker haar goedkeurde; ontbreekt zolang dat niet zo is.</summary>
    public DateTimeOffset? VerzegeldOp { get; init; }

    /// <summary>SHA-256 van het bestand; ontbreekt zolang de batch open is. De bank laat de laatste vijf tekens zien.</summary>
    public string? Hash { get; init; }

    /// <summary>http of map: wat het bestand vanzelf naar de bank brengt; ontbreekt als mensen dat doen, en in een lijst.</summary>
    public string? Kanaal { get; init; }

    /// <summary>true: de bank is gevraagd en kent dit bestand niet; ontbreekt als zij dat niet zei.</summary>
    public bool? BankKentNiet { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];

    internal static BetaalbatchView Of(Betaalbatch batch) => new()
    {
        BatchId = batch.BatchId,
        BerichtId = batch.BerichtId.ToString(),
        Stand = Enumwoord.Van(batch.Stand),
        Uitvoeringsdatum = batch.Uitvoeringsdatum,
        Rekening = batch.Rekening,
        Profiel = batch.Profiel,
        Aantal = batch.Aantal,
        TotaalCenten = batch.TotaalCenten,
        GemaaktOp = batch.GemaaktOp,
        VerzegeldOp = batch.VerzegeldOp,
        Hash = batch.Hash,
    };
}

/// <summary>Betaalbatches, nieuwste eerst.</summary>
/// <param name="Volgende">Geef dit mee als cursor voor de volgende; ontbreekt op de laatste pagina.</param>
public sealed record BetaalbatchesView(IReadOnlyList<BetaalbatchView> Betaalbatches, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}
