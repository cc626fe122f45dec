using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>The ways of one bank, from config: banks differ, and what a source does not say can be put right there (payments 10).</summary>
public sealed record Bankprofiel
{
    /// <summary>What a default file holds at most (payments 10).</summary>
    public const int StandaardOpdrachten = 5_000;

    /// <summary>Bytes of a default file at most: 3 MB (payments 10).</summary>
    public const int StandaardBytes = 3_000_000;

    /// <summary>By which a gemeente names it: "bng".</summary>
    public required string Sleutel { get; init; }

    /// <summary>As people call the bank.</summary>
    public required string Naam { get; init; }

    public required Painversie Versie { get; init; }

    /// <summary>BtchBookg: true asks the bank for one entry per batch; booking is easier with separate ones (payments 2.16).</summary>
    public required bool Verzamelboeking { get; init; }

    /// <summary>Orders in one file at most.</summary>
    public int MeesteOpdrachten { get; init; } = StandaardOpdrachten;

    /// <summary>Bytes of one file at most.</summary>
    public int MeesteBytes { get; init; } = StandaardBytes;

    /// <summary>Dutch time until which a file is still processed that day; null: not known.</summary>
    public TimeOnly? Sluitingstijd { get; init; }

    /// <summary>From so many orders on a batch has to be confirmed a bank day earlier; null: not known.</summary>
    public int? EerderVanaf { get; init; }

    public required Statusmeldingen Statusmeldingen { get; init; }

    public required Naamcontrolekeuze Naamcontrole { get; init; }

    /// <summary>What of the above a source says, by name ("versie"); all else is assumed and must be confirmed with the bank.</summary>
    public required IReadOnlyList<string> Bevestigd { get; init; }
}

/// <summary>Version of the message customer credit transfer initiation.</summary>
public enum Painversie
{
    [JsonStringEnumMemberName("pain.001.001.09")]
    V09,

    /// <summary>Older; a bank may still ask for it.</summary>
    [JsonStringEnumMemberName("pain.001.001.03")]
    V03,
}

/// <summary>Of what a bank sends status messages (pain.002). That none came proves nothing (payments 1.5).</summary>
public enum Statusmeldingen
{
    [JsonStringEnumMemberName("onbekend")]
    Onbekend,

    [JsonStringEnumMemberName("alleen-weigeringen")]
    AlleenWeigeringen,

    [JsonStringEnumMemberName("ook-acceptatie")]
    OokAcceptatie,
}

/// <summary>Whether the bank checks names of payees in a file (Verification of Payee).</summary>
public enum Naamcontrolekeuze
{
    [JsonStringEnumMemberName("onbekend")]
    Onbekend,

    /// <summary>Only when the gemeente asks; not by itself for files over a channel.</summary>
    [JsonStringEnumMemberName("op-verzoek")]
    OpVerzoek,
}
