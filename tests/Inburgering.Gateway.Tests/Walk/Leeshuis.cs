using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>One house for the classes that change nothing of a person: they look, ask and are refused. Starting a house costs more than their tests.</summary>
[CollectionDefinition(Collection)]
public sealed class Leeshuis : ICollectionFixture<RunningHouse>
{
    public const string Collection = "huis waarin alleen wordt gelezen";
}
