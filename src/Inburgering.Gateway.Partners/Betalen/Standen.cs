using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>Where one order stands; the words are those of code, database and API. Source: payments 5.</summary>
public enum Opdrachtstand
{
    [JsonStringEnumMemberName("gepland")]
    Gepland,

    /// <summary>By a second person.</summary>
    [JsonStringEnumMemberName("vrijgegeven")]
    Vrijgegeven,

    /// <summary>In a sealed batch whose hand-over has begun; from here on it may have been paid.</summary>
    [JsonStringEnumMemberName("aangeboden")]
    Aangeboden,

    [JsonStringEnumMemberName("geaccepteerd")]
    Geaccepteerd,

    /// <summary>Final.</summary>
    [JsonStringEnumMemberName("afgewezen")]
    Afgewezen,

    /// <summary>Booked on a statement; final unless it comes back.</summary>
    [JsonStringEnumMemberName("uitgevoerd")]
    Uitgevoerd,

    /// <summary>Final.</summary>
    [JsonStringEnumMemberName("teruggeboekt")]
    Teruggeboekt,

    /// <summary>Final.</summary>
    [JsonStringEnumMemberName("geannuleerd")]
    Geannuleerd,

    /// <summary>A person paid it without the gateway, so the gateway does not (payments 6.7).</summary>
    [JsonStringEnumMemberName("buiten_gateway")]
    BuitenGateway,
}

/// <summary>Where one batch stands. Source: payments 5.</summary>
public enum Batchstand
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("verzegeld")]
    Verzegeld,

    [JsonStringEnumMemberName("wordt_aangeboden")]
    WordtAangeboden,

    [JsonStringEnumMemberName("aangeboden")]
    Aangeboden,

    /// <summary>Whether the bank has it is not known: taken for paid until proven otherwise.</summary>
    [JsonStringEnumMemberName("onbekend")]
    Onbekend,

    [JsonStringEnumMemberName("bevestigd")]
    Bevestigd,

    [JsonStringEnumMemberName("gesloten")]
    Gesloten,

    [JsonStringEnumMemberName("ingetrokken")]
    Ingetrokken,

    [JsonStringEnumMemberName("geweigerd")]
    Geweigerd,
}
