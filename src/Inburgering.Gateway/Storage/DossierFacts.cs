using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Sleutels;

namespace Inburgering.Gateway.Storage;

/// <summary>What one statement read for one question.</summary>
internal sealed class DossierFacts : IAccessFacts
{
    public required bool ClientGeldig { get; init; }

    public required string? Beleid { get; init; }

    public required Guid? DossierId { get; init; }

    public required Guid? ExternId { get; init; }

    public string? Doelgroep { get; init; }

    public string? Leerroute { get; init; }

    public IReadOnlyCollection<Opdrachtfeit> Opdrachten { get; init; } = [];

    public IReadOnlyCollection<Toestemmingfeit> Toestemmingen { get; init; } = [];

    public IReadOnlyCollection<string> Beperkingen { get; init; } = [];

    public IReadOnlyCollection<string> Bezwaren { get; init; } = [];

    public Guid? Noodtoegang { get; init; }

    public IReadOnlyDictionary<string, string> Bronkeuzes { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ISectie> Secties { get; init; } = [];
}

/// <summary>An encrypted section that opens only when the desk asks.</summary>
internal sealed class Sectie(string gemeentecode, Guid feitId, string categorie, string bron, byte[] inhoud, Lazy<byte[]> sleutel) : ISectie
{
    public const string Soort = "feit";

    public string Categorie => categorie;

    public string Bron => bron;

    public bool Overgenomen { get; init; }

    public JsonObject Open() => Open(sleutel.Value, inhoud, gemeentecode, feitId);

    /// <summary>The fields of one fact.</summary>
    public static JsonObject Open(byte[] sleutel, byte[] inhoud, string gemeentecode, Guid feitId) =>
        (JsonObject)JsonNode.Parse(Kluis.Ontsleutel(sleutel, inhoud, Soort, gemeentecode, feitId))!;
}
