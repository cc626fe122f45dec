using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;

namespace Inburgering.Gateway.Benchmarks.Lezen;

/// <summary>A clone of the demo, read as the serving process reads it, without the front door.</summary>
internal sealed class Leeswereld : IAsyncDisposable
{
    private const string ClientId = "schakelcollege-1708";
    private const string Doel = "uitvoeren-leerroute";
    private static readonly Partners.Bsn Hasan = Partners.Bsn.TryParse("999990019", out var bsn) ? bsn : throw new InvalidOperationException();

    private readonly NpgsqlDataSource bron;
    private readonly Sleutelmap sleutels;
    private readonly GatewayDb db;

    private Leeswereld(string database, NpgsqlDataSource bron, Sleutelmap sleutels)
    {
        (Database, this.bron, this.sleutels) = (database, bron, sleutels);
        Beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);
        db = new GatewayDb(bron, new Kluis(sleutels), new Stil(), TimeProvider.System);
        School = Caller(Beleid);
    }

    public string Database { get; }

    public Beleid Beleid { get; }

    public Caller School { get; }

    public static async Task<Leeswereld> CreateAsync(CancellationToken ct)
    {
        var template = await Template.DemoAsync(ct);
        var kloon = await Cluster.CloneAsync(template.Database, ct);
        await Cluster.ExecuteOnAsync(kloon, "analyze", ct);
        var map = Path.Combine(template.Folder, "sleutels");
        var verbinding = new NpgsqlConnectionStringBuilder(Migrator.Verbinding(map, "applicatie")) { Database = kloon, MaxPoolSize = 24, MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 };
        return new Leeswereld(kloon, NpgsqlDataSource.Create(verbinding.ConnectionString), Sleutelmap.Open(map));
    }

    public static Caller Caller(Beleid beleid) => new CallerRegister(beleid).Caller(ClientId, new HashSet<string>(["dossier:lezen"]), DateTimeOffset.UtcNow)!;

    public static Task Decide(Beleid beleid, Caller caller, IAccessFacts feiten)
    {
        var desk = Desk(beleid);
        return desk.Decide(desk.Ask(caller, Doel)!, feiten) is null ? throw new InvalidOperationException("Refused.") : Task.CompletedTask;
    }

    public async Task<IAccessFacts> ReadAsync()
    {
        var desk = Desk(Beleid);
        return await db.FindAsync(desk.Ask(School, Doel)!, Hasan, TestContext.Current.CancellationToken);
    }

    /// <summary>A whole read: facts, decision, opened sections, and its line.</summary>
    /// <param name="log">Null: the line is made and not written.</param>
    public async Task<Logregel> ReadLoggedAsync(ILogWriter? log)
    {
        var verwerking = new Verwerking(TimeProvider.System);
        var desk = new AccessDesk(Beleid, verwerking);
        verwerking.Door(School);
        var question = desk.Ask(School, Doel)!;
        var granted = desk.Decide(question, await db.FindAsync(question, Hasan, TestContext.Current.CancellationToken)) ?? throw new InvalidOperationException("Refused.");
        verwerking.Geleverd = [.. granted.Gegevens.SelectMany(c => c.Value.Select(v => $"{c.Key}.{v.Key}"))];
        var regel = verwerking.NaarRegel();
        _ = log is null ? null : await log.AppendAsync(regel, CancellationToken.None);
        return regel;
    }

    /// <summary>The product's writer on this database; stopped by its caller.</summary>
    public async Task<LogWriter> WriterAsync()
    {
        var writer = new LogWriter(new NpgsqlLogStore(bron), Microsoft.Extensions.Options.Options.Create(Given.Options()), TimeProvider.System, NullLogger<LogWriter>.Instance);
        await writer.StartAsync(CancellationToken.None);
        return writer;
    }

    public async ValueTask DisposeAsync()
    {
        await bron.DisposeAsync();
        sleutels.Dispose();
        await Cluster.DropAsync(Database);
    }

    private static AccessDesk Desk(Beleid beleid) => new(beleid, new Verwerking(TimeProvider.System));
}

/// <summary>The demo's business clock.</summary>
internal sealed class Stil : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);
}
