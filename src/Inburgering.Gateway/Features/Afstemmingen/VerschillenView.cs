using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Eén pagina van wat een afstemming vond.</summary>
/// <param name="AfstemmingId">Nummer van de afstemming.</param>
/// <param name="Personen">Wie niet gelijk was, in de volgorde waarin zij zijn gedaan.</param>
/// <param name="Volgende">Cursor van de volgende pagina; ontbreekt op de laatste.</param>
public sealed record VerschillenView(Guid AfstemmingId, IReadOnlyList<BevindingView> Personen, string? Volgende = null) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() =>
        [.. Personen.SelectMany(p => p.Verschillen).Select(v => $"{v.Categorie}.{v.Veld}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>Wat er van één persoon is gevonden.</summary>
public sealed record BevindingView
{
    /// <summary>Het id waaronder u het dossier kent.</summary>
    public required Guid DossierId { get; init; }

    /// <summary>gemist, verschillend, mislukt of tegengehouden.</summary>
    public required string Uitkomst { get; init; }

    /// <summary>Waarom het niet lukte of niet mocht; ontbreekt als er niets aan de hand is.</summary>
    public string? Reden { get; init; }

    /// <summary>Per gemiste gebeurtenis de velden die zijn overgenomen, bijvoorbeeld TER.einddatum.</summary>
    public required IReadOnlyList<string> Gemist { get; init; }

    /// <summary>Wat twee bronnen anders zeggen; hiervan is niets gewijzigd.</summary>
    public required IReadOnlyList<VerschilView> Verschillen { get; init; }

    /// <summary>The same, for the screen.</summary>
    internal Uitleg? Uitleg => Afstemwoorden.Reden(Reden);

    internal static BevindingView Of(Bevinding bevinding, Func<string, string, bool> mag, Func<Verschil, VerschilView> view) => new()
    {
        DossierId = bevinding.DossierId,
        Uitkomst = Afstemwoorden.Uitkomst(bevinding.Uitkomst),
        Reden = bevinding.Reden,
        Gemist = [.. bevinding.Verslag.Gemist.Select(g => string.Join(' ', g.Split(' ').Where(v => mag(v.Split('.')[0], v.Split('.')[1])))).Where(g => g.Length > 0)],
        Verschillen = [.. bevinding.Verslag.Verschillen.Where(v => mag(v.Categorie, v.Veld)).Select(view)],
    };
}

/// <summary>Eén veld, naast elkaar.</summary>
public sealed record VerschilView
{
    /// <summary>Gegevenscategorie, bijvoorbeeld PIP.</summary>
    public required string Categorie { get; init; }

    /// <summary>Veld, bijvoorbeeld leerroute.</summary>
    public required string Veld { get; init; }

    /// <summary>Welk van meer totalen; ontbreekt als er één is.</summary>
    public string? Onderdeel { get; init; }

    /// <summary>Met wie is afgestemd.</summary>
    public required string Partner { get; init; }

    /// <summary>Wat de partner nu zegt; ontbreekt als hij niets zegt.</summary>
    public string? WaardePartner { get; init; }

    /// <summary>De andere bron.</summary>
    public required string Bron { get; init; }

    /// <summary>Wat de andere bron zegt; ontbreekt als zij niets zegt.</summary>
    public string? WaardeBron { get; init; }

    /// <summary>Wie van de twee volgens het beleid gelijk heeft; ontbreekt als geen van beide de bron is.</summary>
    public string? Wint { get; init; }

    /// <summary>Waarom die wint.</summary>
    public required string Waarom { get; init; }

    /// <summary>Wat u kunt doen.</summary>
    public required string Doen { get; init; }

    /// <summary>The values as they are, for the screen.</summary>
    internal (JsonNode? Partner, JsonNode? Bron) Waarden { get; init; }

    /// <summary>A plain value as it is, a list as JSON.</summary>
    internal static string? Tekst(JsonNode? waarde) => waarde switch
    {
        null => null,
        JsonValue when waarde.GetValueKind() == JsonValueKind.String => waarde.GetValue<string>(),
        _ => waarde.ToJsonString(),
    };
}
