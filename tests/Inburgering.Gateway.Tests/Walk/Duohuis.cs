using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>One house for what DUO's news does to Hasan: every test begins with DUO as it was, and looks at its own delivery.</summary>
[CollectionDefinition(Collection)]
public sealed class Duohuis : ICollectionFixture<RunningHouse>
{
    public const string Collection = "huis dat van DUO hoort";
}
