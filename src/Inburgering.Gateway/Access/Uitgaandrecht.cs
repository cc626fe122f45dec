using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>What may go to a partner by itself: decided here, from config and from the facts as they stand when it leaves (security 7).</summary>
public sealed class Uitgaandrecht
{
    private readonly IReadOnlyDictionary<string, HashSet<string>> velden;

    private Uitgaandrecht(string doel, string grondslag, string activiteit, string beleid, IReadOnlyDictionary<string, HashSet<string>> velden)
    {
        Doel = doel;
        Grondslag = grondslag;
        Activiteit = activiteit;
        Beleid = beleid;
        this.velden = velden;
    }

    public string Doel { get; }

    public string Grondslag { get; }

    /// <summary>"VA-03-duo/1".</summary>
    public string Activiteit { get; }

    /// <summary>Hash of the policy.</summary>
    public string Beleid { get; }

    /// <summary>Null: nothing goes to this partner by itself.</summary>
    public static Uitgaandrecht? Van(Beleid beleid, string partner) =>
        beleid.Partners.GetValueOrDefault(partner)?.Uitgaand is [{ } uitgaand, ..]
            ? new Uitgaandrecht(
                uitgaand.Doel, uitgaand.Grondslag, beleid.Activiteit(uitgaand.Doel), beleid.Hash,
                uitgaand.Velden.ToDictionary(v => v.Key, v => v.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal))
            : null;

    /// <summary>Why these fields may not leave now; null when they may.</summary>
    /// <param name="gegevens">"PIP.leerroute".</param>
    /// <param name="beperkt">Categories under restriction (AVG 18).</param>
    /// <param name="bezwaren">Doelen the person objects to (AVG 21).</param>
    public Hindernis? Hindert(IReadOnlyList<string> gegevens, IReadOnlyCollection<string> beperkt, IReadOnlyCollection<string> bezwaren)
    {
        var delen = gegevens.Select(g => g.Split('.', 2)).ToArray();
        if (!delen.All(d => velden.TryGetValue(d[0], out var mag) && mag.Contains(d[1])))
        {
            return Hindernis.NietToegestaan;
        }

        if (bezwaren.Contains(Doel))
        {
            return Hindernis.Bezwaar;
        }

        return delen.Any(d => beperkt.Contains(d[0])) ? Hindernis.Beperking : null;
    }
}

/// <summary>What keeps a melding from leaving.</summary>
public enum Hindernis
{
    /// <summary>The policy does not let one of its fields go to this partner.</summary>
    NietToegestaan,

    /// <summary>The person objects.</summary>
    Bezwaar,

    /// <summary>A category is held back.</summary>
    Beperking,
}
