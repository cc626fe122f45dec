using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>One grant: a role or partner type, a doel, fields, and the conditions that must all hold.</summary>
internal sealed record GrantFile
{
    /// <summary>Only in gegevens.json; in a partner's file the partner type is the role.</summary>
    public string? Rol { get; init; }

    public required string Doel { get; init; }

    /// <summary>Null: the doel's own; a partner's grant always says it.</summary>
    public string? Grondslag { get; init; }

    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    /// <summary>Article or text it rests on; says so where that is an assumption.</summary>
    public string? WettelijkeBasis { get; init; }

    public VoorwaardenFile? Voorwaarden { get; init; }

    /// <summary>Category to fields; "*" stands for all of them and is for the gemeente's roles only.</summary>
    public required Dictionary<string, List<string>> Velden { get; init; }

    /// <summary>"IDN.bsn" or "AAN" to a word of <see cref="Mits"/>.</summary>
    public Dictionary<string, string>? Mits { get; init; }

    /// <summary>What the partner is told when an assignment with this taak is given to it; null: nothing.</summary>
    public AanmeldingFile? Aanmelding { get; init; }

    /// <summary>ISO 8601: how long after its opdracht a partner may keep what it saw; null for the gemeente's roles.</summary>
    public string? BewaartermijnAfnemer { get; init; }
}

/// <summary>What must hold at the moment of reading.</summary>
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

/// <summary>What goes out in messages or files to one receiver; nobody reads a dossier with it.</summary>
internal sealed record UitgaandFile
{
    /// <summary>Only in gegevens.json: key of <see cref="GegevensFile.Ontvangers"/>; in a partner's file the partner is the receiver.</summary>
    public string? Ontvanger { get; init; }

    public required string Doel { get; init; }

    public required string Grondslag { get; init; }

    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    public required string WettelijkeBasis { get; init; }

    public required Dictionary<string, List<string>> Velden { get; init; }
}

/// <summary>Conditions on a part of a grant.</summary>
internal static class Mits
{
    /// <summary>A field: the instance has a keurmerk.</summary>
    public const string Keurmerk = "keurmerk";

    /// <summary>A category: of its list only what names the own instelling.</summary>
    public const string EigenInstelling = "eigen-instelling";

    /// <summary>A category: only what this partner delivered itself.</summary>
    public const string EigenLevering = "eigen-levering";

    /// <summary>A category: only with the number of a case; no question carries one yet, so nothing.</summary>
    public const string Zaaknummer = "zaaknummer";
}
