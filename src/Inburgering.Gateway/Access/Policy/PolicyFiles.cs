using System.Text.Json;
using System.Text.Json.Serialization;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Access.Policy;

/// <summary>config/partners/*.json: one per adapter.</summary>
internal sealed record PartnerFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    public required string Partnertype { get; init; }

    public required string Naam { get; init; }

    public required List<string> Scopes { get; init; }

    public required List<GrantFile> Grants { get; init; }

    /// <summary>What goes to it in messages; null: nothing.</summary>
    public List<UitgaandFile>? Uitgaand { get; init; }

    /// <summary>What this partner may bring in; null: nothing.</summary>
    public LevertFile? Levert { get; init; }

    /// <summary>How we reach it; null: we never call.</summary>
    public VerbindingFile? Verbinding { get; init; }

    /// <summary>How what we hold is compared with what it holds; null: never.</summary>
    public AfstemmingFile? Afstemming { get; init; }

    /// <summary>What runs by itself and what the partner delivers, and, unless a gemeente chose otherwise, when; each soort once per instance. Null: nothing.</summary>
    public List<SynchronisatieFile>? Synchronisaties { get; init; }

    /// <summary>Activity to the version of the register in which this partner stands; the highest that any file names counts. Null: the version of gegevens.json says it already.</summary>
    public Dictionary<string, int>? Register { get; init; }

    /// <summary>Ways of banks in which payment files are made; null: it gets none.</summary>
    public List<BankprofielFile>? Bankprofielen { get; init; }

    public required List<InstantieFile> Instanties { get; init; }
}

/// <summary>What a partner may bring in.</summary>
/// <param name="Typen">Event types of POST /v1/berichten, without «nl.inburgering.»; null: it delivers none. A type that is not here does not come in.</param>
internal sealed record LevertFile(string Doel, string Grondslag, List<string> Categorieen, Dictionary<string, LevertypeFile>? Typen = null)
{
    /// <summary>What holds for one event type: its own words, or those of the whole. Null: this type may not come in.</summary>
    public LevertFile? Van(string type) => Typen?.GetValueOrDefault(type) is { } eigen
        ? new LevertFile(eigen.Doel ?? Doel, eigen.Grondslag ?? Grondslag, eigen.Categorieen ?? Categorieen)
        : null;
}

/// <summary>What differs for one event type; null: as the whole.</summary>
internal sealed record LevertypeFile(string? Doel = null, string? Grondslag = null, List<string>? Categorieen = null);

/// <summary>How the hub calls a partner.</summary>
internal sealed record VerbindingFile
{
    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    /// <summary>Ends in a slash; {sandboxPort} is filled in.</summary>
    public required string BasisUrl { get; init; }

    /// <summary>Our client certificate goes along, and the partner's must come from an authority that we trust.</summary>
    public bool Mtls { get; init; }

    public required int PogingTimeoutSeconden { get; init; }

    public required int TotaalTimeoutSeconden { get; init; }

    /// <summary>Tries within one call, the first included.</summary>
    public required int Pogingen { get; init; }

    /// <summary>Calls at the same time, per process.</summary>
    public required int Gelijktijdig { get; init; }

    /// <summary>How long a partner that fails too often is spared: nothing leaves, and then one call looks whether it is back.</summary>
    public int BrekerSeconden { get; init; } = 10;

    /// <summary>Largest answer; more is refused unread.</summary>
    public int AntwoordMaxBytes { get; init; } = 1024 * 1024;

    /// <summary>Waits before a message is tried again; after the last it waits for a person.</summary>
    public required List<int> HerhaalMinuten { get; init; }

    /// <summary>The partner's own maintenance, by the Dutch clock: nothing begins in it. Null: none known.</summary>
    public List<Venster>? Onderhoud { get; init; }

    /// <summary>How often it may be called, by all machines together; null: as often as there are places.</summary>
    public LimietFile? Limiet { get; init; }

    /// <summary><see cref="BrekerSeconden"/> as a time.</summary>
    internal TimeSpan Breker => TimeSpan.FromSeconds(BrekerSeconden);

    /// <summary>How long to wait after this attempt; null: it was the last, a person decides.</summary>
    /// <param name="poging">1 for the first.</param>
    /// <param name="wens">The partner's own wish; null when it gave none.</param>
    public TimeSpan? Wacht(int poging, TimeSpan? wens) => poging <= HerhaalMinuten.Count ? wens ?? TimeSpan.FromMinutes(HerhaalMinuten[poging - 1]) : null;

    /// <summary>More attempts than there are waits: the work itself broke every time.</summary>
    public bool IsOp(int pogingen) => pogingen > HerhaalMinuten.Count + 1;
}

