using System.Reflection;

namespace Inburgering.Gateway.Tests.Architecture;

/// <summary>Who may use whom (style 2), over what the compiler bound.</summary>
public sealed class RoomsTests
{
    /// <summary>A room and the rooms it may use; the seam and the BCL are everybody's.</summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Verwerkingslog"] = [],
        ["Access"] = ["Verwerkingslog"],
        ["Storage"] = ["Access", "Verwerkingslog"],
        ["Normalization"] = ["Storage"],
        ["Door"] = ["Access", "Verwerkingslog"],
        ["Inbox"] = ["Access", "Verwerkingslog", "Storage", "Normalization", "Door"],
        ["Outbox"] = ["Access", "Verwerkingslog", "Storage", "Normalization", "Door"],
        ["Features"] = ["Access", "Verwerkingslog", "Storage", "Normalization", "Door"],
        ["Identity"] = ["Access", "Verwerkingslog", "Storage", "Normalization", "Door"],
        ["Portal"] = ["Features", "Door"],
    };

    /// <summary>What the table does not allow and is right all the same: a room, the only type of another it may name, and why.</summary>
    private static readonly (string Room, string Type, string Reason)[] Exceptions =
    [
        ("Normalization", "Inburgering.Gateway.Access.Leverrecht", "what a source may bring in is decided in Access and checked where records become facts (style 4)"),
        ("Features", "Inburgering.Gateway.Identity.Scopes", "an endpoint names its scope where it is mapped (style 4)"),
        ("Features", "Inburgering.Gateway.Identity.Bearer.ScopePolicies", "as above: RequireScope"),
        ("Inbox", "Inburgering.Gateway.Identity.Scopes", "as for Features"),
        ("Inbox", "Inburgering.Gateway.Identity.Bearer.ScopePolicies", "as for Features"),
        ("Portal", "Inburgering.Gateway.Identity.Staff.", "the login page hands in what was typed; the session is Identity's"),
        ("Portal", "Inburgering.Gateway.Access.Caller", "the employee who asks, made by the door, given on to a feature"),
        ("Portal", "Inburgering.Gateway.Access.Refusal", "a page says why not in its own words"),
        ("Portal", "Inburgering.Gateway.Verwerkingslog.", "a page says what it does in the log, as an endpoint does, and shows lines that a feature read"),
    ];

    private static readonly string[] Http = ["Microsoft.AspNetCore.", "System.Net.Http."];

    public static TheoryData<string> Rooms => [.. House.Rooms.Where(r => r != "Wiring")];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_AnyType_UsesOnlyTheRoomsOfTheTable(string room)
    {
        Assert.True(May.ContainsKey(room), $"{room} staat niet in de tabel: beslis wie hij mag gebruiken.");

        var forbidden = House.Uses().Where(u => u.Room == room && !May[room].Contains(u.Other) && !IsException(u)).Select(u => u.What);

        House.AssertNone(forbidden);
    }

    [Fact]
    public void Wiring_AnyType_IsUsedByProgramAlone() =>
        House.AssertNone(House.Uses().Where(u => u.Other == "Wiring" && u.Room != "Program").Select(u => u.What));

    [Fact]
    public void Rooms_WholeProgram_AreSeenByTheTest()
    {
        Assert.Contains(House.Uses(), u => u is { Room: "Features", Other: "Storage" });
        Assert.Contains(House.Uses(), u => u is { Room: "Storage", Other: "Access" });
        Assert.DoesNotContain(House.Gateway.GetTypes(), t => House.Room(t) == "Program" && t.Namespace == "Inburgering.Gateway" && t.Name != "Program");
    }

    [Theory]
    [InlineData("Access")]
    [InlineData("Verwerkingslog")]
    [InlineData("Storage")]
    [InlineData("Normalization")]
    public void InnerRoom_AnyType_KnowsNoHttp(string room)
    {
        var forbidden = TypeUse.TypesOf(House.Gateway)
            .Where(u => House.Room(u.User) == room && Http.Any(h => u.Used.FullName?.StartsWith(h, StringComparison.Ordinal) == true));

        House.AssertNone(forbidden.Select(u => $"{u.User.FullName} -> {u.Used.FullName}"));
    }

    [Theory]
    [InlineData("Access")]
    [InlineData("Verwerkingslog")]
    [InlineData("Features")]
    [InlineData("Door")]
    [InlineData("Portal")]
    public void RoomOutsideStorage_AnyType_KnowsNoDatabaseDriver(string room)
    {
        var forbidden = TypeUse.TypesOf(House.Gateway)
            .Where(u => House.Room(u.User) == room && u.Used.FullName is { } name && (name.StartsWith("Npgsql", StringComparison.Ordinal) || name.Contains("EntityFrameworkCore", StringComparison.Ordinal)));

        House.AssertNone(forbidden.Select(u => $"{u.User.FullName} -> {u.Used.FullName}"));
    }

    [Fact]
    public void Room_AnyType_NamesNoPartnersOwnType()
    {
        var forbidden = TypeUse.TypesOf(House.Gateway).Where(u => u.Used.Assembly == House.Adapters);

        House.AssertNone(forbidden.Select(u => $"{u.User.FullName} -> {u.Used.FullName}"));
    }

    [Fact]
    public void Seam_Assembly_ReferencesTheBclAlone() => Assert.All(References(House.Seam), n => Assert.StartsWith("System.", n, StringComparison.Ordinal));

    [Fact]
    public void Adapters_Assembly_ReferencesTheSeamAndTheBclAlone() =>
        Assert.All(References(House.Adapters), n => Assert.True(n.StartsWith("System.", StringComparison.Ordinal) || n == "Inburgering.Gateway.Partners", $"adapters gebruiken {n}"));

    [Fact]
    public void Adapter_AnyType_UsesNoOtherPartner()
    {
        var forbidden = TypeUse.TypesOf(House.Adapters)
            .Where(u => u.User.Namespace?.StartsWith("Inburgering.", StringComparison.Ordinal) == true && u.Used.Assembly == House.Adapters && u.Used.Namespace?.StartsWith("Inburgering.", StringComparison.Ordinal) == true && Partner(u.User) != Partner(u.Used));

        House.AssertNone(forbidden.Select(u => $"{u.User.FullName} -> {u.Used.FullName}"));
        Assert.True(House.Adapters.GetTypes().Where(t => t.Namespace?.StartsWith("Inburgering.", StringComparison.Ordinal) == true).Select(Partner).Distinct().Count() >= 5);
    }

    /// <summary>Inburgering.Gateway.Adapters.Duo, whatever folder within it.</summary>
    private static string Partner(Type type) => string.Join('.', type.Namespace!.Split('.').Take(4));

    [Fact]
    public void Adapter_AnyType_KnowsNoClockAndMakesNoHttpClient()
    {
        var forbidden = TypeUse.Of(House.Adapters).Where(u => IsClock(u.Used) || u.Used is ConstructorInfo { DeclaringType.FullName: "System.Net.Http.HttpClient" });

        House.AssertNone(forbidden.Select(u => $"{u.User.FullName} -> {u.Used.DeclaringType?.Name}.{u.Used.Name}"));
    }

    [Fact]
    public void Exceptions_EveryRow_IsStillNeeded()
    {
        var used = House.Uses().ToArray();
        var stale = Exceptions.Where(e => House.Rooms.Contains(e.Room) && !used.Any(u => u.Room == e.Room && Names(u.What, e.Type)));

        House.AssertNone(stale.Select(e => $"{e.Room} gebruikt {e.Type} niet meer"));
    }

    internal static bool IsWallClock(MemberInfo used) =>
        (used.DeclaringType == typeof(DateTime) || used.DeclaringType == typeof(DateTimeOffset)) && used.Name is ("get_Now" or "get_UtcNow" or "get_Today");

    private static bool IsClock(MemberInfo used) => used.DeclaringType == typeof(TimeProvider) || IsWallClock(used);

    private static bool IsException((string Room, string Other, string What) use) =>
        Exceptions.Any(e => e.Room == use.Room && Names(use.What, e.Type));

    /// <summary>A use names the type itself; a using-directive names its namespace, and the types behind it are judged by their own uses.</summary>
    private static bool Names(string what, string type) =>
        what.EndsWith($" -> {type}", StringComparison.Ordinal)
        || (type.EndsWith('.') && what.Contains($" -> {type}", StringComparison.Ordinal))
        || what.EndsWith($"using {type[..type.LastIndexOf('.')]};", StringComparison.Ordinal);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(n => n.Name!);
}
