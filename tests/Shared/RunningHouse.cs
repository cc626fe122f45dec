using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Inburgering.Gateway.Tests.Shared;

/// <summary>The gateway and the sandbox as real processes on a clone of a template, with a client that checks every answer.</summary>
public class RunningHouse : IAsyncLifetime
{
    private static readonly TimeSpan Vers = TimeSpan.FromMinutes(4);
    private readonly ConcurrentDictionary<string, (string Token, long Sinds)> tokens = new(StringComparer.Ordinal);
    private readonly List<string> earlier = [];
    private ProgramProcess? gateway;
    private ProgramProcess? sandbox;
    private ProgramProcess? second;

    /// <summary>False: only schema and keys.</summary>
    protected virtual bool Demo => true;

    /// <summary>False: the gateway waits for <see cref="StartGatewayAsync"/>, for what must be known before.</summary>
    protected virtual bool StartsAtOnce => true;

    /// <summary>The gateway's program.</summary>
    public virtual string Programma => Binaries.Gateway;

    /// <summary>The second gateway's program.</summary>
    public string ProgrammaVanTweede { get; set; } = string.Empty;

    /// <summary>The sandbox's program.</summary>
    protected virtual string Sandboxprogramma => Binaries.Sandbox;

    /// <summary>More environment for the gateway.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Extra { get; } = new Dictionary<string, string?>();

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>How long something may take before it is taken for stuck; the full numbers take their time.</summary>
    private static readonly TimeSpan Geduld = System.Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? TimeSpan.FromMinutes(20) : TimeSpan.FromSeconds(90);

    public int Port { get; } = ProgramProcess.FreePort();

    /// <summary>Process number of the gateway.</summary>
    public int GatewayId => gateway!.Id;

    public int SandboxPort { get; } = ProgramProcess.FreePort();

    /// <summary>GATEWAY_DATA of this house.</summary>
    public string Data { get; } = Path.Combine(Cluster.RunFolder, $"huis-{Guid.NewGuid():N}");

    /// <summary>Name of its database.</summary>
    public string Database { get; private set; } = string.Empty;

    /// <summary>All that gateway and sandbox printed, also before a kill.</summary>
    public string Output => string.Join('\n', [.. earlier, gateway?.Output, second?.Output, sandbox?.Output]);

    /// <summary>CPU time of the gateway since it was last started.</summary>
    public TimeSpan Rekentijd => gateway!.Rekentijd;

    /// <summary>Client of the gateway without credentials; checks headers, problem form and canaries of every answer.</summary>
    public HttpClient Anonymous { get; private set; } = null!;

    /// <summary>Client of the sandbox's controls.</summary>
    public HttpClient Sandbox { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var template = Demo ? await Template.DemoAsync(ct) : await Template.EmptyAsync(ct);
        Database = await Cluster.CloneAsync(template.Database, ct);
        CopyFolder(template);
        Anonymous = Client(null);
        Sandbox = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{SandboxPort}") };
        sandbox = ProgramProcess.Start(Sandboxprogramma, Environment());
        await Task.WhenAll(sandbox.ReadyAsync($"http://127.0.0.1:{SandboxPort}/_sandbox/gereed", ct), StartsAtOnce ? StartGatewayAsync() : Task.CompletedTask);
    }

    /// <summary>Starts the gateway, again after a kill.</summary>
    /// <param name="until">The path that answers 2xx when it may go on.</param>
    public async Task StartGatewayAsync(string until = "/health/ready")
    {
        gateway = ProgramProcess.Start(Programma, Environment());
        await gateway.ReadyAsync($"{Address}{until}", TestContext.Current.CancellationToken);
    }

