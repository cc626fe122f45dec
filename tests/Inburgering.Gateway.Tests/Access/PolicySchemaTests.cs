using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>The published schemas: every file names its own, the start uses them, and another implementation reads them alike.</summary>
public sealed class PolicySchemaTests
{
    private static string Node { get; } = Path.Combine(Binaries.Root, "tests", "node");

    public static TheoryData<string> Bestanden => [.. ConfigCopy.Files().Select(f => Path.GetRelativePath(ConfigCopy.Committed, f))];

    [Theory]
    [MemberData(nameof(Bestanden))]
    public void File_NamesItsPublishedSchema(string bestand)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(ConfigCopy.Committed, bestand)))!;

        var schema = Path.Combine(ConfigCopy.Committed, Path.GetDirectoryName(bestand)!, (string)json["$schema"]!);

        Assert.Equal(SchemaOf(bestand), Path.GetFileName(schema));
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)JsonNode.Parse(File.ReadAllText(schema))!["$schema"]);
    }

    [Fact]
    public async Task Check_EveryFileAndEveryFault_AgreesWithAjv()
    {
        var proeven = ConfigCopy.Files().Select(f => Path.GetRelativePath(ConfigCopy.Committed, f)).Select(f => (f, File.ReadAllText(Path.Combine(ConfigCopy.Committed, f))))
            .Concat(PolicyFaults.Alle.Values.SelectMany(f => Spoilt(f.Break))).ToArray();

        var verdicts = await AjvAsync(proeven.Select(p => $$"""{"schema":"{{SchemaOf(p.Item1)}}","document":{{JsonNode.Parse(p.Item2)!.ToJsonString()}}}"""));

        Assert.Equal(proeven.Length, verdicts.Length);
        foreach (var ((bestand, tekst), verdict) in proeven.Zip(verdicts))
        {
            var eigen = PolicySchema.Check(SchemaOf(bestand), JsonDocument.Parse(tekst).RootElement, new Plaats(bestand)).ToArray();
            Assert.True(eigen.Length > 0 == (verdict != "[]"), $"{bestand}: {string.Join(' ', eigen)} tegen {verdict}");
        }

        Assert.Contains(verdicts, v => v != "[]");
        Assert.All(verdicts.Take(ConfigCopy.Files().Count()), v => Assert.Equal("[]", v));
    }

    /// <summary>The files that this change touches.</summary>
    private static IEnumerable<(string, string)> Spoilt(Action<ConfigCopy> spoil)
    {
        using var config = new ConfigCopy();
        spoil(config);
        return [.. ConfigCopy.Files().Select(f => Path.GetRelativePath(ConfigCopy.Committed, f))
            .Where(f => config.Exists(f) && config.Read(f) != File.ReadAllText(Path.Combine(ConfigCopy.Committed, f)))
            .Select(f => (f, config.Read(f)))];
    }

    private static string SchemaOf(string bestand) => Path.GetDirectoryName(bestand) switch
    {
        "partners" => "partner.schema.json",
        "gemeenten" => "gemeente.schema.json",
        _ => "gegevens.schema.json",
    };

    private static async Task<string[]> AjvAsync(IEnumerable<string> regels)
    {
        var ct = TestContext.Current.CancellationToken;
        Assert.SkipUnless(File.Exists(Path.Combine(Node, "node_modules", "ajv", "dist", "2020.js")), "ajv staat er niet: voer «npm ci» uit in tests/node.");
        using var process = Process.Start(new ProcessStartInfo("node", ["schema.mjs", Path.Combine(ConfigCopy.Committed, "schema")])
        {
            WorkingDirectory = Node,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        foreach (var regel in regels)
        {
            await process.StandardInput.WriteLineAsync(regel.AsMemory(), ct);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, await error);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
