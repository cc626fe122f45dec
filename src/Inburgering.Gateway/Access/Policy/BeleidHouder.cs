namespace Inburgering.Gateway.Access.Policy;

/// <summary>The policy this process decides with. A request or job takes it once, at its start, and keeps it to its end.</summary>
public sealed class BeleidHouder(Beleid beleid)
{
    private volatile Stand stand = new(beleid, null, null);

    /// <summary>The policy in force here.</summary>
    public Beleid Beleid => stand.Beleid;

    /// <summary>In Dutch: why config/ is not what is in force; null when it is.</summary>
    public string? Melding => stand.Fout ?? stand.Anders;

    /// <summary>True: config/ was changed and does not hold together.</summary>
    public bool Ongeldig => stand.Fout is not null;

    /// <summary>Another version is in force from now on.</summary>
    /// <param name="anders">In Dutch: why it is not that of config/; null when it is.</param>
    internal void Zet(Beleid nieuw, string? anders) => stand = new Stand(nieuw, stand.Fout, anders);

    /// <summary>config/ holds together again, or does not; what is in force stays.</summary>
    /// <param name="fout">In Dutch; null: it does.</param>
    internal void Meld(string? fout) => stand = stand with { Fout = fout };

    private sealed record Stand(Beleid Beleid, string? Fout, string? Anders);
}
