using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Tests.Seam;

/// <summary>A partner as config/partners/ says it, for what its simulator must be able to do. A new file is in the tables because it exists.</summary>
internal sealed class Sandboxpartner
{
    private readonly JsonNode file;

    private Sandboxpartner(string key, JsonNode file) => (Key, this.file) = (key, file);

    public string Key { get; }

    public string Type => file["levert"]!["typen"]!.AsObject().GetAt(0).Key;

    /// <summary>Client and OIN of the organisation it belongs to.</summary>
    public IReadOnlyList<(string Client, string Oin)> Clients =>
    [
        .. from instantie in file["instanties"]!.AsArray()
           from client in instantie["clients"]!.AsObject()
           select ((string)client.Value!, (string)instantie["oin"]!),
    ];

    /// <summary>Taak to the fields that its aanmelding may hold: "IDN" to "naam".</summary>
    public IReadOnlyDictionary<string, JsonObject> Aanmeldingen => file["grants"]!.AsArray().Where(grant => grant!["aanmelding"] is not null)
        .ToDictionary(grant => (string)grant!["voorwaarden"]!["opdracht"]!, grant => grant!["aanmelding"]!["velden"]!.AsObject());

    /// <summary>Those that deliver messages.</summary>
    public static IEnumerable<Sandboxpartner> Alle =>
        from path in Directory.EnumerateFiles(Path.Combine(SharedContracts.RepositoryRoot, "config", "partners"), "*.json").Order(StringComparer.Ordinal)
        let partner = new Sandboxpartner(Path.GetFileNameWithoutExtension(path), JsonNode.Parse(File.ReadAllText(path))!)
        where partner.file["levert"]?["typen"] is not null
        select partner;

    public static Sandboxpartner Van(string key) => Alle.Single(partner => partner.Key == key);

    /// <summary>One value for each field that config declares; of «lijst.deel» a line with those parts.</summary>
    public static JsonObject Inhoud(JsonObject velden) => new(velden.Select(categorie => KeyValuePair.Create(
        categorie.Key,
        (JsonNode?)new JsonObject(categorie.Value!.AsArray().Select(veld => ((string)veld!).Split('.')).GroupBy(delen => delen[0]).Select(Veld)))));

    private static KeyValuePair<string, JsonNode?> Veld(IGrouping<string, string[]> veld)
    {
        var delen = veld.Where(delen => delen.Length > 1).Select(delen => KeyValuePair.Create(delen[1], (JsonNode?)"x")).ToArray();
        return KeyValuePair.Create(veld.Key, delen.Length > 0 ? new JsonArray(new JsonObject(delen)) : (JsonNode?)"x");
    }
}
