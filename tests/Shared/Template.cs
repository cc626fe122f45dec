namespace Inburgering.Gateway.Tests.Shared;

/// <summary>A migrated database with its key folder, made once per run and shared by all test projects; clones are the tests'.</summary>
internal sealed record Template(string Database, string Folder)
{
    /// <summary>Schema, roles and keys only.</summary>
    public static Task<Template> EmptyAsync(CancellationToken ct) => MakeAsync("gateway_leeg", demo: false, ct);

    /// <summary>The demo world, loaded by the program's own `demo laad`.</summary>
    public static Task<Template> DemoAsync(CancellationToken ct) => MakeAsync("gateway_demo", demo: true, ct);

    /// <summary>Nobody else in this run migrates meanwhile: the roles are those of the whole cluster.</summary>
    public static async Task<IAsyncDisposable> TurnAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Cluster.RunFolder);
        return await FileTurn.TakeAsync(Path.Combine(Cluster.RunFolder, "sjablonen.slot"), ct);
    }

    private static async Task<Template> MakeAsync(string name, bool demo, CancellationToken ct)
    {
        var template = new Template(name, Path.Combine(Cluster.RunFolder, name));
        await using var turn = await TurnAsync(ct);
        if (await Cluster.ExistsAsync(name, ct) && Directory.Exists(template.Folder))
        {
            return template;
        }

        await Cluster.ExecuteAsync($"drop database if exists {name} with (force)", ct);
        await Cluster.ExecuteAsync($"create database {name}", ct);
        if (Directory.Exists(template.Folder))
        {
            Directory.Delete(template.Folder, recursive: true);
        }

        await RunAsync(template.Environment(("GATEWAY_DEMO", "1"), ("GATEWAY_DB", Cluster.Database(name))), ct, "migrate");
        if (demo)
        {
            await LoadAsync(template, ct);
        }

        // nothing begins by itself in a test that did not ask for it, at whatever hour of the night it runs
        await Cluster.ExecuteOnAsync(
            name,
            """
            insert into synchronisatie.synchronisatie (gemeentecode, synchronisatie_id, partner, soort, rooster, versie)
            select gemeentecode, gen_random_uuid(), 'duo', 'afstemming', '{"soort": "handmatig"}', 1 from unnest(array['1708', '0171', '0106']) g (gemeentecode)
            """,
            ct);

        await Cluster.ExecuteAsync($"alter database {name} with is_template true allow_connections false", ct);
        return template;
    }

    private static async Task LoadAsync(Template template, CancellationToken ct)
    {
        var port = ProgramProcess.FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var sandbox = ProgramProcess.Start(Binaries.Sandbox, new Dictionary<string, string?> { ["GATEWAY_SANDBOX_PORT"] = port });
        await sandbox.ReadyAsync($"http://127.0.0.1:{port}/_sandbox/gereed", ct);
        await RunAsync(template.Environment(("GATEWAY_SANDBOX_PORT", port)), ct, "demo", "laad");
    }

    private static async Task RunAsync(Dictionary<string, string?> environment, CancellationToken ct, params string[] verb)
    {
        await using var program = ProgramProcess.Start(Binaries.Gateway, environment, verb);
        if (await program.WaitAsync(ct) != 0)
        {
            throw new InvalidOperationException($"«gateway {string.Join(' ', verb)}» mislukte:\n{program.Output}");
        }
    }

    private Dictionary<string, string?> Environment(params (string Name, string? Value)[] more)
    {
        var environment = new Dictionary<string, string?> { ["GATEWAY_DATA"] = Folder };
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return environment;
    }
}

/// <summary>One at a time, over processes.</summary>
internal sealed class FileTurn(FileStream file) : IAsyncDisposable
{
    public static async Task<FileTurn> TakeAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException)
            {
                await Task.Delay(100, ct);
            }
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
