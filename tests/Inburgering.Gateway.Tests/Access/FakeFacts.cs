using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Facts of one person, without a database.</summary>
internal sealed record FakeFacts : IAccessFacts
{
    private static readonly string Geldend = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters).Hash;

    public bool ClientGeldig { get; init; } = true;

    public string? Beleid { get; init; } = Geldend;

    public Guid? DossierId { get; init; } = Guid.NewGuid();

    public Guid? ExternId { get; init; } = Guid.NewGuid();

    public string? Doelgroep { get; init; } = "Asielstatushouder";

    public string? Leerroute { get; init; } = "O";

    public IReadOnlyCollection<string> ActieveTaken { get; init; } = ["leerroute", "participatie", "pvt", "begeleiding"];

    /// <summary>Taken whose opdracht ended less than a month ago.</summary>
    public IReadOnlyCollection<string> AfgelopenTaken { get; init; } = [];

    public IReadOnlyCollection<string> Toestemmingen { get; init; } = ["hulp-bij-schulden"];

    public IReadOnlyCollection<string> Beperkingen { get; init; } = [];

    public IReadOnlyCollection<string> Bezwaren { get; init; } = [];

    public Guid? Noodtoegang { get; init; }

    IReadOnlyCollection<Opdrachtfeit> IAccessFacts.Opdrachten =>
        [.. ActieveTaken.Select(t => new Opdrachtfeit(t, $"{t}@1", true)), .. AfgelopenTaken.Select(t => new Opdrachtfeit(t, $"{t}@2", false))];

    IReadOnlyCollection<Toestemmingfeit> IAccessFacts.Toestemmingen => [.. Toestemmingen.Select(d => new Toestemmingfeit(d, $"{d}@v1"))];

    public IReadOnlyList<FakeSectie> Gevuld { get; init; } = [];

    IReadOnlyList<ISectie> IAccessFacts.Secties => Gevuld;

    /// <summary>Every field of every category filled; what a list holds names two schools.</summary>
    public static FakeFacts Full(Beleid beleid) => new()
    {
        Beleid = beleid.Hash,
        Gevuld = [.. beleid.Gegevens.Categorieen.Select(c => new FakeSectie(
            c.Key, c.Key == "UUR" ? "schakelcollege" : c.Value.Bronhouders[0], new JsonObject(c.Value.Velden.Select(v => KeyValuePair.Create(v, Value(c.Key, v)))))),
            new FakeSectie("UUR", "taalpunt", new JsonObject { ["perioden"] = "van taalpunt", ["totalen"] = "van taalpunt" })],
    };

    private static JsonNode? Value(string categorie, string veld) => categorie == "AAN"
        ? new JsonArray(new JsonObject { ["instellingsnummer"] = "0000012345" }, new JsonObject { ["instellingsnummer"] = "0000054321" })
        : JsonValue.Create($"{categorie}.{veld}");
}

/// <summary>A section that counts how often it was decrypted.</summary>
internal sealed class FakeSectie(string categorie, string bron, JsonObject velden) : ISectie
{
    public string Categorie => categorie;

    public string Bron => bron;

    public int Geopend { get; private set; }

    /// <summary>The same content from another source.</summary>
    public FakeSectie Van(string andereBron) => new(categorie, andereBron, velden);

    public JsonObject Open()
    {
        Geopend++;
        return (JsonObject)velden.DeepClone();
    }
}
