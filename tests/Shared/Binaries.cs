namespace Inburgering.Gateway.Tests.Shared;

/// <summary>The built programs, as ./test published them or as the developer last built them.</summary>
internal static class Binaries
{
    public static string Root { get; } = FindRoot();

    public static string Gateway { get; } = Newest("Inburgering.Gateway");

    public static string Sandbox { get; } = Newest("Inburgering.Gateway.Sandbox");

    private static string Newest(string program) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", program, "bin"), $"{program}.dll", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .MaxBy(File.GetLastWriteTimeUtc)
        ?? throw new InvalidOperationException($"{program} is niet gebouwd; start de tests met ./test.");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Inburgering.Gateway.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("De tests staan niet in de repository.");
        }

        return folder.FullName;
    }
}
