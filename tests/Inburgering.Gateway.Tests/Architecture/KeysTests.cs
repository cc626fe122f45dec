using System.Reflection;
using Inburgering.Gateway.Access;
using Granted = Inburgering.Gateway.Access.Question.Granted;
using Microsoft.EntityFrameworkCore;

namespace Inburgering.Gateway.Tests.Architecture;

/// <summary>What only one place can make or say: the keys to the database, numbers, the clock, connections to the outside.</summary>
public sealed class KeysTests
{
    private const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>Files that may turn a number into text, and why.</summary>
    private static readonly Dictionary<string, string> Reveals = new()
    {
        ["src/Inburgering.Gateway/Features/Ontzorgen/LegOntzorgbesluitVast.cs"] = "the account for leefgeld becomes a fact of the dossier, encrypted",
        ["src/Inburgering.Gateway/Features/Betalen/Betaalplan.cs"] = "what an order pays to whom is kept, encrypted",
        ["src/Inburgering.Gateway/Features/Betalen/ProbeerOpnieuw.cs"] = "likewise, for a next try to another account",
        ["src/Inburgering.Gateway/Features/Betalen/Boekwerk.cs"] = "the gemeente's own account is part of the key of an entry",
        ["src/Inburgering.Gateway/Storage/Betalen/BoekingStore.cs"] = "likewise: where its statements have come to",
        ["src/Inburgering.Gateway/Features/Ontzorgen/BerekenMaand.cs"] = "who may know the finances sees which account is paid",
        ["src/Inburgering.Gateway.Partners/Bsn.cs"] = "defines it",
        ["src/Inburgering.Gateway.Partners/VNummer.cs"] = "defines it",
        ["src/Inburgering.Gateway.Partners/Betalen/Iban.cs"] = "defines it",
        ["src/Inburgering.Gateway.Partners/Betalen/Crediteurreferentie.cs"] = "defines it",
        ["src/Inburgering.Gateway/Storage/Sleutels/Kluis.cs"] = "blind index and pseudonym",
        ["src/Inburgering.Gateway/Normalization/DossierNormalization.cs"] = "the fact by which a partner names the person, encrypted",
        ["src/Inburgering.Gateway/Inbox/Bestanden/Bestandlezer.cs"] = "the same person and month twice in one file, in memory",
        ["src/Inburgering.Gateway/Inbox/NotificatieOntvangst.cs"] = "keyed hash that recognises the same event",
        ["src/Inburgering.Gateway/Storage/Persoonskenmerk.cs"] = "keyed hash that recognises the same person",
        ["adapters/Duo/DuoHttp.cs"] = "DUO's path holds the BSN",
        ["adapters/Bank/PainXml.cs"] = "the file for the bank holds accounts and references",
        ["adapters/Bank/Keuring/Betaalregels.cs"] = "an account in that file is written as the bank reads it",
        ["adapters/Bank/Keuring/Opdrachtregels.cs"] = "a reference in that file likewise",
    };

    /// <summary>Types outside Wiring that may look at a clock of their own, and why.</summary>
    private static readonly Dictionary<string, string> Clocks = new()
    {
        ["TokenCommand"] = "a command of a partner's machine: signs its own assertion by the real time",
    };

    /// <summary>Types that may make a connection to the outside, and why.</summary>
    private static readonly Dictionary<string, string> Clients = new()
    {
        ["PartnerHttp"] = "the one factory (security 22)",
        ["TokenCommand"] = "a command that plays a partner against our own address",
        ["ApiCommand"] = "a command that asks our own address with a client's token",
        ["OutsideMetadata"] = "keys of an outside issuer: no person in it, no redirect, no proxy",
    };

    [Fact]
    public void DbContext_EveryOne_HasNoPublicDbSet()
    {
        var contexts = House.Gateway.GetTypes().Where(t => t.IsAssignableTo(typeof(DbContext))).ToArray();

        Assert.NotEmpty(contexts);
        Assert.All(contexts, c => Assert.DoesNotContain(c.GetProperties(), p => p.PropertyType.Name.StartsWith("DbSet", StringComparison.Ordinal)));
        Assert.All(contexts, c => Assert.False(c.IsPublic));
    }

