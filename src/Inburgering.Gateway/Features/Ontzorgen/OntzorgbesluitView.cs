using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Ontzorgen;

/// <summary>Een vastgelegd besluit tot financieel ontzorgen.</summary>
public sealed record OntzorgbesluitView : IVerantwoord
{
    /// <summary>Waaruit elk besluit bestaat, voor het log.</summary>
    internal static IReadOnlyList<string> Velden { get; } = ["FIN.iban", "FIN.status", "FIN.vasteLasten"];

    /// <summary>Nummer van het besluit bij de gateway.</summary>
    public required Guid BesluitId { get; init; }

    /// <summary>geldt of vervangen.</summary>
    public required string Status { get; init; }

    /// <summary>Laatste dag van het ontzorgen, ook als het besluit die niet noemt.</summary>
    public required DateOnly Einddatum { get; init; }

    /// <summary>Wanneer het besluit is vastgelegd.</summary>
    public required DateTimeOffset VastgelegdOp { get; init; }

    /// <summary>Hoeveel hele weken er nog zijn, als dat er 8 of minder zijn; ontbreekt anders.</summary>
    public int? WekenTeGaan { get; init; }

    /// <summary>Het besluit zoals de gemeente het nam.</summary>
    public required OntzorgbesluitInvoer Besluit { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Velden;
}

/// <summary>De besluiten van een dossier, op begindatum; ook die vervangen zijn.</summary>
public sealed record OntzorgbesluitenView(IReadOnlyList<OntzorgbesluitView> Besluiten) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Besluiten.Count == 0 ? [] : OntzorgbesluitView.Velden;
}

/// <summary>Wat er in een maand betaald zou worden. Er wordt niets klaargezet.</summary>
public sealed record MaandberekeningView : IVerantwoord
{
    /// <summary>Als jjjj-mm.</summary>
    public required string Maand { get; init; }

    /// <summary>Wat er te verdelen is, na beslag, in eurocenten; ontbreekt als de uitkering niet is aangeleverd.</summary>
    public long? UitkeringCenten { get; init; }

    /// <summary>De vaste lasten van deze maand, in eurocenten.</summary>
    public required long VasteLastenCenten { get; init; }

    /// <summary>Uitkering min vaste lasten, in eurocenten; onder nul bij een tekort.</summary>
    public long? LeefgeldCenten { get; init; }

    /// <summary>Wat er betaald zou worden; leeg als er eerst een besluit nodig is.</summary>
    public required IReadOnlyList<MaandbetalingView> Betalingen { get; init; }

    /// <summary>Waarom er eerst een besluit nodig is; ontbreekt als dat niet zo is.</summary>
    public BesluitNodigView? BesluitNodig { get; init; }

    /// <summary>Schatting van de uitkering over een gebroken eerste maand, in eurocenten; wordt nooit betaald.</summary>
    public long? SchattingCenten { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["FIN.betalingen", "FIN.iban", "FIN.vasteLasten"];
}

/// <summary>Eén betaling.</summary>
/// <param name="Soort">HUUR, ENER, WATR, ZORG, BESL (beslag) of LEEF (leefgeld).</param>
/// <param name="Naam">Wie betaald wordt, zoals de bank de naam aanneemt.</param>
/// <param name="Iban">Het rekeningnummer.</param>
/// <param name="BedragCenten">In eurocenten.</param>
/// <param name="VervaltOp">Wanneer het er moet zijn; ontbreekt als het met de uitkering meegaat.</param>
public sealed record MaandbetalingView(string Soort, string Naam, string Iban, long BedragCenten, DateOnly? VervaltOp = null);

/// <summary>Waarom een mens eerst moet besluiten.</summary>
/// <param name="Code">OZ-03, OZ-04, OZ-05 of OZ-06.</param>
/// <param name="Tekst">Wat er aan de hand is en wat u kunt doen.</param>
/// <param name="TekortCenten">Hoeveel er te weinig is, in eurocenten; ontbreekt als het daar niet aan ligt.</param>
public sealed record BesluitNodigView(string Code, string Tekst, long? TekortCenten = null);
