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

    private static string PathOrSkip(string folder, string file)
    {
        var directory = Path.Combine(RepositoryRoot, "..", "shared", "contracts", folder);
        Assert.SkipUnless(Directory.Exists(directory), $"../shared/contracts/{folder} is not beside this repository.");
        return Path.Combine(directory, file);
    }

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
