using System.Text.Json.Serialization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Besluiten;

/// <summary>Eén besluit over toegang: de uitleg in woorden en het vastgelegde record.</summary>
/// <param name="DossierId">Het id waaronder u het dossier kent.</param>
/// <param name="BesluitId">Het nummer uit de header Besluit-Id.</param>
/// <param name="Uitleg">Het besluit in woorden.</param>
/// <param name="Beleid">De regels waarmee is besloten; ontbreekt als er geen regels nodig waren.</param>
/// <param name="Herberekend">true: met de regels en verwijzingen van toen komt er hetzelfde uit; ontbreekt als dit besluit niet over lezen gaat.</param>
/// <param name="Record">Het record van de Authorization Decision Log.</param>
public sealed record BesluitView(
    Guid DossierId, string BesluitId, UitlegView Uitleg, BeleidsversieView? Beleid, bool? Herberekend, AdlRecord Record) : IVerantwoord
{
    /// <inheritdoc />
    public IReadOnlyList<string> GeleverdeVelden() => ["LOG.besluit"];

    internal static BesluitView Of(Besluit besluit) => new(
        besluit.DossierId,
        besluit.Regel.SpanId,
        new UitlegView(
            besluit.Uitleg.Zin,
            besluit.Uitleg.Gronden,
            [.. besluit.Uitleg.Getoond.Select(g => new GetoondView(g.Categorie, g.Naam, g.Velden))],
            [.. besluit.Uitleg.NietGetoond.Select(n => new NietGetoondView(n.Categorie, n.Naam, n.Reden))]),
        besluit.Beleid is { } beleid ? new BeleidsversieView(beleid.Hash, beleid.Sinds) : null,
        besluit.Herberekend,
        AdlRecord.Of(besluit));
}

/// <summary>Een besluit in woorden.</summary>
/// <param name="Zin">Wie wat mocht zien en waarom, of waarom niet.</param>
/// <param name="Gronden">Waar het besluit op rustte, met datums.</param>
/// <param name="Getoond">Wat is getoond.</param>
/// <param name="NietGetoond">Wat niet is getoond, en waarom niet.</param>
public sealed record UitlegView(string Zin, IReadOnlyList<string> Gronden, IReadOnlyList<GetoondView> Getoond, IReadOnlyList<NietGetoondView> NietGetoond);

/// <summary>Wat is getoond van één gegevenscategorie: namen van velden, nooit hun waarde.</summary>
public sealed record GetoondView(string Categorie, string Naam, IReadOnlyList<string> Velden);

/// <summary>Eén gegevenscategorie die niet is getoond, en waarom niet.</summary>
public sealed record NietGetoondView(string Categorie, string Naam, string Reden);

/// <summary>Eén versie van de regels.</summary>
/// <param name="Hash">SHA-256 van de regels.</param>
/// <param name="Sinds">Vanaf wanneer deze versie gold.</param>
public sealed record BeleidsversieView(string Hash, DateTimeOffset Sinds);

/// <summary>Het record zoals de Authorization Decision Log het kent; namen volgens die standaard.</summary>
public sealed record AdlRecord
{
    /// <summary>Nummer van de hele verwerking.</summary>
    [JsonPropertyName("trace_id")]
    public required string TraceId { get; init; }

    /// <summary>Nummer van dit besluit.</summary>
    [JsonPropertyName("span_id")]
    public required string SpanId { get; init; }

    /// <summary>Nummer van de vraag waar dit besluit bij hoort; ontbreekt zonder traceparent.</summary>
    [JsonPropertyName("parent_span_id")]
    public string? ParentSpanId { get; init; }

    /// <summary>Altijd adl.access_evaluation.</summary>
    [JsonPropertyName("event_name")]
    public string EventName { get; } = "adl.access_evaluation";

    /// <summary>Milliseconden sinds 1970.</summary>
    [JsonPropertyName("timestamp")]
    public required long Timestamp { get; init; }

    /// <summary>Unset, ook bij een weigering; Error alleen als er niet kon worden besloten.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Verwijzingen naar bronnen.</summary>
    [JsonPropertyName("attributes")]
    public required IReadOnlyDictionary<string, object> Attributes { get; init; }

    /// <summary>Vraag en antwoord.</summary>
    [JsonPropertyName("body")]
    public required IReadOnlyDictionary<string, object> Body { get; init; }

    internal static AdlRecord Of(Besluit besluit)
    {
        var regel = besluit.Regel;
        return new AdlRecord
        {
            TraceId = regel.TraceId,
            SpanId = regel.SpanId,
            ParentSpanId = regel.ParentSpanId,
            Timestamp = regel.Tijdstip.ToUnixTimeMilliseconds(),
            Status = regel.Status.ToString(),
            Attributes = References(besluit),
            Body = regel.Status == LogStatus.Error
                ? new Dictionary<string, object> { ["adl.core.request"] = Request(besluit) }
                : new Dictionary<string, object> { ["adl.core.request"] = Request(besluit), ["adl.core.response"] = Response(regel) },
        };
    }

    private static Dictionary<string, object> References(Besluit besluit)
    {
        var regel = besluit.Regel;
        var references = new Dictionary<string, object> { ["adl.core.information"] = (regel.Informatie ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries) };
        if (regel.Beleid is { } beleid)
        {
            references["adl.core.policies"] = new Dictionary<string, string> { ["gateway"] = beleid };
            references["adl.core.configuration"] = new Dictionary<string, string> { ["config"] = beleid };     // the hash covers policy, partners and gemeenten alike
        }

        if (besluit.VoorToezicht && regel.Betrokkene?.Pseudoniem is { } pseudoniem)
        {
            references["dpl.core.data_subject_id"] = pseudoniem;
        }

        return references;
    }

    private static Dictionary<string, object?> Request(Besluit besluit)
    {
        var regel = besluit.Regel;
        return new Dictionary<string, object?>
        {
            ["subject"] = Subject(besluit),
            ["action"] = new { name = regel.Actie.ToString().ToLowerInvariant(), properties = new { processing_activity_id = regel.Verwerkingsactiviteit, doel = regel.Doel } },
            ["resource"] = new { type = "dossier", id = besluit.DossierId, properties = new { gevraagd = regel.Gevraagd } },
        };
    }

    /// <summary>Of a partner's user her client, and which of its users; she is known by a pseudonym alone.</summary>
    private static object Subject(Besluit besluit)
    {
        var regel = besluit.Regel;
        var kenmerken = new Dictionary<string, string> { ["rol"] = regel.Rol, ["organisatie"] = regel.Organisatie };
        if (regel.ClientId is not { } client)
        {
            return new { type = "medewerker", id = besluit.VoorToezicht ? regel.Actor : regel.Organisatie, properties = kenmerken };
        }

        if (regel.Actor != client)
        {
            kenmerken["gebruiker"] = regel.Actor;
        }

        return new { type = "client", id = client, properties = kenmerken };
    }

    private static Dictionary<string, object?> Response(Logregel regel) => new()
    {
        ["decision"] = regel.Resultaat == Resultaat.Toegestaan,
        ["context"] = regel.Reden is null ? new { geleverd = regel.Geleverd } : (object)new { reason_admin = new { code = regel.Reden }, geleverd = regel.Geleverd },
    };
}
