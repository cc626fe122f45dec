namespace Inburgering.Gateway.Adapters.Tests.Contracts;

/// <summary>The partners' published contracts, kept beside this repository and never inside it.</summary>
internal static class SharedContracts
{
    /// <summary>The repository: the nearest folder upwards that holds the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Loads ../shared/contracts/{folder}/{file}; skips the running test where that folder is absent.</summary>
    public static OpenApiContract OpenApi(string folder, string file) => OpenApiContract.Load(PathOrSkip(folder, file));

    /// <summary>The text of ../shared/contracts/{folder}/{file}; skips the running test where that folder is absent.</summary>
    public static string Text(string folder, string file) => File.ReadAllText(PathOrSkip(folder, file));

    /// <summary>Every file of ../shared/contracts/{folder} whose name ends so.</summary>
    public static IEnumerable<string> Names(string folder, string end) =>
        Directory.GetFiles(Folder(folder), $"*{end}").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Skips the running test where ../shared/contracts/{folder} is absent.</summary>
    public static void SkipUnlessPresent(string folder) =>
        Assert.SkipUnless(Directory.Exists(Folder(folder)), $"../shared/contracts/{folder} is not beside this repository.");

    private static string PathOrSkip(string folder, string file)
    {
        SkipUnlessPresent(folder);
        return Path.Combine(Folder(folder), file);
    }

    private static string Folder(string folder) => Path.Combine(RepositoryRoot, "..", "shared", "contracts", folder);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Inburgering.Gateway.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("No Inburgering.Gateway.sln above the test binary.");
    }
}
