using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>Hoe een bericht van u ervoor staat. Zonder gegevens van de persoon.</summary>
public sealed record EigenBerichtView : IVerantwoord
{
    /// <summary>Nummer van het bericht bij ons.</summary>
    public required Guid BerichtId { get; init; }

    /// <summary>Type van het bericht, of de code van de gebeurtenis bij DUO.</summary>
    public required string Type { get; init; }

    /// <summary>Gemeentecode waarvoor het is.</summary>
    public required string Gemeentecode { get; init; }

    /// <summary>ontvangen, verwerkt of afgekeurd.</summary>
    public required string Status { get; init; }

    /// <summary>Wanneer het binnenkwam.</summary>
    public required DateTimeOffset OntvangenOp { get; init; }

    /// <summary>Wanneer het is verwerkt of afgekeurd; ontbreekt zolang dat niet is gebeurd.</summary>
    public DateTimeOffset? VerwerktOp { get; init; }

    /// <summary>Waarom het is afgekeurd; ontbreekt als het niet is afgekeurd.</summary>
    public IReadOnlyList<Leverreden>? Redenen { get; init; }

    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Eén reden.</summary>
/// <param name="Code">Vaste code, zoals geen-relatie.</param>
/// <param name="Reden">De reden als zin.</param>
/// <param name="Doen">Wat u kunt doen.</param>
/// <param name="Veld">Plaats in uw bericht (JSON Pointer), leeg voor het hele bericht; ontbreekt als het niet aan een waarde ligt.</param>
/// <param name="Waarde">Van welke soort en hoe lang de waarde op die plaats is, zonder de waarde, bijvoorbeeld «negatief getal, verwacht 0 of meer»; ontbreekt met veld.</param>
public sealed record Leverreden(string Code, string Reden, string Doen, string? Veld = null, string? Waarde = null);

/// <summary>Eén pagina van uw afgekeurde berichten.</summary>
/// <param name="Afkeuringen">Oudste eerst, per gemeente.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record EigenAfkeuringenView(IReadOnlyList<EigenBerichtView> Afkeuringen, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Hoe uw leveringen ervoor staan.</summary>
/// <param name="Partner">Naam van uw organisatie in deze gateway.</param>
/// <param name="Typen">Typen bericht die u mag leveren; leeg als u er geen mag leveren.</param>
/// <param name="Gemeenten">Per gemeente waarvoor u levert.</param>
public sealed record PartnerstatusView(string Partner, IReadOnlyList<string> Typen, IReadOnlyList<PartnerstandView> Gemeenten) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => [];
}

/// <summary>Uw leveringen aan één gemeente.</summary>
/// <param name="Gemeentecode">Vier cijfers.</param>
/// <param name="Ontvangen">Berichten die nog worden verwerkt.</param>
/// <param name="Verwerkt">Berichten die zijn verwerkt.</param>
/// <param name="Afgekeurd">Berichten die zijn afgekeurd.</param>
/// <param name="LaatsteOp">Wanneer het laatste bericht binnenkwam; ontbreekt als er nog geen was.</param>
public sealed record PartnerstandView(string Gemeentecode, long Ontvangen, long Verwerkt, long Afgekeurd, DateTimeOffset? LaatsteOp = null);
