using System.Text.Json;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Identity;

namespace Inburgering.Gateway.Tests.Door;

[Trait("Standaard", "ADR")]
[Trait("Regel", "/core/doc-openapi")]
public sealed class OpenApiTests(ContractHost host) : IClassFixture<ContractHost>
{
    private static readonly string[] Verbs = ["get-", "maak-", "zoek-", "haal-", "geef-", "lees-", "stuur-"];

    private IEnumerable<(string Name, JsonElement Operation)> Operations =>
        from path in host.Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    [Fact]
    public void Document_Paths_AreExactlyTheEndpointsUnderV1() =>
        Assert.Equal(host.Routes.Order(StringComparer.Ordinal), Operations.Select(o => o.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Document_Info_HasVersionContactAndAnHttpsServer()
    {
        var info = host.Document.GetProperty("info");
        Assert.StartsWith("3.1", host.Document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(ApiVersie.Huidig, info.GetProperty("version").GetString());
        Assert.All(["name", "email", "url"], member => Assert.NotEmpty(info.GetProperty("contact").GetProperty(member).GetString()!));
        Assert.Matches("^https://.+/v1$", Assert.Single(host.Document.GetProperty("servers").EnumerateArray()).GetProperty("url").GetString());
    }

    [Fact]
    public void Operation_Each_IsDescribedAndSecured()
    {
        foreach (var (name, operation) in Operations)
        {
            Assert.All(["operationId", "summary", "description"], member => Assert.True(operation.TryGetProperty(member, out _), $"{name}: {member} ontbreekt"));
            Assert.Single(operation.GetProperty("tags").EnumerateArray());
            if (IsOpenbaar(operation))
            {
                Assert.Empty(operation.GetProperty("security").EnumerateArray());
                continue;
            }

            var scopes = Assert.Single(operation.GetProperty("security").EnumerateArray()).GetProperty("oauth2").EnumerateArray().Select(s => s.GetString()!).ToArray();
            Assert.All(scopes, scope => Assert.Contains(scope, Scopes.Alle.Keys));
            Assert.True(scopes.Length > 0 || name.Contains("/partner/", StringComparison.Ordinal), $"{name}: geen scope; alleen wat van de partner zelf is vraagt er geen");
        }
    }

    [Fact]
    [Trait("Regel", "/core/version-header")]
    public void Response_Each_NamesTheVersionHeader()
    {
        foreach (var (name, operation) in Operations)
        {
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
            {
                Assert.True(Follow(response.Value).GetProperty("headers").TryGetProperty("API-Version", out _), $"{name} {response.Name}");
            }
        }
    }

    [Fact]
    [Trait("Regel", "/core/error-handling/invalid-input")]
    public void Operation_Each_NamesItsProblemsAndNo422()
    {
        foreach (var (name, operation) in Operations)
        {
            var responses = operation.GetProperty("responses");
            string[] statuses = IsOpenbaar(operation) ? ["406", "429", "500", "503"] : ["400", "401", "403", "406", "429", "500", "503"];
            Assert.All(statuses, status => Assert.True(responses.TryGetProperty(status, out _), $"{name}: {status} ontbreekt"));
            Assert.False(responses.TryGetProperty("422", out _), name);
            foreach (var problem in responses.EnumerateObject().Where(r => r.Name[0] is '4' or '5'))
            {
                var media = Follow(problem.Value).GetProperty("content").GetProperty("application/problem+json");
                Assert.All(["status", "title", "detail"], member => Assert.Contains(member, Follow(media.GetProperty("schema")).GetProperty("required").EnumerateArray().Select(r => r.GetString())));
                Assert.True(media.TryGetProperty("example", out _), $"{name} {problem.Name}: voorbeeld ontbreekt");
            }
        }
    }

    private static bool HasExample(JsonElement media) => media.TryGetProperty("example", out _) || (media.TryGetProperty("examples", out var meer) && meer.EnumerateObject().Any());

    [Fact]
    public void Operation_WithBodyOrAnswer_HasExamples()
    {
        foreach (var (name, operation) in Operations)
        {
            if (operation.TryGetProperty("requestBody", out var body))
            {
                Assert.All(body.GetProperty("content").EnumerateObject(), media => Assert.True(HasExample(media.Value), $"{name} {media.Name}: voorbeeld ontbreekt"));
            }

            if (operation.GetProperty("responses").TryGetProperty("200", out var ok))
            {
                Assert.All(ok.GetProperty("content").EnumerateObject(), media => Assert.True(media.Value.TryGetProperty("example", out _), $"{name}: voorbeeld ontbreekt"));
            }
        }
    }

    [Fact]
    [Trait("Regel", "/core/transport/no-sensitive-uris")]
    public void Parameters_InPathOrQuery_CarryNoPersonalData()
    {
        foreach (var (name, operation) in Operations)
        {
            var names = operation.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() != "header").Select(p => p.GetProperty("name").GetString()!).ToArray()
                : [];
            Assert.All(names.Where(n => n != "versienummer"), n => Assert.False(Regex.IsMatch(n, "bsn|nummer|naam|geboorte|token", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), $"{name}: {n}"));
        }
    }

    [Fact]
    [Trait("Regel", "/core/naming-resources")]
    public void Path_Each_NamesResourcesAndNoVerbs() => Assert.All(
        Operations.SelectMany(o => o.Name.Split('/')[1..]),
        segment => Assert.False(Array.Exists(Verbs, v => segment.StartsWith(v[..^1], StringComparison.Ordinal) && segment != "gegevens"), segment));

    [Fact]
    public void Notificaties_Operation_IsDuosContract()
    {
        var operation = host.Document.GetProperty("paths").GetProperty("/notificaties").GetProperty("post");
        Assert.Equal("opvoerenNotificatie", operation.GetProperty("operationId").GetString());
        Assert.Equal(["bron", "doel", "berichtId"], operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.All(operation.GetProperty("parameters").EnumerateArray(), p => Assert.True(p.GetProperty("required").GetBoolean()));
        var body = Follow(operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        Assert.Equal(["registratieDatumTijd", "bsn", "vNummer", "gebeurtenisId"], body.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(["registratieDatumTijd", "gebeurtenisId"], body.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        Assert.False(operation.GetProperty("responses").GetProperty("201").TryGetProperty("content", out _));
        Assert.False(operation.GetProperty("responses").TryGetProperty("200", out _));
        var fout = Follow(operation.GetProperty("responses").GetProperty("503").GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        Assert.Equal(200, fout.GetProperty("properties").GetProperty("fouttekst").GetProperty("maxLength").GetInt32());
    }

    [Fact]
    public void Schema_Zoekvraag_IsClosed() =>
        Assert.False(host.Document.GetProperty("components").GetProperty("schemas").GetProperty("Zoekvraag").GetProperty("additionalProperties").GetBoolean());

    /// <summary>The register of art. 30 is for everybody.</summary>
    private static bool IsOpenbaar(JsonElement operation) => operation.GetProperty("tags")[0].GetString() == "Register";

    private JsonElement Follow(JsonElement element)
    {
        if (!element.TryGetProperty("$ref", out var reference))
        {
            return element;
        }

        return reference.GetString()!.Split('/')[1..].Aggregate(host.Document, (at, name) => at.GetProperty(name));
    }
}
