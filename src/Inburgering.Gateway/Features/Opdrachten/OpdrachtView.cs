using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>Een opdracht van uw gemeente aan een partner.</summary>
public sealed record OpdrachtView : IVerantwoord
{
    /// <summary>Nummer van de opdracht.</summary>
    public required Guid OpdrachtId { get; init; }

    /// <summary>Het id waaronder u het dossier kent.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>Client van de partner.</summary>
    public required string ClientId { get; init; }

    /// <summary>leerroute, participatie, pvt of begeleiding.</summary>
    public required string Taak { get; init; }

    /// <summary>Vanaf dit tijdstip geldt de opdracht.</summary>
    public required DateTimeOffset Van { get; init; }

    /// <summary>Op dit tijdstip geldt de opdracht niet meer; ontbreekt zolang er geen einde is.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>verwerker of verantwoordelijke, zoals het contract zegt.</summary>
    public required string AvgRol { get; init; }

    /// <summary>Loopt op bij elke wijziging; stuur haar mee als u wijzigt.</summary>
    public required int Versie { get; init; }

    /// <summary>Doelen waarvoor de partner dit dossier mag lezen, ook die waarvoor nog toestemming nodig is.</summary>
    public required IReadOnlyList<string> Doelen { get; init; }

    /// <summary>Zo noemt de partner deze persoon; ontbreekt als de partner is vertrokken.</summary>
    public string? PartnerReferentie { get; init; }

    /// <summary>De melding waarmee de partner van deze persoon verneemt, te volgen op /v1/meldingen/{meldingId}; ontbreekt als er geen is.</summary>
    public Guid? AanmeldingId { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["opdracht"];

    internal static OpdrachtView Of(GegevenOpdracht opdracht, string gemeentecode, Partnerrecht recht) => new()
    {
        OpdrachtId = opdracht.OpdrachtId,
        DossierId = opdracht.DossierId,
        ClientId = opdracht.Inhoud.ClientId,
        Taak = opdracht.Inhoud.Taak,
        Van = opdracht.Inhoud.Van,
        Tot = opdracht.Inhoud.Tot,
        AvgRol = opdracht.Inhoud.AvgRol,
        Versie = opdracht.Versie,
        Doelen = recht.Zoek(gemeentecode, opdracht.Inhoud.ClientId) is { } partner ? recht.Doelen(partner, opdracht.Inhoud.Taak) : [],
        PartnerReferentie = opdracht.PartnerReferentie,
        AanmeldingId = opdracht.AanmeldingId,
    };
}

/// <summary>Eén pagina opdrachten van een dossier, met het laatste begin eerst.</summary>
/// <param name="Opdrachten">Hoogstens 50 per pagina.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record OpdrachtenView(IReadOnlyList<OpdrachtView> Opdrachten, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["opdracht"];
}
