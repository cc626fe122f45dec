using System.Text.Json.Serialization;

namespace Inburgering.Gateway.Partners.Betalen;

/// <summary>Money in whole eurocents. Text with a point is for the edge of a file alone; never a double (payments 1.3).</summary>
/// <param name="Centen">Negative: off the account.</param>
public readonly record struct Bedrag(long Centen)
{
    /// <summary>The least that one order may pay (payments 2.7).</summary>
    public static readonly Bedrag Minste = new(1);

    /// <summary>The most that one order may pay (payments 2.7; the upper limit is not confirmed by a source).</summary>
    public static readonly Bedrag Meeste = new(99_999_999_999);

    /// <summary>Whether one order may pay this.</summary>
    [JsonIgnore]
    public bool IsBetaalbaar => Centen >= Minste.Centen && Centen <= Meeste.Centen;

    /// <exception cref="OverflowException">More than a long holds.</exception>
    public static Bedrag operator +(Bedrag links, Bedrag rechts) => new(checked(links.Centen + rechts.Centen));

    /// <exception cref="OverflowException">More than a long holds.</exception>
    public static Bedrag operator -(Bedrag links, Bedrag rechts) => new(checked(links.Centen - rechts.Centen));

    /// <summary>Of none: zero.</summary>
    /// <exception cref="OverflowException">More than a long holds.</exception>
    public static Bedrag Som(IEnumerable<Bedrag> bedragen) => bedragen.Aggregate(default(Bedrag), (som, bedrag) => som + bedrag);
}
