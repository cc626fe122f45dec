using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Opdrachten;

namespace Inburgering.Gateway.Features.Toestemmingen;

/// <summary>De intrekking: wat ophoudt, wat doorgaat en wat u de persoon kunt meegeven.</summary>
/// <param name="Toestemming">De toestemming met het tijdstip van intrekken.</param>
/// <param name="Stopt">Wat voor de partner ophoudt.</param>
/// <param name="GaatDoor">Doelen waarvoor de partner blijft lezen omdat die op een wettelijke taak rusten.</param>
/// <param name="Ontvangstbewijs">Wat er op een ontvangstbewijs hoort.</param>
public sealed record IntrekkingView(ToestemmingView Toestemming, StoptView Stopt, IReadOnlyList<string> GaatDoor, Ontvangstbewijs Ontvangstbewijs) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["TOE.toestemmingen"];
}

/// <summary>Wat de persoon als bewijs van de intrekking kan krijgen; de naam van de persoon vult u zelf in.</summary>
public sealed record Ontvangstbewijs
{
    /// <summary>Nummer waaronder de intrekking is terug te vinden.</summary>
    public required Guid Kenmerk { get; init; }

    /// <summary>Naam van de gemeente.</summary>
    public required string Gemeente { get; init; }

    /// <summary>Naam van de partner.</summary>
    public required string Partner { get; init; }

    /// <summary>Het doel in woorden.</summary>
    public required string Doel { get; init; }

    /// <summary>Taal waarin de persoon de tekst las, twee letters.</summary>
    public string? Taal { get; init; }

    /// <summary>Wanneer de toestemming begon.</summary>
    public required DateTimeOffset GegevenOp { get; init; }

    /// <summary>Wanneer de toestemming ophield.</summary>
    public required DateTimeOffset IngetrokkenOp { get; init; }
}
