using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>DUO's published files, whole: every operation is there, every request fits, and a change says where it is.</summary>
public sealed class DuoDekkingTests
{
    private const string Fingerprints = "operaties.txt";

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static readonly string Map = Path.Combine(SharedContracts.RepositoryRoot, "adapters", "Duo", "Tests");

    public static TheoryData<string> Meldingen => [.. DuoMeldingen.Sinks.Keys.Select(melding => melding.Name)];

    [Fact]
    public async Task Operations_OfEveryFile_HaveASourceASinkOrTheReader()
    {
        var published = DuoContracten.All.SelectMany(file => file.Value.Operations.Select(operation => (Api: file.Key, operation.Id))).ToList();
        var covered = new HashSet<string> { "opvoerenNotificatie" };
        covered.UnionWith(await Task.WhenAll(DuoSources.Records.Select(async record => (await DuoSources.OperationOfAsync(record.Name)).Operation.Id)));
        covered.UnionWith(await Task.WhenAll(DuoMeldingen.All.Select(async melding => DuoContracten.Of(await DuoMeldingen.SentAsync(melding)).Operation.Id)));

        Assert.Empty(published.Where(operation => !covered.Contains(operation.Id)).Select(operation => $"{operation.Api}: {operation.Id} is missing"));
        Assert.Equal(published.Count, covered.Count);
        Assert.Equal(typeof(DuoNotificatieReader), PortRecorder.Of(new DuoPartner()).Reader);
    }

    [Theory]
    [MemberData(nameof(Meldingen))]
    public void Send_AnyMelding_FitsItsOperation(string name)
    {
        var type = DuoMeldingen.Sinks.Keys.Single(melding => melding.Name == name);
        SharedContracts.SkipUnlessPresent("duo");

        Prop.ForAll(Seeds, seed =>
        {
            var sending = DuoMeldingen.SentAsync(new DuoMeldingSamples(seed).Draw(type));
            Assert.True(sending.IsCompletedSuccessfully, "The stub answers at once.");
            Check(sending.GetAwaiter().GetResult());
        }).Check(Runs);
    }

    [Fact]
    public void Operations_WhoseTextChanged_AreNamed()
    {
        var now = DuoContracten.All.SelectMany(file => file.Value.Operations.Select(operation => $"{file.Key} {operation.Id} {operation.Fingerprint}"))
            .Order(StringComparer.Ordinal).ToList();
        var known = File.ReadAllLines(Path.Combine(Map, Fingerprints));
        if (now.SequenceEqual(known))
        {
            return;
        }

        File.WriteAllLines(Path.Combine(Map, $"received.{Fingerprints}"), now);
        Assert.Fail($"DUO changed, read what is new and rename received.{Fingerprints} to {Fingerprints}: {string.Join(", ", Names(now.Except(known)).Union(Names(known.Except(now))))}");
    }

    private static IEnumerable<string> Names(IEnumerable<string> lines) => lines.Select(line => line[..line.LastIndexOf(' ')]);

    private static void Check(StubHandler sent)
    {
        var (contract, operation) = DuoContracten.Of(sent);
        Assert.Equal(operation.RequestSchema is null, sent.Body is null);
        if (operation.RequestSchema is { } schema)
        {
            Assert.Empty(contract.Validate(JsonNode.Parse(sent.Body!), schema, closed: true));
        }

        var places = operation.Path.Split('/').Zip(sent.Path!["/duo/v1".Length..].Split('/')).Where(pair => pair.First.StartsWith('{')).ToDictionary(
            pair => pair.First.Trim('{', '}'), pair => Uri.UnescapeDataString(pair.Second));
        Assert.Equal(operation.Path.Split('/').Length, sent.Path["/duo/v1".Length..].Split('/').Length);
        foreach (var parameter in operation.Parameters)
        {
            var text = parameter.In == "path" ? places[parameter.Name] : sent.Headers[parameter.Name];
            var value = parameter.Schema["type"]!.ToString() == "integer" ? JsonValue.Create(long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) : JsonValue.Create(text);
            Assert.Empty(contract.Validate(value, parameter.Schema));
        }
    }
}
