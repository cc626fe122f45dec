using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Tests.Examples;

public sealed class ExamplesTests
{
    public static TheoryData<string> Names => [.. Sorted(melding: false)];

    public static TheoryData<string> Meldingen => [.. Sorted(melding: true)];

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

    [Theory]
    [MemberData(nameof(Meldingen))]
    public async Task Send_Example_GivesWhatThePartnerGets(string name)
    {
        var example = new Example(name);

        var received = await example.SendAsync(example.Melding!, TestContext.Current.CancellationToken);

        if (!JsonNode.DeepEquals(JsonNode.Parse(example.Body.Span), received))
        {
            await File.WriteAllTextAsync(example.ReceivedPath, received.ToJsonString(), TestContext.Current.CancellationToken);
            Assert.Fail($"{name}: see received.json beside partner.json.");
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

    [Fact]
    public void Examples_EachTypeThatIsDelivered_HasOne()
    {
        var examples = Example.Names.Where(name => new Example(name).TypeName == nameof(Partnerbericht)).Select(name => (name.Split('/')[0], new Example(name).Berichttype)).ToHashSet();

        Assert.Empty(Example.Berichten.Except(examples));
    }

    private static IEnumerable<string> Sorted(bool melding) => Example.Names.Where(name => new Example(name).Melding is not null == melding).Order(StringComparer.Ordinal);
}
