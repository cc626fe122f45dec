using System.Text.Json;
using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>config/gegevens.json: the words of the policy and the grants of the gemeente's own roles.</summary>
internal sealed record GegevensFile
{
    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    public required Dictionary<string, CategorieFile> Categorieen { get; init; }

    public required Dictionary<string, string> Grondslagen { get; init; }

    public required Dictionary<string, ActiviteitFile> Activiteiten { get; init; }

    public required Dictionary<string, DoelFile> Doelen { get; init; }

    public required Dictionary<string, string> Rollen { get; init; }

    public required List<GrantFile> Grants { get; init; }
}

/// <param name="Bijzonder">N no, G sensitive, B special (AVG 9).</param>
/// <param name="Bewaartermijn">ISO 8601 duration after the end of the plicht; RX: until the purpose ends.</param>
/// <param name="Bronhouders">Who wins when sources differ, first wins.</param>
internal sealed record CategorieFile(string Naam, string Bijzonder, string Bewaartermijn, List<string> Bronhouders, List<string> Velden);

internal sealed record ActiviteitFile(int Versie, string Naam);

internal sealed record DoelFile(string Naam, string Activiteit, string Grondslag);

/// <summary>One grant: a role or partner type, a doel, fields, and the conditions that must all hold.</summary>
internal sealed record GrantFile
{
    /// <summary>Only in gegevens.json; in a partner's file the partner type is the role.</summary>
    public string? Rol { get; init; }

    public required string Doel { get; init; }

    /// <summary>Null: the doel's own.</summary>
    public string? Grondslag { get; init; }

    public string? WettelijkeBasis { get; init; }

    public VoorwaardenFile? Voorwaarden { get; init; }

    /// <summary>Category to fields; "*" stands for all of them and is for the gemeente's roles only.</summary>
    public required Dictionary<string, List<string>> Velden { get; init; }

    /// <summary>"IDN.bsn" or "AAN" to keurmerk, eigen-instelling or eigen-levering.</summary>
    public Dictionary<string, string>? Mits { get; init; }
}

internal sealed record VoorwaardenFile
{
    /// <summary>Taak of an active opdracht.</summary>
    public string? Opdracht { get; init; }

    public List<string>? Doelgroep { get; init; }

    /// <summary>DUO's letters B, O, Z.</summary>
    public List<string>? Leerroute { get; init; }

    public bool Toestemming { get; init; }

    /// <summary>Scope the token must carry.</summary>
    public string? Scope { get; init; }
}

/// <summary>config/partners/*.json: one per adapter.</summary>
internal sealed record PartnerFile
{
    public required string Partnertype { get; init; }

    public required string Naam { get; init; }

    public required List<string> Scopes { get; init; }

    public required List<GrantFile> Grants { get; init; }

    /// <summary>What this partner may bring in; null: nothing.</summary>
    public LevertFile? Levert { get; init; }

    /// <summary>How we reach it; null: we never call.</summary>
    public VerbindingFile? Verbinding { get; init; }

    public required List<InstantieFile> Instanties { get; init; }
}

internal sealed record LevertFile(string Doel, string Grondslag, List<string> Categorieen);

/// <summary>How the hub calls a partner.</summary>
internal sealed record VerbindingFile
{
    /// <summary>Ends in a slash; {sandboxPort} is filled in.</summary>
    public required string BasisUrl { get; init; }

    public required int PogingTimeoutSeconden { get; init; }

    public required int TotaalTimeoutSeconden { get; init; }

    /// <summary>Tries within one call, the first included.</summary>
    public required int Pogingen { get; init; }

    /// <summary>Calls at the same time, per process.</summary>
    public required int Gelijktijdig { get; init; }

    /// <summary>Waits before a message is tried again; after the last it waits for a person.</summary>
    public required List<int> HerhaalMinuten { get; init; }
}

internal sealed record InstantieFile
{
    public required string Sleutel { get; init; }

    public required string Naam { get; init; }

    public required string Oin { get; init; }

    /// <summary>DUO's ten characters; null for who is no school.</summary>
    public string? Instellingsnummer { get; init; }

    public bool Keurmerk { get; init; }

    /// <summary>Recognised taalschakelinstelling.</summary>
    public bool Taalschakel { get; init; }

    /// <summary>Gemeentecode to clientId; "*" delivers for all gemeenten and reads for none.</summary>
    public required Dictionary<string, string> Clients { get; init; }
}

/// <summary>config/gemeenten/*.json.</summary>
internal sealed record GemeenteFile
{
    public required string Gemeentecode { get; init; }

    public required string Naam { get; init; }

    public required string Oin { get; init; }

    public required List<GemeenteClientFile> Clients { get; init; }

    /// <summary>Doelgroep to taken that may be assigned.</summary>
    public required Dictionary<string, List<string>> Aanbod { get; init; }
}

internal sealed record GemeenteClientFile(string ClientId, string Naam, string Rol, List<string> Scopes);

/// <summary>Configuration is read strictly: an unknown or doubled word stops the start.</summary>
internal static class PolicyJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };
}
