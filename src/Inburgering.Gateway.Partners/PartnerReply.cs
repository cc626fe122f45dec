using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners;

/// <summary>What a partner's answer means to the hub. Closed: every reply is one of the five below.</summary>
public abstract record PartnerReply<T>
{
    private PartnerReply()
    {
    }

    /// <summary>The hub normalizes it.</summary>
    public sealed record Answer(T Value) : PartnerReply<T>;

    /// <summary>The partner does not know it: a fact, not an error.</summary>
    public sealed record Absent : PartnerReply<T>;

    /// <summary>Never retried, shown to a person.</summary>
    /// <param name="Redenen">In Dutch, every reason that the partner gave; it may name the person, so it is kept as her data and never logged.
    /// Empty: the partner lets us no longer at this person (DUO's 403 without a body).</param>
    public sealed record Refused(IReadOnlyList<string> Redenen) : PartnerReply<T>;

    /// <summary>Retried later.</summary>
    /// <param name="RetryAfter">The partner's own wish; null when it gave none.</param>
    public sealed record Unavailable(TimeSpan? RetryAfter) : PartnerReply<T>
    {
        /// <summary>Whether it was asked at all, and whose fault it is.</summary>
        public Onbereikt Waarom { get; init; }
    }

    /// <summary>Quarantine: the contract changed, or the body is junk.</summary>
    public sealed record Unreadable(IReadOnlyList<BerichtFout> Fouten) : PartnerReply<T>;
}

/// <summary>Why a call had no answer.</summary>
public enum Onbereikt
{
    /// <summary>It was made; nothing came back, or only that the partner cannot answer now.</summary>
    GeenAntwoord,

    /// <summary>It was not made: so many calls failed that the hub spares the partner.</summary>
    Dicht,

    /// <summary>It was not made: too many calls are under way.</summary>
    Druk,

    /// <summary>The partner does not know who we are: a fault of our certificate or OIN, so nothing of this gemeente arrives until it is mended.</summary>
    AfzenderOnbekend,
}

/// <summary>One fault in a partner's message.</summary>
/// <param name="Pointer">JSON Pointer of the place, "" for the whole body. Names only, never a value.</param>
/// <param name="Detail">In Dutch: what is wrong and what is expected. Never repeats the value.</param>
public sealed record BerichtFout(string Pointer, string Detail)
{
    /// <summary>The rule that it breaks, as a list of rules calls it ("BK-02"); null: the contract has no names for its rules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }
}
