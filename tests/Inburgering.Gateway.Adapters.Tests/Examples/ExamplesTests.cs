using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Tests.Examples;

public sealed class ExamplesTests
{
    public static TheoryData<string> Names => [.. Example.Names.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_Example_GivesItsCanonicalRecord(string name)
    {
        var example = new Example(name);

        var received = await example.ReceiveAsync(TestContext.Current.CancellationToken);

        if (!JsonNode.DeepEquals(example.Canonical, JsonNode.Parse(CanonicalJson.Print(received))))
        {
            await File.WriteAllTextAsync(example.ReceivedPath, CanonicalJson.Print(received), TestContext.Current.CancellationToken);
            Assert.Fail($"{name}: see received.json beside canonical.json.");
        }
    }

    [Fact]
    public void Examples_EachPortThatReads_HasTwo()
    {
        var examples = Example.Names.Select(name => (Partner: name.Split('/')[0], new Example(name).TypeName)).ToList();

        foreach (var (partner, record) in Example.Reading)
        {
            Assert.True(examples.Count(example => example == (partner, record)) >= 2, $"{partner} needs two examples of {record}.");
        }
    }
}
