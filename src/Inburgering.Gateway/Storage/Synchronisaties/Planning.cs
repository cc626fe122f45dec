using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Access.Roosters;

namespace Inburgering.Gateway.Storage.Synchronisaties;

/// <summary>When a synchronisatie is due: the gemeente's schedule or that of config, outside the partner's maintenance.</summary>
/// <param name="Levert">Who delivers; null: the hub asks.</param>
internal sealed record Planning(Rooster Rooster, Rooster Standaard, IReadOnlyList<Venster> Onderhoud, string Naam, Leverancier? Levert = null)
{
    /// <summary>More slots than this that no machine saw are not told one by one.</summary>
    private const int Hoogstens = 500;

    /// <summary>Null: config has it no longer, or whoever delivers no longer does so for this gemeente.</summary>
    public static Planning? Van(Beleid beleid, Synchronisatie synchronisatie)
    {
        if (!beleid.Partners.TryGetValue(synchronisatie.Partner, out var partner)
            || partner.Synchronisaties?.SingleOrDefault(s => s.Soort == synchronisatie.Soort && s.Instantie == synchronisatie.Instantie) is not { } file)
        {
            return null;
        }

        var plan = new Planning(synchronisatie.EigenRooster ?? file.Rooster, file.Rooster, partner.Verbinding?.Onderhoud ?? [], file.Naam);
        if (synchronisatie.Instantie is not { } instantie)
        {
            return plan;
        }

        // its maintenance is about our questions: it has no say in when its own delivery is expected
        return Leverancier.Van(partner, instantie, synchronisatie.Gemeentecode) is { } wie ? plan with { Levert = wie, Onderhoud = [] } : null;
    }

    /// <summary>What config lets this gemeente do by itself, and whose deliveries it may expect.</summary>
    public static IReadOnlyList<(string Partner, string Soort, string? Instantie)> Alle(Beleid beleid, string gemeentecode) =>
    [
        .. from partner in beleid.Partners.Values
           from file in partner.Synchronisaties ?? []
           where file.Instantie is null || Leverancier.Van(partner, file.Instantie, gemeentecode) is not null
           select (partner.Partnertype, file.Soort, file.Instantie),
    ];

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

/// <summary>Who delivers by itself: the instance as people know it, and its client for one gemeente.</summary>
internal sealed record Leverancier(string Naam, string ClientId)
{
    /// <summary>Null: config has no such instance, or it does not deliver for this gemeente.</summary>
    public static Leverancier? Van(PartnerFile partner, string instantie, string gemeentecode) =>
        partner.Instanties.Find(i => i.Sleutel == instantie) is { } wie && wie.ClientVan(gemeentecode) is { } client ? new Leverancier(wie.Naam, client) : null;
}