    /// <summary>A second gateway process on the same database and keys.</summary>
    /// <returns>Its address; it ends with the house.</returns>
    /// <param name="extra">More environment for this one.</param>
    public async Task<Uri> StartSecondAsync(params IEnumerable<(string Name, string? Value)> extra)
    {
        var port = ProgramProcess.FreePort();
        var environment = Environment();
        environment["GATEWAY_PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        environment["Gateway__PubliekeUrl"] = Address;
        foreach (var (name, value) in extra)
        {
            environment[name] = value;
        }

        if (second is not null)
        {
            // of a test before this one
            await second.DisposeAsync();
            earlier.Add(second.Output);
        }

        second = ProgramProcess.Start(ProgrammaVanTweede is { Length: > 0 } ander ? ander : Programma, environment);
        var address = new Uri($"http://127.0.0.1:{port}");
        await second.ReadyAsync($"{address}health/ready", TestContext.Current.CancellationToken);
        return address;
    }

    /// <summary>kill -9 of the gateway.</summary>
    public async Task KillGatewayAsync()
    {
        await gateway!.KillAsync();
        earlier.Add(gateway.Output);
    }

    /// <summary>kill -9 of the second gateway.</summary>
    public async Task KillSecondAsync()
    {
        await second!.KillAsync();
        earlier.Add(second.Output);
    }

    /// <summary>The next clients ask a new token.</summary>
    public void VergeetTokens() => tokens.Clear();

    /// <summary>A client with a token of this OAuth client, got as a partner gets it: `gateway token`.</summary>
    public async Task<HttpClient> AsAsync(string clientId) => Client(await TokenAsync(clientId));

    /// <summary>As above, of a user whom the client names.</summary>
    public async Task<HttpClient> AsAsync(string clientId, string gebruiker)
    {
        var naam = $"{clientId} {gebruiker}";
        if (!tokens.TryGetValue(naam, out var bewaard) || Stopwatch.GetElapsedTime(bewaard.Sinds) > Vers)
        {
            tokens[naam] = bewaard = (await TokenAsync([clientId, "--gebruiker", gebruiker]), Stopwatch.GetTimestamp());
        }

        return Client(bewaard.Token);
    }

    /// <summary>What the gateway's commands read from the environment.</summary>
    internal GatewayOptions Options => GatewayOptions.FromConfiguration(
        new ConfigurationBuilder().AddInMemoryCollection(Environment().ToDictionary(e => e.Key.Replace("__", ":", StringComparison.Ordinal), e => e.Value)).Build());

    /// <summary>A token from what `gateway token` runs (the command itself is a test of its own), kept for this house while it is fresh.</summary>
    public async Task<string> TokenAsync(string clientId)
    {
        if (!tokens.TryGetValue(clientId, out var bewaard) || Stopwatch.GetElapsedTime(bewaard.Sinds) > Vers)
        {
            tokens[clientId] = bewaard = (await TokenAsync([clientId]), Stopwatch.GetTimestamp());
        }

        return bewaard.Token;
    }

    /// <summary>A new token, with these words after `gateway token`.</summary>
    public async Task<string> TokenAsync(string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await TokenCommand.RunAsync(words, Options, output, error);
        Assert.True(exit == 0, error.ToString());
        return output.ToString().Trim();
    }

    /// <summary>Runs `./gateway` words on this house.</summary>
    public async Task<(int Exit, string Output)> CommandAsync(params string[] words)
    {
        await using var command = ProgramProcess.Start(Programma, Environment(), words);
        var exit = await command.WaitAsync(TestContext.Current.CancellationToken);
        return (exit, command.Output);
    }

    /// <summary>The database as superuser, for looking and for tampering.</summary>
    public NpgsqlDataSource OpenDatabase() => NpgsqlDataSource.Create(Cluster.Database(Database));

    /// <summary>Waits until a condition on the database holds; no fixed wait.</summary>
    public async Task UntilAsync(string sql)
    {
        await using var bron = OpenDatabase();
        await UntilAsync(async ct =>
        {
            await using var command = bron.CreateCommand(sql);
            return await command.ExecuteScalarAsync(ct) is true;
        });
    }

    /// <summary>Waits until a condition holds; no fixed wait.</summary>
    public static async Task UntilAsync(Func<CancellationToken, Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Geduld);
        while (!await holds(limit.Token))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    /// <summary>A single value as superuser.</summary>
    public async Task<T?> ScalarAsync<T>(string sql)
    {
        await using var bron = OpenDatabase();
        await using var command = bron.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The dossier as this client knows it.</summary>
    public static async Task<string> FindAsync(HttpClient client, string bsn, string doel)
    {
        using var response = await client.PostAsync("/v1/dossiers/_zoek", Json(new { bsn, doel }), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("dossierId").GetString()!;
    }

    /// <summary>A JSON body.</summary>
    public static StringContent Json(object value) => new(JsonSerializer.Serialize(value), new MediaTypeHeaderValue("application/json"));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (gateway is not null)
        {
            await gateway.DisposeAsync();
        }

        if (second is not null)
        {
            await second.DisposeAsync();
        }

        if (sandbox is not null)
        {
            await sandbox.DisposeAsync();
        }

        Canary.AssertClean(Output);
        await Cluster.DropAsync(Database);
        Directory.Delete(Data, recursive: true);
    }

    private HttpClient Client(string? token)
    {
        var client = new HttpClient(new CheckedHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { BaseAddress = new Uri(Address) };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    private Dictionary<string, string?> Environment()
    {
        var environment = new Dictionary<string, string?>
        {
            ["GATEWAY_DATA"] = Data,
            ["GATEWAY_PORT"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["GATEWAY_SANDBOX_PORT"] = SandboxPort.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["GATEWAY_KLOK"] = "2024-11-15T10:00:00+01:00",
        };
        foreach (var (name, value) in Extra)
        {
            environment[name] = value;
        }

        return environment;
    }

    private void CopyFolder(Template template)
    {
        foreach (var source in Directory.EnumerateFiles(template.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Data, Path.GetRelativePath(template.Folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (source.EndsWith(".verbinding", StringComparison.Ordinal))
            {
                File.WriteAllText(target, new NpgsqlConnectionStringBuilder(File.ReadAllText(source)) { Database = Database }.ConnectionString);
            }
            else
            {
                File.Copy(source, target);
            }
        }
    }
}

/// <summary>A house without the demo.</summary>
public sealed class EmptyHouse : RunningHouse
{
    protected override bool Demo => false;
}
