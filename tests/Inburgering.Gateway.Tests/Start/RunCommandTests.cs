using System.Net;
using Npgsql;

namespace Inburgering.Gateway.Tests.Start;

/// <summary>interface.md 1: what ./run starts, beside what, and what it leaves behind.</summary>
public sealed class RunCommandTests(RunningGateway running) : IClassFixture<RunningGateway>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string OwnerFile => Path.Combine(running.Instance.Plan.Data, "run", "eigenaar.verbinding");

    [Fact]
    public async Task Start_EmptyDataFolder_EndsWithAddressOfReadyGateway()
    {
        using var client = new HttpClient();

        var ready = await client.GetAsync($"http://127.0.0.1:{running.Instance.Plan.Port}/health/ready", Cancel);

        Assert.Equal($"Gereed: http://127.0.0.1:{running.Instance.Plan.Port}", running.ReadyLine);
        Assert.EndsWith(running.ReadyLine, running.Instance.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public void Start_WithoutDemo_PrintsTheOneLogin()
    {
        Assert.Matches(@"\n  beheer +\S+", running.Instance.Output);
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("password_encryption", "scram-sha-256")]
    [InlineData("listen_addresses", "")]
    [InlineData("log_error_verbosity", "terse")]
    [InlineData("log_parameter_max_length", "0")]
    [InlineData("log_parameter_max_length_on_error", "0")]
    [InlineData("log_statement", "none")]
    [InlineData("log_min_error_statement", "panic")]
    public async Task Start_EmbeddedPostgres_HasSetting(string setting, string value)
    {
        await using var database = NpgsqlDataSource.Create(await File.ReadAllTextAsync(OwnerFile, Cancel));
        await using var command = database.CreateCommand("select current_setting($1)");
        command.Parameters.AddWithValue(setting);

        Assert.Equal(value, await command.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task Connect_WithoutPassword_IsRefused()
    {
        var connection = new NpgsqlConnectionStringBuilder(await File.ReadAllTextAsync(OwnerFile, Cancel)) { Password = null };
        await using var database = NpgsqlDataSource.Create(connection.ConnectionString);

        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await database.OpenConnectionAsync(Cancel));
    }

    [Fact]
    public async Task Start_ServingProcess_KnowsNoOwner()
    {
        var environment = await File.ReadAllTextAsync($"/proc/{running.Instance.ServerPids()[^1]}/environ", Cancel);

        Assert.DoesNotContain("GATEWAY_DB=", environment, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(OwnerFile));
    }

    [Fact]
    public async Task Start_AgainOnLiveDataFolder_NamesTheProcess()
    {
        var (exitCode, output) = await RunInstance.RefusedAsync(new RunPlan(running.Instance.Plan.Data, "--leeg"));

        Assert.Equal(1, exitCode);
        Assert.Matches($@"^Er draait al een \./run \(proces {running.Instance.Id}\) met de datamap .*\.$", output);
    }

    [Fact]
    public async Task Start_PortOfAnother_NamesThePort()
    {
        var taken = running.Instance.Plan.Port;

        var (exitCode, output) = await RunInstance.RefusedAsync(new RunPlan(running.Data("bezet"), "--leeg") { Port = taken });

        Assert.Equal(1, exitCode);
        Assert.Matches($@"^Poort {taken} is al in gebruik door een ander programma; .*GATEWAY_PORT\.$", output);
    }

    [Fact]
    public async Task Start_BesideAnotherThenPowerCut_RecoversAndLeavesNothingBehind()
    {
        var plan = new RunPlan(running.Data("tweede map met spaties en een naam die voor een socket veel te lang is geworden"), "--leeg") { AsNormalUser = true };
        await using (var first = RunInstance.Start(plan))
        {
            await first.ReadyAsync();
            await first.KillAllAsync();
        }

        await using var second = RunInstance.Start(plan);
        await second.ReadyAsync();
        var servers = second.ServerPids();
        var exitCode = await second.StopAsync();

        Assert.True(exitCode == 0, $"exit code {exitCode}: {second.Output}");
        Assert.DoesNotContain(servers, RunInstance.IsAlive);
        Assert.All(running.Instance.ServerPids(), pid => Assert.True(RunInstance.IsAlive(pid)));
    }
}
