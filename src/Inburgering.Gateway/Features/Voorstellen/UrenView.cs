using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>De gevolgde uren van een dossier: wat partners meldden naast wat u aan DUO meldde.</summary>
public sealed record UrenstaatView(IReadOnlyList<UrentotaalView> Totalen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [.. Totalen.SelectMany(t => Urentotalen.Namen(t.Urensoort)).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>Eén van de totalen van DUO.</summary>
public sealed record UrentotaalView
{
    /// <summary>participatieactiviteiten of participatie-als-taalles.</summary>
    public required string Soort { get; init; }

    /// <summary>De som van wat partners meldden, in hele uren.</summary>
    public required int Uren { get; init; }

    /// <summary>Wat elke partner meldde.</summary>
    public required IReadOnlyList<BronurenView> Bronnen { get; init; }

    /// <summary>Het totaal dat u het laatst meldde; ontbreekt als u nog niets meldde of DUO het weigerde.</summary>
    public int? Gemeld { get; init; }

    /// <summary>De melding daarvan.</summary>
    public Guid? MeldingId { get; init; }

    /// <summary>Of de som iets anders is dan wat u meldde, en DUO haar van u verwacht.</summary>
    public required bool Openstaand { get; init; }

    /// <summary>Wat u moet weten voordat u dit totaal meldt.</summary>
    public required IReadOnlyList<string> Opmerkingen { get; init; }

    internal Urensoort Urensoort { get; init; }
}

/// <summary>De uren van één partner.</summary>
/// <param name="Bron">Sleutel van de partner.</param>
/// <param name="Naam">Naam van de partner.</param>
/// <param name="Uren">Alle uren die zij meldde.</param>
/// <param name="Vanaf">Eerste maand, jjjj-mm.</param>
/// <param name="TotEnMet">Laatste maand, jjjj-mm.</param>
public sealed record BronurenView(string Bron, string Naam, decimal Uren, string Vanaf, string TotEnMet);
