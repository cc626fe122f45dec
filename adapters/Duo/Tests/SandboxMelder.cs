using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>What the sandbox answered.</summary>
internal sealed record SandboxAntwoord(int Status, string Text, HttpResponseHeaders Headers)
{
    public JsonNode? Json => Text.Length == 0 ? null : JsonNode.Parse(Text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });

    /// <summary>The texts of a functional refusal; empty for a 403 without a body.</summary>
    public IReadOnlyList<string> Foutteksten => Status == 403 && Json is JsonArray texts ? [.. texts.Select(text => (string)text!["fouttekst"]!)] : [];
}

/// <summary>Calls the sandbox as one gemeente and holds every answer against the contract of its operation, where the contracts are beside us.</summary>
internal sealed class SandboxMelder(SandboxServer sandbox)
{
    private static readonly IReadOnlyList<OpenApiContract> Contracts = Load();

    public Task<SandboxAntwoord> GetAsync(string path, string gemeente = "1708") => SendAsync(HttpMethod.Get, path, null, gemeente);

    public Task<SandboxAntwoord> PostAsync(string path, object? body = null, string gemeente = "1708") => SendAsync(HttpMethod.Post, path, body, gemeente);

    public Task<SandboxAntwoord> PutAsync(string path, object body, string gemeente = "1708") => SendAsync(HttpMethod.Put, path, body, gemeente);

    public Task<SandboxAntwoord> DeleteAsync(string path, string gemeente = "1708") => SendAsync(HttpMethod.Delete, path, null, gemeente);

    /// <param name="body">Text is sent as it is, anything else as JSON; null: no body.</param>
    public async Task<SandboxAntwoord> SendAsync(HttpMethod method, string path, object? body, string gemeente)
    {
        var id = Guid.NewGuid().ToString();
        var json = body is null or string ? (string?)body : JsonSerializer.Serialize(body);
        using var response = await sandbox.SendAsync(method, path, json, SandboxServer.Oins[gemeente], SandboxServer.Duo, id);
        var answer = new SandboxAntwoord(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers);
        Assert.Equal(id, response.Headers.GetValues("berichtId").Single());
        AssertContract(method, path, answer);
        return answer;
    }

    /// <summary>Changes parts of what DUO knows of a person.</summary>
    public async Task KnowAsync(string bsn, string parts)
    {
        var body = JsonNode.Parse(parts)!.AsObject();
        body["bsn"] = bsn;
        using var response = await sandbox.SteerAsync("personen", body.ToJsonString());
        Assert.True(response.IsSuccessStatusCode, "DUO knows no such part.");
    }

    /// <summary>All that DUO knows of a person, also what no operation gives back.</summary>
    public async Task<JsonNode> KnownAsync(string bsn)
    {
        using var response = await sandbox.SteerAsync("personen/_zoek", new JsonObject { ["bsn"] = bsn }.ToJsonString());
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static void AssertContract(HttpMethod method, string path, SandboxAntwoord answer)
    {
        if (Contracts.Count == 0)
        {
            return;
        }

        var contract = Contracts.Single(one => one.Find(method.Method, path) is not null);
        var operation = contract.Find(method.Method, path)!;
        Assert.True(operation.HasStatus(answer.Status), $"{method} {operation.Path} may not answer {answer.Status}.");
        Assert.Equal(contract.Version, answer.Headers.GetValues("API-Version").Single());
        var schema = operation.ResponseSchema(answer.Status);
        if (answer.Text.Length > 0)
        {
            Assert.NotNull(schema);
            Assert.Empty(contract.Validate(answer.Json, schema, closed: true));
        }
        else
        {
            Assert.True(schema is null || answer.Status == 403, "This answer has a body.");
        }
    }

    private static IReadOnlyList<OpenApiContract> Load()
    {
        var folder = Path.Combine(SharedContracts.RepositoryRoot, "..", "shared", "contracts", "duo");
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.openapi.yml").Select(OpenApiContract.Load)] : [];
    }
}
