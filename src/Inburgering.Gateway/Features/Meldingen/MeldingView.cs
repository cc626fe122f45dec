using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>Hoe een melding aan een ketenpartner ervoor staat.</summary>
public sealed record MeldingView : IVerantwoord
{
    /// <summary>Nummer van de melding.</summary>
    public required Guid MeldingId { get; init; }

    /// <summary>Het id waaronder u het dossier kent.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>Wat er wordt gemeld, bijvoorbeeld pip of pip-intrekking.</summary>
    public required string Soort { get; init; }

    /// <summary>Aan wie, bijvoorbeeld duo.</summary>
    public required string Ontvanger { get; init; }

    /// <summary>wacht, bevestigd, geweigerd, wacht-op-mens, vervallen of afgerond.</summary>
    public required string Status { get; init; }

    /// <summary>The same, for the screen.</summary>
    internal (string Woord, Ernst Ernst) Stand { get; init; }

    /// <summary>Waarom zij wacht of niet is aangekomen; ontbreekt als er niets aan de hand is.</summary>
    public string? Reden { get; init; }

    /// <summary>Wat de ontvanger of onze eigen controle erover zegt.</summary>
    public required IReadOnlyList<string> Uitleg { get; init; }

    /// <summary>Wat u moet weten: waarschuwingen, en voorwaarden die wij niet konden toetsen. Alleen direct na het indienen.</summary>
    public IReadOnlyList<string> Opmerkingen { get; init; } = [];

    /// <summary>Wanneer u haar indiende.</summary>
    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>Wanneer de ontvanger haar bevestigde.</summary>
    public DateTimeOffset? BevestigdOp { get; init; }

    /// <summary>Wanneer er niets meer te doen was.</summary>
    public DateTimeOffset? AfgehandeldOp { get; init; }

    /// <summary>Hoe vaak wij haar probeerden te sturen.</summary>
    public required int Pogingen { get; init; }

    /// <summary>Nummer van de contactpersoon bij de ontvanger; ontbreekt zolang het er niet is.</summary>
    public int? Nummer { get; init; }

    /// <summary>De melding die deze intrekt.</summary>
    public Guid? IntrekkingVan { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["melding"];

    internal static MeldingView Of(GegevenMelding melding, IReadOnlyList<Toetsing>? opmerkingen = null) => new()
    {
        MeldingId = melding.MeldingId,
        DossierId = melding.DossierId,
        Soort = melding.Soort,
        Ontvanger = melding.Partner,
        Status = Woord(melding.Status),
        Stand = Meldingwoorden.Stand(melding.Status, melding.Pogingen),
        Reden = melding.Reden,
        Uitleg = melding.Uitleg,
        Opmerkingen = [.. (opmerkingen ?? []).Select(o => o.Detail)],
        GemaaktOp = melding.GemaaktOp,
        BevestigdOp = melding.BevestigdOp,
        AfgehandeldOp = melding.AfgehandeldOp,
        Pogingen = melding.Pogingen,
        Nummer = melding.Nummer,
        IntrekkingVan = melding.IntrekkingVan,
    };

    private static string Woord(Meldingstatus status) => status switch
    {
        Meldingstatus.Wacht => "wacht",
        Meldingstatus.Bevestigd => "bevestigd",
        Meldingstatus.Geweigerd => "geweigerd",
        Meldingstatus.WachtOpMens => "wacht-op-mens",
        Meldingstatus.Vervallen => "vervallen",
        Meldingstatus.Afgerond => "afgerond",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
