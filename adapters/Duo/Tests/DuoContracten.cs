using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>DUO's published files, all of them; a test that asks for them is skipped where they are absent.</summary>
internal static class DuoContracten
{
    private static readonly Lazy<IReadOnlyDictionary<string, OpenApiContract>> Files = new(() =>
        SharedContracts.Names("duo", ".openapi.yml").ToDictionary(file => file, file => SharedContracts.OpenApi("duo", file)));

    /// <summary>File name to contract.</summary>
    public static IReadOnlyDictionary<string, OpenApiContract> All
    {
        get
        {
            SharedContracts.SkipUnlessPresent("duo");
            return Files.Value;
        }
    }

    /// <summary>The operation that a request belongs to.</summary>
    public static (OpenApiContract Contract, OpenApiOperation Operation) Of(StubHandler asked) => All.Values
        .SelectMany(contract => contract.Operations.Where(operation => operation.Method == asked.Method && operation.Path == $"/{asked.Route}").Select(operation => (contract, operation)))
        .Single();
}
