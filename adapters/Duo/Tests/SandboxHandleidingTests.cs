using System.Diagnostics;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>docs/sandbox.md: its commands, pasted one after the other, print what it says.</summary>
public sealed class SandboxHandleidingTests
{
    private const string Einde = "--- einde van een blok ---";

    private static string Text => File.ReadAllText(Path.Combine(SharedContracts.RepositoryRoot, "docs", "sandbox.md"));

    [Fact]
    public async Task Recepten_PastedInOrder_PrintWhatTheHandleidingSays()
    {
        await using var receiver = await ReceiverAsync();
        var address = receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var sandbox = new SandboxServer { GatewayAdres = address, ZonderToken = true };
        await sandbox.InitializeAsync();
        var blocks = Blocks().ToList();
        var script = string.Concat(blocks.Select(block => $"{block.Commands}\necho '{Einde}'\n"))
            .Replace("http://127.0.0.1:8090", sandbox.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

        var printed = (await RunAsync(script)).Split($"{Einde}\n");

        Assert.True(blocks.Count >= 8, "Where are the recipes?");
        Assert.Equal(blocks.Select(block => block.Output), printed[..^1].Select(text => text.TrimEnd()));
    }

    [Fact]
    public void Storingen_OfTheProgram_AreAllInTheHandleiding()
    {
        var table = Text[Text.IndexOf("| kind |", StringComparison.Ordinal)..Text.IndexOf("### Notificaties", StringComparison.Ordinal)];

        Assert.All(Inburgering.Gateway.Sandbox.Storing.Kinds, kind => Assert.Contains($"`{kind}`", table, StringComparison.Ordinal));
    }

    /// <summary>Every block of commands with the block of output that follows it, if one does.</summary>
    private static IEnumerable<(string Commands, string Output)> Blocks()
    {
        var fences = Text.Split("```");
        for (var i = 1; i < fences.Length; i += 2)
        {
            if (fences[i].StartsWith("sh\n", StringComparison.Ordinal))
            {
                var answered = i + 2 < fences.Length && fences[i + 2].StartsWith("text\n", StringComparison.Ordinal);
                yield return (fences[i][3..].TrimEnd(), answered ? fences[i + 2][5..].TrimEnd() : string.Empty);
            }
        }
    }

    private static async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-eu"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        var errors = bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, string.Empty), (bash.ExitCode, await errors));
        return output;
    }

    private static async Task<WebApplication> ReceiverAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = builder.Build();
        receiver.MapPost("/v1/notificaties", () => Results.StatusCode(StatusCodes.Status201Created));
        await receiver.StartAsync();
        return receiver;
    }
}
