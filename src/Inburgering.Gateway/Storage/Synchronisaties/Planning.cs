using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>When a synchronisatie is due: the gemeente's schedule or that of config, outside the partner's maintenance.</summary>
internal sealed record Planning(Rooster Rooster, Rooster Standaard, IReadOnlyList<Venster> Onderhoud, string Naam)
{
    /// <summary>More slots than this that no machine saw are not told one by one.</summary>
    private const int Hoogstens = 500;

    /// <summary>Null: config has it no longer.</summary>
    public static Planning? Van(Beleid beleid, Synchronisatie synchronisatie) =>
        beleid.Partners.TryGetValue(synchronisatie.Partner, out var partner)
            && partner.Synchronisaties?.SingleOrDefault(s => s.Soort == synchronisatie.Soort) is { } file
            ? new Planning(synchronisatie.EigenRooster ?? file.Rooster, file.Rooster, partner.Verbinding?.Onderhoud ?? [], file.Naam)
            : null;

    /// <summary>The slots after an instant.</summary>
    public IEnumerable<DateTimeOffset> Momenten(DateTimeOffset na) => Rooster.Momenten(na, Onderhoud);

    /// <summary>The first slot after an instant and after the pause; null: there is none.</summary>
    public DateTimeOffset? Na(Pauze? pauze, DateTimeOffset nu) =>
        Momenten(pauze is { Tot: var tot } && tot > nu ? tot : nu).Select(m => (DateTimeOffset?)m).FirstOrDefault();

    /// <summary>The slots from one until now, the newest last; at least one.</summary>
    public IReadOnlyList<DateTimeOffset> Tot(DateTimeOffset eerste, DateTimeOffset nu) =>
        [.. Momenten(eerste).TakeWhile(m => m <= nu).Prepend(eerste).TakeLast(Hoogstens)];

    /// <summary>Whether the slot that is next is that of the schedule as it is now: what is due is one of its slots, what is to come is its first.</summary>
    /// <param name="nu">System clock.</param>
    public bool Klopt(Synchronisatie stand, DateTimeOffset nu) => stand.VolgendeOp is { } moment && moment <= nu
        ? Momenten(moment.AddTicks(-1)).FirstOrDefault() == moment
        : stand.VolgendeOp == Na(stand.Pauze, nu);
}
