using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Features.Toegangsvragen;

/// <summary>An AuthZEN question: may this client do this with this dossier?</summary>
public sealed partial record Evaluatievraag
{
    private const string Activiteitplaats = "/action/properties/processing_activity_id";

    public required Onderwerp Subject { get; init; }

    public required Handelingsvraag Action { get; init; }

    public required Onderwerp Resource { get; init; }

    /// <summary>time and traceparent; the decision is about now.</summary>
    public JsonElement? Context { get; init; }

    internal Guid DossierId => Guid.TryParseExact(Resource.Id, "D", out var id) ? id : Guid.Empty;

    /// <summary>"VA-07-leerroute", out of a bare key or the address of its entry in the register.</summary>
    internal string Activiteit => Activiteitvorm().Match(Text(Action.Properties, "processing_activity_id")!).Groups["activiteit"].Value;

    /// <summary>Null: none, or not one that can be followed.</summary>
    internal ActivityContext? Ouder => ActivityContext.TryParse(Text(Context, "traceparent"), null, isRemote: true, out var ouder) ? ouder : null;

    internal IReadOnlyList<InvoerFout> Fouten()
    {
        var fouten = new List<InvoerFout>();
        Add(Subject.Type == "client", "Alleen client is mogelijk.", "/subject/type");
        Add(Subject.Id.Length is > 0 and <= 64, "Is leeg of langer dan 64 tekens.", "/subject/id");
        Add(Action.Name.Length is > 0 and <= 64, "Is leeg of langer dan 64 tekens.", "/action/name");
        Add(Text(Action.Properties, "processing_activity_id") is { Length: <= 200 } activiteit && Activiteitvorm().IsMatch(activiteit), "Is geen verwerkingsactiviteit uit het register.", Activiteitplaats);
        Add(Resource.Type == "dossier", "Alleen dossier is mogelijk.", "/resource/type");
        Add(Guid.TryParseExact(Resource.Id, "D", out _), "Is geen UUID.", "/resource/id");
        Add(Context is null or { ValueKind: JsonValueKind.Object }, "Is geen object.", "/context");
        Add(Text(Context, "time") is not { } time || Rfc3339.TryParse(time, out _), "Is geen tijdstip met tijdzone.", "/context/time");
        return fouten;

        void Add(bool goed, string fout, string plaats)
        {
            if (!goed)
            {
                fouten.Add(new InvoerFout(fout, Pointer: plaats));
            }
        }
    }

    private static string? Text(JsonElement? element, string naam) =>
        element is { ValueKind: JsonValueKind.Object } velden && velden.TryGetProperty(naam, out var waarde) && waarde.ValueKind == JsonValueKind.String ? waarde.GetString() : null;

    [GeneratedRegex(@"^(?:https?://[^\s?#]{1,120}/)?(?<activiteit>VA-[0-9]{2}-[a-z-]{1,40})(?:/(?:versies/)?[0-9]{1,4})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Activiteitvorm();
}

/// <summary>Subject or resource.</summary>
public sealed record Onderwerp
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    public JsonElement? Properties { get; init; }
}

/// <summary>Action.</summary>
public sealed record Handelingsvraag
{
    public required string Name { get; init; }

    public JsonElement? Properties { get; init; }
}
