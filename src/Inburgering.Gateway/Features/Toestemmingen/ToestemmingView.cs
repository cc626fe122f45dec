using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>Een toestemming van deze persoon: voor één partner en één doel.</summary>
public sealed record ToestemmingView : IVerantwoord
{
    /// <summary>Nummer van de toestemming.</summary>
    public required Guid ToestemmingId { get; init; }

    /// <summary>Client van de partner.</summary>
    public required string ClientId { get; init; }

    /// <summary>Waarvoor de partner mag lezen.</summary>
    public required string Doel { get; init; }

    /// <summary>Versie van de tekst die de persoon las.</summary>
    public string? Tekstversie { get; init; }

    /// <summary>Taal van die tekst, twee letters.</summary>
    public string? Taal { get; init; }

    /// <summary>Vanaf dit tijdstip geldt de toestemming.</summary>
    public required DateTimeOffset GegevenOp { get; init; }

    /// <summary>Op dit tijdstip is zij ingetrokken; ontbreekt zolang zij geldt.</summary>
    public DateTimeOffset? IngetrokkenOp { get; init; }

    /// <summary>Verwijzing naar het bewijs.</summary>
    public string? Bewijs { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["TOE.toestemmingen"];

    internal static ToestemmingView Of(GegevenToestemming toestemming) => new()
    {
        ToestemmingId = toestemming.ToestemmingId,
        ClientId = toestemming.Inhoud.ClientId,
        Doel = toestemming.Inhoud.Doel,
        Tekstversie = toestemming.Inhoud.Tekstversie,
        Taal = toestemming.Inhoud.Taal,
        GegevenOp = toestemming.Inhoud.GegevenOp,
        IngetrokkenOp = toestemming.IngetrokkenOp,
        Bewijs = toestemming.Inhoud.Bewijs,
    };
}

/// <summary>De toestemmingen van een dossier, de laatste eerst.</summary>
/// <param name="Toestemmingen">Ook de ingetrokken toestemmingen.</param>
public sealed record ToestemmingenView(IReadOnlyList<ToestemmingView> Toestemmingen) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["TOE.toestemmingen"];
}