/// <summary>How often a partner may be called, every try counted.</summary>
/// <param name="PerSeconde">Calls per second at most, over all machines.</param>
/// <param name="Per"><see cref="Partner"/> or <see cref="Gemeente"/>: for all gemeenten together, or for each.</param>
internal sealed record LimietFile(int PerSeconde, string Per)
{
    public const string Partner = "partner", Gemeente = "gemeente";
}

/// <summary>Reconciliation: every active person asked for and compared.</summary>
internal sealed record AfstemmingFile
{
    /// <summary>Of no use since there are schedules; null since. A policy on record from before stays readable, so that its decisions can be explained.</summary>
    public string? Tijd { get; init; }

    /// <summary>Questions per second at most, over all gemeenten and processes.</summary>
    public required int VragenPerSeconde { get; init; }

    /// <summary>Persons at the same time at most, per gemeente and over all processes.</summary>
    public required int Gelijktijdig { get; init; }
}

/// <summary>One exchange with a partner that comes back by itself: the hub asks, or an instance delivers.</summary>
/// <param name="Soort">"afstemming": the hub asks. <see cref="Levering"/>: the partner delivers.</param>
/// <param name="Naam">As people read it.</param>
/// <param name="Rooster">When it runs, or when a delivery is expected to be there, as long as a gemeente has not chosen otherwise.</param>
/// <param name="Instantie">Whose delivery; null: with the partner as a whole.</param>
internal sealed record SynchronisatieFile(string Soort, string Naam, Rooster Rooster, string? Instantie = null)
{
    public const string Levering = "levering";
}

internal sealed record InstantieFile
{
    public required string Sleutel { get; init; }

    public required string Naam { get; init; }

    public required string Oin { get; init; }

    /// <summary>DUO's ten characters; null for who is no school.</summary>
    public string? Instellingsnummer { get; init; }

    public bool Keurmerk { get; init; }

    /// <summary>"geen", "toegestaan" or "verplicht": whether its system names the user who asks, and then reaches no further than her caseload. See <see cref="Gebruikersregel"/>.</summary>
    public string Gebruikers { get; init; } = "geen";

    /// <summary>Where this instance is reached, ending in a slash; null: at the address of «verbinding».</summary>
    public string? BasisUrl { get; init; }

    /// <summary>Recognised taalschakelinstelling.</summary>
    public bool Taalschakel { get; init; }

    /// <summary>Address of its application, as the log names the other party (LDV foreign_operation.processor); null: unknown.</summary>
    public string? Toepassing { get; init; }

    /// <summary>Where its own log is read (LDV externalReadAPI_id), or a page that says whom to ask; null: unknown.</summary>
    public string? Logboek { get; init; }

    /// <summary>Gemeentecode to clientId; "*" delivers for all gemeenten and reads for none.</summary>
    public required Dictionary<string, string> Clients { get; init; }

    /// <summary>The client that delivers for this gemeente; null: none.</summary>
    public string? ClientVan(string gemeentecode) => Clients.GetValueOrDefault(gemeentecode) ?? Clients.GetValueOrDefault("*");
}

/// <summary>config/gemeenten/*.json.</summary>
internal sealed record GemeenteFile
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    public required string Gemeentecode { get; init; }

    public required string Naam { get; init; }

    public required string Oin { get; init; }

    public required List<GemeenteClientFile> Clients { get; init; }

    /// <summary>Doelgroep to taken that may be assigned.</summary>
    public required Dictionary<string, List<string>> Aanbod { get; init; }

    /// <summary>"GSP" or "PVT.documentReferentie" to the ISO 8601 duration that takes the place of the policy's own; null: none.</summary>
    public Dictionary<string, string>? Bewaartermijnen { get; init; }

    /// <summary>Null: this gemeente pays nobody's fixed costs through the gateway.</summary>
    public OntzorgenFile? Ontzorgen { get; init; }

    /// <summary>Null: nothing is paid through the gateway.</summary>
    public BetaalrekeningFile? Betaalrekening { get; init; }

    /// <summary>Address that is told when the status of an exchange changes, in production https; null: nobody is told.</summary>
    public string? Meldpunt { get; init; }
}

/// <summary>Financieel ontzorgen by one gemeente.</summary>
/// <param name="Doelgroepen">For whom; another is refused with reason doelgroep.</param>
/// <param name="OndergrensCenten">Less leefgeld than this, in eurocents, needs a decision of its own.</param>
internal sealed record OntzorgenFile(List<string> Doelgroepen, long OndergrensCenten);

/// <param name="Toepassing">Address of this system, as the log names it; null: unknown.</param>
internal sealed record GemeenteClientFile(string ClientId, string Naam, string Rol, List<string> Scopes, string? Toepassing = null);

/// <summary>Configuration is read strictly: an unknown or doubled word stops the start.</summary>
internal static class PolicyJson
{
    public static JsonDocumentOptions Document { get; } = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

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
