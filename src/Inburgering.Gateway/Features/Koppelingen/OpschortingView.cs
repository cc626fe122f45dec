using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Koppelingen;

namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>Een opschorting: een ketenpartner geeft uw gemeente geen toegang meer tot deze persoon, en daarom vragen en melden wij daar niets over deze persoon.</summary>
public sealed record OpschortingView : IVerantwoord
{
    /// <summary>Nummer van de opschorting.</summary>
    public required Guid OpschortingId { get; init; }

    /// <summary>Het id waaronder u het dossier kent.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>De ketenpartner, bijvoorbeeld duo.</summary>
    public required string Partner { get; init; }

    /// <summary>Opgeschort vanaf dit moment.</summary>
    public required DateTimeOffset Van { get; init; }

    /// <summary>Hervat op dit moment; ontbreekt zolang de opschorting geldt.</summary>
    public DateTimeOffset? Tot { get; init; }

    /// <summary>Wie hervatte: een medewerker, uw systeem, of de code van de notificatie waaruit bleek dat u weer toegang heeft.</summary>
    public string? HervatDoor { get; init; }

    /// <summary>Waarom een medewerker hervatte.</summary>
    public string? Reden { get; init; }

    /// <summary>Wat er is, en wat u kunt doen; ontbreekt als de opschorting voorbij is.</summary>
    public string? Uitleg { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["opschorting"];

    internal static OpschortingView Of(Opschorting o) => new()
    {
        OpschortingId = o.OpschortingId,
        DossierId = o.DossierId,
        Partner = o.Partner,
        Van = o.Van,
        Tot = o.Tot,
        HervatDoor = o.HervatDoor,
        Reden = o.Toelichting,
        Uitleg = o.Tot is null ? $"{Koppelwoorden.Opgeschort.Wat} {Koppelwoorden.Opgeschort.Doen}" : null,
    };
}

/// <summary>Alle opschortingen van een dossier, oudste eerst.</summary>
public sealed record OpschortingenView(IReadOnlyList<OpschortingView> Opschortingen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["opschorting"];
}

/// <summary>Waarom u de uitwisseling hervat.</summary>
/// <param name="Reden">10 tot 500 tekens; geen BSN en niets over gezondheid.</param>
public sealed record Hervatting(string Reden);
