using Inburgering.Gateway.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LangsteEerst))]

namespace Inburgering.Gateway.Tests;

/// <summary>What takes longest begins first: two go side by side, and a long one at the end would leave half of the machine idle.</summary>
public sealed class LangsteEerst : ITestCollectionOrderer
{
    // by seconds, as measured in ./test
    private static readonly string[] Lang = ["huis waar partners leveren", "huis dat uitvalt", "huis dat afstemt", "huis dat afkeurt", "RoosterKnopenTests", "huis waarin personen worden aangemeld", "VloedTests", "MeldingTests", "RunCommandTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Lang, naam => c.TestCollectionDisplayName.Contains(naam, StringComparison.Ordinal)) is >= 0 and var plaats ? plaats : Lang.Length)];
}