    [Theory]
    [InlineData(typeof(Question))]
    [InlineData(typeof(Granted))]
    [InlineData(typeof(Leverrecht))]
    public void AccessKey_ByReflection_HasPrivateConstructorsAndNoSetters(Type key)
    {
        Assert.All(key.GetConstructors(Any), c => Assert.True(c.IsPrivate, $"{key.Name} kan buiten Access worden gemaakt."));
        Assert.All(key.GetProperties(Any), p => Assert.Null(p.SetMethod));
        Assert.True(key.IsSealed);
    }

    [Theory]
    [InlineData(typeof(Question))]
    [InlineData(typeof(Granted))]
    public void AccessKey_WholeProgram_IsMadeInTheDeskAlone(Type key)
    {
        var makers = TypeUse.Of(House.Gateway).Where(u => u.Used is ConstructorInfo c && c.DeclaringType == key).Select(u => u.User).Distinct();

        Assert.Equal([typeof(Question)], makers);
    }

    [Fact]
    public void GatewayDb_EveryReader_TakesAQuestionFirst()
    {
        var readers = typeof(Gateway.Storage.GatewayDb).GetMethods(Any | BindingFlags.DeclaredOnly).Where(m => m.IsPublic || m.IsAssembly).ToArray();

        Assert.NotEmpty(readers);
        Assert.All(readers, m => Assert.Equal(typeof(Question), m.GetParameters()[0].ParameterType));
    }

    [Fact]
    public void Reveal_WholeSource_IsCalledInNamedFilesOnly() => AssertOnlyIn(Reveals.Keys, "Reveal()");

    [Fact]
    public void Clock_WholeProgram_IsATimeProvider() =>
        House.AssertNone(Users(RoomsTests.IsWallClock).Where(t => House.Room(t) != "Wiring" && !Clocks.ContainsKey(t.Name)).Select(t => t.FullName!));

    [Fact]
    public void HttpClient_WholeProgram_ComesFromTheFactory() =>
        House.AssertNone(Users(IsConnection).Where(t => !Clients.ContainsKey(t.Name)).Select(t => t.FullName!));

    [Theory]
    [InlineData("Thread.Sleep")]
    [InlineData("EnableSensitiveDataLogging")]
    [InlineData("IncludeErrorDetail = true")]
    public void BannedWord_WholeSource_IsNowhere(string banned) => AssertOnlyIn([], banned);

    [Fact]
    public void Blocking_WholeSource_IsAtTheStartAlone() =>
        AssertOnlyIn(["src/Inburgering.Gateway/Door/DoorWiring.cs"], ".GetAwaiter().GetResult()");

    [Fact]
    public void Files_WholeRepository_HaveFewerThan400Lines()
    {
        var sources = House.Sources("src", "adapters", "tests").Where(s => !s.Path.Contains("/Migrations/", StringComparison.Ordinal)).ToArray();

        Assert.True(sources.Length > 150);
        House.AssertNone(sources.Where(s => s.Text.AsSpan().Count('\n') >= 400).Select(s => s.Path));
    }

    [Fact]
    public void Lists_EveryNamedFile_IsStillNeeded()
    {
        Assert.All(Reveals.Keys, f => Assert.Contains("Reveal()", Read(f), StringComparison.Ordinal));
        Assert.All(Clocks.Keys, n => Assert.Contains(Users(RoomsTests.IsWallClock), t => t.Name == n));
        Assert.All(Clients.Keys, n => Assert.Contains(Users(IsConnection), t => t.Name == n));
    }

    private static bool IsConnection(MemberInfo used) =>
        used is ConstructorInfo { DeclaringType: { } type } && !type.IsAbstract && type.Namespace == "System.Net.Http"
        && (type == typeof(HttpClient) || type.IsAssignableTo(typeof(HttpMessageHandler)));

    private static IEnumerable<Type> Users(Func<MemberInfo, bool> banned) => TypeUse.Of(House.Gateway).Where(u => banned(u.Used)).Select(u => u.User).Distinct();

    private static string Read(string file) => House.Sources("src", "adapters").Single(s => s.Path == file).Text;

    private static void AssertOnlyIn(IEnumerable<string> files, string word)
    {
        var found = House.Sources("src", "adapters")
            .Where(s => !s.Path.Contains("/Tests/", StringComparison.Ordinal) && s.Text.Contains(word, StringComparison.Ordinal))
            .Select(s => s.Path);

        House.AssertNone(found.Except(files));
    }
}
