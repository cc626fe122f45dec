using System.Reflection;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Architecture;

/// <summary>The rooms as the compiler and as the reader see them.</summary>
internal static partial class House
{
    private const string Root = "Inburgering.Gateway.";

    public static Assembly Gateway { get; } = typeof(Program).Assembly;

    public static Assembly Seam { get; } = typeof(Bsn).Assembly;

    public static Assembly Adapters { get; } = Assembly.Load("Inburgering.Gateway.Adapters");

    /// <summary>Every folder with code directly under the program.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.EnumerateDirectories(Folder).Where(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories).Any())
            .Select(d => Path.GetFileName(d)).Except(["obj", "bin"]).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Binaries.Root, "src", "Inburgering.Gateway");

    /// <summary>The room of a type; null outside the house and for what the compiler made for all rooms together.</summary>
    public static string? Room(Type type)
    {
        if (type.Assembly != Gateway || type.Name.StartsWith('<') || (type.Namespace ?? Root).StartsWith("System.", StringComparison.Ordinal))
        {
            return null;
        }

        var room = type.Namespace is { } n && n.StartsWith(Root, StringComparison.Ordinal) ? n[Root.Length..].Split('.')[0] : "Program";
        return Rooms.Contains(room) ? room : "Program";
    }

    /// <summary>Which room uses which type of another: what the compiler bound, and what a file's using-directives name (constants leave no trace).</summary>
    public static IEnumerable<(string Room, string Other, string What)> Uses() =>
        TypeUse.TypesOf(Gateway)
            .Select(u => (Room: Room(u.User), Other: Room(u.Used), What: $"{u.User.Name} -> {u.Used.FullName}"))
            .Where(u => u.Room is not null && u.Other is not null && u.Room != u.Other)
            .Select(u => (u.Room!, u.Other!, u.What))
            .Concat(Directives());

    /// <summary>Source files below a folder of the repository, without what a build left there.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(Binaries.Root, f), "*.cs", SearchOption.AllDirectories))
            .Select(p => Path.GetRelativePath(Binaries.Root, p).Replace('\\', '/'))
            .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal))
            .Select(p => (p, File.ReadAllText(Path.Combine(Binaries.Root, p))));

    private static IEnumerable<(string Room, string Other, string What)> Directives() =>
        from source in Sources("src/Inburgering.Gateway")
        let parts = source.Path.Split('/')
        where parts.Length > 3
        from Match match in Directive().Matches(source.Text)
        let other = match.Groups["room"].Value
        where Rooms.Contains(other) && other != parts[2]
        select (parts[2], other, $"{source.Path}: {match.Value.Trim()}");

    /// <summary>Nothing found; else all of it is shown.</summary>
    public static void AssertNone(IEnumerable<string> found)
    {
        var all = found.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    [GeneratedRegex(@"^\s*(global )?using (static )?(\w+ = )?Inburgering\.Gateway\.(?<room>\w+)[^;]*;", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Directive();
}
