namespace Inburgering.Gateway.Access.Policy;

/// <summary>Whom the gateway calls: a partner, or each instance of one that is told of persons. Each has its own address, places, breaker and standstill.</summary>
internal sealed record Bestemming
{
    /// <summary>Partner key or the instance's; what the outbox names it by.</summary>
    public required string Sleutel { get; init; }

    public required string Partnertype { get; init; }

    public required string Naam { get; init; }

    public required string Oin { get; init; }

    /// <summary>Ends in a slash; {sandboxPort} is still to be filled in.</summary>
    public required string BasisUrl { get; init; }

    public required VerbindingFile Verbinding { get; init; }

    private IReadOnlyCollection<string> Gemeenten { get; init; } = [];

    /// <summary>Whether it works for this gemeente.</summary>
    public bool Werkt(string gemeentecode) => Gemeenten.Contains(gemeentecode) || Gemeenten.Contains("*");

    /// <summary>All that a partner's file makes callable; none without «verbinding».</summary>
    public static IEnumerable<Bestemming> Van(PartnerFile partner)
    {
        if (partner.Verbinding is not { } verbinding)
        {
            return [];
        }

        return partner.Grants.Any(g => g.Aanmelding is not null)
            ? partner.Instanties.Select(i => Of(partner, verbinding, i.Sleutel, i.Naam, i))
            : [Of(partner, verbinding, partner.Partnertype, partner.Naam, partner.Instanties[0])];
    }

    private static Bestemming Of(PartnerFile partner, VerbindingFile verbinding, string sleutel, string naam, InstantieFile instantie) => new()
    {
        Sleutel = sleutel,
        Partnertype = partner.Partnertype,
        Naam = naam,
        Oin = instantie.Oin,
        BasisUrl = instantie.BasisUrl ?? verbinding.BasisUrl,
        Verbinding = verbinding,
        Gemeenten = instantie.Clients.Keys,
    };
}
