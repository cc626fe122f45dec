using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;
using Microsoft.AspNetCore.Http;

namespace Inburgering.Gateway.Adapters.Tests.Examples;

/// <summary>A folder adapters/{Partner}/Examples/{name}: partner.json, or partner.xml for a file, is what the partner says, canonical.json what we make of it; for a melding,
/// canonical.json is what we have to say and partner.json what the partner gets.</summary>
internal sealed class Example
{
    private static readonly string Adapters = Path.Combine(SharedContracts.RepositoryRoot, "adapters");

    private static readonly IReadOnlyList<IPartner> Partners =
    [
        .. typeof(Duo.DuoPartner).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IPartner).IsAssignableFrom(type))
            .Select(type => (IPartner)Activator.CreateInstance(type)!),
    ];

    private readonly string folder;
    private readonly PortRecorder ports;
    private readonly byte[] body;

    /// <param name="name">Partner and folder: Duo/termijn-verlengd.</param>
    public Example(string name)
    {
        var parts = name.Split('/');
        folder = Path.Combine(Adapters, parts[0], "Examples", parts[1]);
        ports = PortRecorder.Of(PartnerOf(parts[0]));
        body = File.ReadAllBytes(((string[])["partner.json", "partner.xml"]).Select(bestand => Path.Combine(folder, bestand)).First(File.Exists));
        Canonical = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "canonical.json")))!;
    }

    public static IEnumerable<string> Names =>
        from partner in Directory.GetDirectories(Adapters)
        let examples = Path.Combine(partner, "Examples")
        where Directory.Exists(examples)
        from folder in Directory.GetDirectories(examples)
        select $"{Path.GetFileName(partner)}/{Path.GetFileName(folder)}";

    /// <summary>Partner folder and record of every port that reads something.</summary>
    public static IEnumerable<(string Partner, string Record)> Reading =>
        from partner in Partners
        let said = PortRecorder.Of(partner)
        from record in (said.Reader is null ? said.Sources.Keys : said.Sources.Keys.Append(typeof(Gebeurtenis))).Concat(said.Lezers.Keys)
        select (FolderOf(partner), record.Name);

    public JsonObject Canonical { get; }

    public string TypeName => Canonical[CanonicalJson.TypeName]!.ToString();

    public ReadOnlyMemory<byte> Body => body;

    /// <summary>Null: an example of what we read.</summary>
    public Melding? Melding => ports.Sinks.Keys.SingleOrDefault(type => type.Name == TypeName) is { } type
        ? (Melding)new JsonObject(Canonical.Where(member => member.Key != CanonicalJson.TypeName).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
            .Deserialize(type, PartnerJson.Options)!
        : null;

    /// <summary>Beside the expected file; accepting it is renaming it to canonical.json.</summary>
    public string ReceivedPath => Path.Combine(folder, "received.json");

    /// <summary>Reads partner.json through the adapter: a notification directly, a record over a real connection.</summary>
    public Task<JsonObject> ReceiveAsync(CancellationToken ct)
    {
        if (TypeName == nameof(Partnerbericht))
        {
            return Task.FromResult(CanonicalJson.Of(ReadBericht()));
        }

        if (TypeName == nameof(Gebeurtenis))
        {
            var reader = (INotificationReader)Activator.CreateInstance(ports.Reader!)!;
            return Task.FromResult(CanonicalJson.Of(reader.Read(body)));
        }

        if (ports.Lezers.Keys.SingleOrDefault(type => type.Name == TypeName) is { } bericht)
        {
            var read = GetType().GetMethod(nameof(ReadFile), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(bericht);
            return Task.FromResult((JsonObject)read.Invoke(this, [])!);
        }

        var record = ports.Sources.Keys.Single(type => type.Name == TypeName);
        var fetch = GetType().GetMethod(nameof(FetchAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(record);
        return (Task<JsonObject>)fetch.Invoke(this, [ct])!;
    }

    /// <summary>The event type of a message, without «nl.inburgering.».</summary>
    public string Berichttype => JsonNode.Parse(body)!["type"]!.ToString()[Partnerbericht.Voorvoegsel.Length..];

    /// <summary>Partner folder and type of every message that an adapter reads.</summary>
    public static IEnumerable<(string Partner, string Type)> Berichten =>
        from partner in Partners
        from type in PortRecorder.Of(partner).Berichten.Keys
        select (FolderOf(partner), type);

    /// <summary>partner.json is the whole CloudEvent as it goes over the wire; the adapter reads its data.</summary>
    private PartnerReply<Partnerbericht> ReadBericht()
    {
        var reader = (IBerichtReader)Activator.CreateInstance(ports.Berichten[Berichttype])!;
        return PartnerBody.Read(body, bericht => reader.Read(bericht.Required("data").Object()));
    }

    /// <summary>Sends the melding through the adapter; what came over the connection.</summary>
    public Task<JsonNode> SendAsync(Melding melding, CancellationToken ct)
    {
        var send = GetType().GetMethod(nameof(TellAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(melding.GetType());
        return (Task<JsonNode>)send.Invoke(this, [melding, ct])!;
    }

    private async Task<JsonNode> TellAsync<TMelding>(TMelding melding, CancellationToken ct)
        where TMelding : Melding
    {
        JsonNode? received = null;
        await using var server = await PartnerServer.StartAsync(async context => received = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: ct), ct);
        var sink = (IMeldingSink<TMelding>)Activator.CreateInstance(ports.Sinks[typeof(TMelding)], server.Client)!;
        await sink.SendAsync(Vraag.Met(melding, "999990019"), ct);
        return received!;
    }

    private async Task<JsonObject> FetchAsync<TRecord>(CancellationToken ct)
    {
        await using var server = await PartnerServer.StartAsync(AnswerAsync, ct);
        var source = (IRecordSource<TRecord>)Activator.CreateInstance(ports.Sources[typeof(TRecord)], server.Client)!;
        return CanonicalJson.Of(await source.ReadAsync(Vraag.Over("999990019"), ct));
    }

    private JsonObject ReadFile<TBericht>()
        where TBericht : class =>
        CanonicalJson.Of(((IBestandlezer<TBericht>)Activator.CreateInstance(ports.Lezers[typeof(TBericht)])!).Lees(body));

    private Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static IPartner PartnerOf(string folder) => Partners.Single(partner => FolderOf(partner) == folder);

    private static string FolderOf(IPartner partner) => partner.GetType().Namespace!.Split('.')[^1];
}
