namespace Inburgering.Gateway.Tests.Start;

/// <summary>What ./run cannot solve itself, it says in one Dutch sentence, and ends.</summary>
public sealed class RunFaultTests : IDisposable
{
    private readonly RunFolder _folder = new();

    [Fact]
    public async Task Start_DataOfOlderPostgres_NamesBothVersions()
    {
        var data = _folder.Data("oud");
        Directory.CreateDirectory(Path.Combine(data, "pg"));
        await File.WriteAllTextAsync(Path.Combine(data, "pg", "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);

        var (exitCode, output) = await RunInstance.RefusedAsync(new RunPlan(data));

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^De gegevens in .* zijn van PostgreSQL 9 en hier staat PostgreSQL [1-9]\d; installeer .*\.$", output);
    }

    [Fact]
    public async Task Start_DiskNearlyFull_NamesRoomThatIsNeeded()
    {
        var plan = new RunPlan(_folder.Data("vol")) { Environment = new Dictionary<string, string> { ["GATEWAY_MIN_VRIJ_MB"] = "999999999" } };

        var (exitCode, output) = await RunInstance.RefusedAsync(plan);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^De schijf van .* is bijna vol: \d+ MB vrij en er is 999999999 MB nodig; .*\.$", output);
    }

    [Fact]
    public async Task Start_DataFolderNotWritable_NamesFolder()
    {
        var (exitCode, output) = await RunInstance.RefusedAsync(new RunPlan("/proc/gateway"));

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^In de datamap /proc/gateway kan niet worden geschreven; .*\.$", output);
    }

    [Fact]
    public async Task Start_SamePortTwice_AsksForTwo()
    {
        var (exitCode, output) = await RunInstance.RefusedAsync(new RunPlan(_folder.Data("poort")) { Port = 21000, SandboxPort = 21000 });

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^GATEWAY_PORT en GATEWAY_SANDBOX_PORT zijn allebei 21000; .*\.$", output);
    }

    [Fact]
    public async Task Start_UnknownWord_NamesTheThreeForms()
    {
        var (exitCode, output) = await RunInstance.RefusedAsync(new RunPlan(_folder.Data("woord"), "--lege"));

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^Onbekend woord '--lege'; .*--leeg.*--alleen-sandbox\.$", output);
    }

    public void Dispose() => _folder.Dispose();
}
