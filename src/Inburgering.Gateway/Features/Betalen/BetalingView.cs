using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Ontzorgen;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Een betaalopdracht.</summary>
public sealed record BetalingView : IVerantwoord
{
    /// <summary>Wat er van een persoon in staat, voor het log.</summary>
    internal static IReadOnlyList<string> Velden { get; } = ["FIN.betalingen", "FIN.iban"];

    public required Guid OpdrachtId { get; init; }

    /// <summary>Het dossier.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>Het besluit waarop zij berust.</summary>
    public required Guid BesluitId { get; init; }

    /// <summary>Als jjjj-mm.</summary>
    public required string Maand { get; init; }

    /// <summary>HUUR, ENER, WATR, ZORG, BESL (beslag) of LEEF (leefgeld).</summary>
    public required string Soort { get; init; }

    /// <summary>Waaronder de bank haar kent.</summary>
    public required string Kenmerk { get; init; }

    /// <summary>gepland, vrijgegeven, aangeboden, geaccepteerd, afgewezen, uitgevoerd, teruggeboekt, geannuleerd of buiten_gateway (een medewerker betaalde haar zelf).</summary>
    public required string Stand { get; init; }

    /// <summary>In eurocenten.</summary>
    public required long BedragCenten { get; init; }

    /// <summary>Wie betaald wordt.</summary>
    public required string Naam { get; init; }

    /// <summary>Het rekeningnummer.</summary>
    public required string Iban { get; init; }

    /// <summary>De bankdag waarop de bank betaalt; bij buiten_gateway de dag waarop zij betaald is.</summary>
    public required DateOnly Uitvoeringsdatum { get; init; }

    /// <summary>Of de rekening betaald mag worden: onbekend, gecontroleerd, aanvaard of geblokkeerd.</summary>
    public required string Rekening { get; init; }

    /// <summary>De betaling waarvan dit een nieuwe poging is; ontbreekt als zij de eerste is.</summary>
    public Guid? Vorige { get; init; }

    /// <summary>De batch waarin zij staat; ontbreekt als dat er geen is.</summary>
    public Guid? BatchId { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Velden;

    internal static BetalingView Of(Betaling betaling) => new()
    {
        OpdrachtId = betaling.OpdrachtId,
        DossierId = betaling.DossierId,
        BesluitId = betaling.Wat.Besluit,
        Maand = $"{betaling.Wat.Maand:yyyy-MM}",
        Soort = betaling.Wat.Soort,
        Kenmerk = betaling.Kenmerk.ToString(),
        Stand = Enumwoord.Van(betaling.Stand),
        BedragCenten = betaling.Wat.Inhoud.BedragCenten,
        Naam = betaling.Wat.Inhoud.Naam,
        Iban = betaling.Wat.Inhoud.Iban,
        Uitvoeringsdatum = betaling.Wat.Dag,
        Rekening = Controle(betaling.Controle),
        Vorige = betaling.Vorige,
        BatchId = betaling.BatchId,
    };

    private static string Controle(Rekeningcontrole? controle) => controle switch
    {
        null => "onbekend",
        { GeblokkeerdOm: not null } => "geblokkeerd",
        { AanvaardDoor: not null } => "aanvaard",
        _ => "gecontroleerd",
    };
}

/// <summary>De betaalopdrachten van een dossier, op maand.</summary>
public sealed record BetalingenView(IReadOnlyList<BetalingView> Betaalopdrachten) : IVerantwoord
{
    /// <summary>Waarom er voor de maand niets klaarstaat; ontbreekt als dat niet zo is.</summary>
    public BesluitNodigView? BesluitNodig { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => Betaalopdrachten.Count == 0 ? [] : BetalingView.Velden;

    internal static BetalingenView Of(IEnumerable<Betaling> betalingen) => new([.. betalingen.Select(BetalingView.Of)]);
}
