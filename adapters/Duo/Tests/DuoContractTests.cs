using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Inburgering.Gateway.Adapters.Tests.Examples;
using Inburgering.Gateway.Adapters.Tests.Servers;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The adapter against DUO's published files: what it asks exists, and it reads exactly what the schemas allow.</summary>
public sealed class DuoContractTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    public static TheoryData<string> Records => [.. DuoSources.Records.Select(record => record.Name)];

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Ask_EachRecord_IsAnOperationOfTheContract(string record)
    {
        var stub = await DuoSources.AskedAsync(record);
        var (contract, operation) = DuoContracten.Of(stub);

        Assert.Same(operation, contract.Find(stub.Method!, stub.Path!["/duo/v1".Length..]));
        var headers = operation.Parameters.Where(parameter => parameter.In == "header").ToList();
        Assert.Equal(3, headers.Count);
        Assert.All(headers, header => Assert.Empty(contract.Validate(JsonValue.Create(stub.Headers[header.Name]), header.Schema)));
        Assert.DoesNotContain(operation.Parameters, parameter => parameter.In == "query");
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Read_ValidAnswer_IsAlwaysAnAnswer(string record)
    {
        var (contract, schema) = await SchemaAsync(record);

        Prop.ForAll(Seeds, seed =>
        {
            var answer = new SchemaSamples(contract, seed).Draw(schema);
            Assert.Empty(contract.Validate(answer, schema, closed: true));
            Assert.Equal("Answer", Ask(record, answer));
        }).Check(Runs);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Read_ChangedAnswer_FindsTheFaultsThatTheSchemaFinds(string record)
    {
        var (contract, schema) = await SchemaAsync(record);

        Prop.ForAll(Seeds, seed =>
        {
            var answer = JsonMutation.Apply(new SchemaSamples(contract, seed).Draw(schema), seed);
            Assert.Equal(Expected(contract.Validate(answer, schema)), Sorted(Ask(record, answer)));
        }).Check(Runs);
    }

    [Fact]
    public void Read_ValidNotificatie_IsAlwaysAnAnswer()
    {
        var (contract, schema) = Notificatie();

        Prop.ForAll(Seeds, seed =>
            Assert.Equal("Answer", Read(new SchemaSamples(contract, seed).Draw(schema)))).Check(Runs);
    }

    [Fact]
    public void Read_ChangedNotificatie_FindsTheFaultsThatTheSchemaFinds()
    {
        var (contract, schema) = Notificatie();

        Prop.ForAll(Seeds, seed =>
        {
            var notificatie = JsonMutation.Apply(new SchemaSamples(contract, seed).Draw(schema), seed);
            Assert.Equal(Expected(contract.Validate(notificatie, schema)), Sorted(Read(notificatie)));
        }).Check(Runs);
    }

    [Fact]
    public async Task Examples_EachPartnerFile_FitsTheContractUnlessItIsAnExampleOfAFault()
    {
        foreach (var example in Example.Names.Where(name => name.StartsWith("Duo/", StringComparison.Ordinal)).Select(name => new Example(name)))
        {
            var (contract, schema) = example switch
            {
                { TypeName: nameof(Gebeurtenis) } => Notificatie(),
                { Melding: { } melding } => await RequestSchemaAsync(melding),
                _ => await SchemaAsync(example.TypeName),
            };
            var faults = contract.Validate(JsonNode.Parse(example.Body.Span), schema);
            Assert.Equal(example.Canonical["$reply"] is not null, faults.Count > 0);
        }
    }

    private static async Task<(OpenApiContract Contract, JsonObject Schema)> SchemaAsync(string record)
    {
        var (contract, operation) = await DuoSources.OperationOfAsync(record);
        return (contract, operation.ResponseSchema(200)!);
    }

    private static async Task<(OpenApiContract Contract, JsonObject Schema)> RequestSchemaAsync(Melding melding)
    {
        var (contract, operation) = DuoContracten.Of(await DuoMeldingen.SentAsync(melding));
        return (contract, operation.RequestSchema!);
    }

    private static (OpenApiContract Contract, JsonObject Schema) Notificatie()
    {
        var contract = SharedContracts.OpenApi("duo", "notificatie.openapi.yml");
        return (contract, contract.Find("POST", "/notificaties")!.RequestSchema!);
    }

    private static string Ask(string record, JsonNode? answer)
    {
        var asked = DuoSources.AskAsync(record, StubHandler.Json(Bytes(answer)).Client, Vraag.Over("999990019"), CancellationToken.None);
        Assert.True(asked.IsCompletedSuccessfully, "The stub answers at once.");
        return asked.GetAwaiter().GetResult();
    }

    private static string Read(JsonNode? notificatie) => ReplyText.Of(new DuoNotificatieReader().Read(Bytes(notificatie)));

    private static byte[] Bytes(JsonNode? json) => Encoding.UTF8.GetBytes(json?.ToJsonString() ?? "null");

    private static string Expected(IReadOnlyList<string> faults) =>
        faults.Count == 0 ? "Answer" : Sorted($"Unreadable({string.Join(' ', faults.Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]).Distinct())})");

    /// <remarks>The order of faults is ours: the schema sorts its members otherwise.</remarks>
    private static string Sorted(string reply) => reply.StartsWith("Unreadable(", StringComparison.Ordinal)
        ? $"Unreadable({string.Join(' ', reply["Unreadable(".Length..^1].Split(' ').Order(StringComparer.Ordinal))})"
        : reply;
}
