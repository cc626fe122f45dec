using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Access;

/// <summary>What one gemeente hands to the next when a person moves: decided here, from the policy, like every other provision.</summary>
/// <remarks>Source: domain (c), tenant rule. Talks, health, finances and enforcement stay where they are (safe default).</remarks>
public sealed class Overdracht
{
    private readonly Dictionary<string, IReadOnlySet<string>> velden;

    private Overdracht(Beleid beleid, string van, string naar)
    {
        Van = van;
        Naar = naar;
        Afzender = beleid.Gemeenten[van].Oin;
        Ontvanger = beleid.Gemeenten[naar].Oin;
        velden = beleid.Gegevens.Verhuizing.ToDictionary(
            v => v.Key, v => (IReadOnlySet<string>)(v.Value is ["*"] ? beleid.Gegevens.Categorieen[v.Key].Velden : v.Value).ToHashSet(StringComparer.Ordinal));
    }

    public string Van { get; }

    public string Naar { get; }

    /// <summary>OIN.</summary>
    public string Afzender { get; }

    /// <summary>OIN.</summary>
    public string Ontvanger { get; }

    /// <summary>Nothing beyond these is loaded.</summary>
    public IReadOnlyCollection<string> Categorieen => velden.Keys;

    /// <summary>Null when nothing travels: one of the two is not on this gateway, or they are the same.</summary>
    public static Overdracht? Tussen(Beleid beleid, string? van, string naar) =>
        van is not null && van != naar && beleid.Gemeenten.ContainsKey(van) && beleid.Gemeenten.ContainsKey(naar) ? new Overdracht(beleid, van, naar) : null;

    /// <summary>The fields of a section that travel; null when none does.</summary>
    public JsonObject? Projecteer(string categorie, JsonObject sectie)
    {
        var mee = new JsonObject();
        foreach (var (veld, waarde) in sectie)
        {
            if (waarde is not null && velden[categorie].Contains(veld))
            {
                mee[veld] = waarde.DeepClone();
            }
        }

        return mee.Count == 0 ? null : mee;
    }
}
