namespace Inburgering.Gateway.Browser;

/// <summary>Houses that several classes share, because house, browser and logins cost more than most tests: their employees and the demo's persons are the same.</summary>
internal static class Portaalhuizen
{
    /// <summary>What explains, searches the log and tells of meldingen.</summary>
    public const string Uitleg = "portaal: uitleg en log";

    /// <summary>What fails on purpose, where each test mends what it broke; and what writes many lines, which nobody here counts.</summary>
    public const string Storing = "portaal: storing";
}

[CollectionDefinition(Portaalhuizen.Uitleg)]
public sealed class Uitleghuis : ICollectionFixture<PortalHouse>;

[CollectionDefinition(Portaalhuizen.Storing)]
public sealed class Storinghuis : ICollectionFixture<PortalHouse>;
