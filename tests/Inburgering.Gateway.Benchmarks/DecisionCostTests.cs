using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;
using Npgsql;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;

namespace Inburgering.Gateway.Benchmarks;

/// <summary>What one decision costs, and what it does not grow with: the policy of others, the number of dossiers.</summary>
public sealed class DecisionCostTests
{
    private const string ClientId = "schakelcollege-1708";
    private const string Doel = "uitvoeren-leerroute";
    private const string Hasan = "999990019";
    private static readonly Partners.Bsn HasanBsn = Partners.Bsn.TryParse(Hasan, out var bsn) ? bsn : throw new InvalidOperationException();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_PolicyWithFortyMorePartners_CostsTheSame()
    {
        var klein = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);
        using var config = new ConfigCopy();
        var groot = config.LoadWith(extraPartners: 40);
        var (feiten, meer) = (FakeFacts.Full(klein), FakeFacts.Full(groot));
        var (school, zelfde) = (Caller(klein), Caller(groot));

        var gemeten = await Meting.VergelijkAsync(2_000, () => Decide(klein, school, feiten), () => Decide(groot, zelfde, meer));

        Assert.True(groot.Grants.Count > 4 * klein.Grants.Count);
        Meting.Houd($"besluit bij {klein.Grants.Count} en {groot.Grants.Count} grants in het beleid", gemeten, hoogstens: 1.25);
    }

    [Fact]
    public async Task Read_DecisionWithinIt_IsASmallShare()
    {
        await using var wereld = await Wereld.CreateAsync(Ct);
        var feiten = await wereld.ReadAsync();

        var gemeten = await Meting.VergelijkAsync(100, wereld.ReadAsync, () => Decide(wereld.Beleid, wereld.School, feiten));

        Meting.Houd("lezen zonder besluit, tegen het besluit met ontsleutelen en projecteren", gemeten, hoogstens: 0.5);
    }

    [Fact]
    public async Task Read_FiftyTimesTheDossiers_CostsTheSame()
    {
        await using var klein = await Wereld.CreateAsync(Ct);
        await using var groot = await Wereld.CreateAsync(Ct);
        await groot.GrowAsync(20_000);

        var gemeten = await Meting.VergelijkAsync(100, klein.ReadAsync, groot.ReadAsync);

        Meting.Houd("lezen bij 400 en 20.400 dossiers", gemeten, hoogstens: 1.35);
    }

    private static Caller Caller(Beleid beleid) => new CallerRegister(beleid).Caller(ClientId, new HashSet<string>(["dossier:lezen"]), DateTimeOffset.UtcNow)!;

    private static Task Decide(Beleid beleid, Caller caller, IAccessFacts feiten)
    {
        var desk = new AccessDesk(beleid, new global::Inburgering.Gateway.Verwerkingslog.Verwerking(TimeProvider.System));
        return desk.Decide(desk.Ask(caller, Doel)!, feiten) is null ? throw new InvalidOperationException("Refused.") : Task.CompletedTask;
    }

    /// <summary>A clone of the demo, read as the serving process reads it.</summary>
    private sealed class Wereld : IAsyncDisposable
    {
        private readonly string database;
        private readonly NpgsqlDataSource bron;
        private readonly Sleutelmap sleutels;
        private readonly GatewayDb db;
        private Wereld(string database, NpgsqlDataSource bron, Sleutelmap sleutels)
        {
            (this.database, this.bron, this.sleutels) = (database, bron, sleutels);
            Beleid = PolicyLoader.Load(ConfigCopy.Committed, ConfigCopy.Adapters);
            db = new GatewayDb(bron, new Kluis(sleutels), new Stil(), TimeProvider.System);
            School = Caller(Beleid);
        }

        public Beleid Beleid { get; }

        public Caller School { get; }

        public static async Task<Wereld> CreateAsync(CancellationToken ct)
        {
            var template = await Template.DemoAsync(ct);
            var kloon = await Cluster.CloneAsync(template.Database, ct);
            await Cluster.ExecuteOnAsync(kloon, "analyze", ct);
            var map = Path.Combine(template.Folder, "sleutels");
            var verbinding = new NpgsqlConnectionStringBuilder(Migrator.Verbinding(map, "applicatie")) { Database = kloon, MaxAutoPrepare = 64, AutoPrepareMinUsages = 2 };
            return new Wereld(kloon, NpgsqlDataSource.Create(verbinding.ConnectionString), Sleutelmap.Open(map));
        }

        public async Task<IAccessFacts> ReadAsync()
        {
            var desk = new AccessDesk(Beleid, new global::Inburgering.Gateway.Verwerkingslog.Verwerking(TimeProvider.System));
            return await db.FindAsync(desk.Ask(School, Doel)!, HasanBsn, Ct);
        }

        /// <summary>More dossiers with as many facts as the demo's; nobody reads them.</summary>
        public async Task GrowAsync(int aantal)
        {
            await Cluster.ExecuteOnAsync(database, $"""
                insert into dossiers.dossier (gemeentecode, dossier_id, sleutel_id, bsn_index, fase, geopend_op)
                select '1708', gen_random_uuid(), (select sleutel_id from dossiers.dossier where gemeentecode = '1708' limit 1), sha256(('x' || i)::bytea), 'lopend', now()
                from generate_series(1, {aantal}) i;
                insert into dossiers.feit (gemeentecode, feit_id, dossier_id, categorie, veldgroep, bron, versie, actueel, tijdstip, gevraagd_op, inhoud, inhoud_hash)
                select '1708', gen_random_uuid(), d.dossier_id, c, 'gegevens', 'gemeente', 1, true, now(), now(), sha256(c::bytea), sha256(c::bytea)
                from dossiers.dossier d, unnest(array['IDN', 'CON', 'TER', 'LBT', 'PIP', 'AAN', 'UUR', 'EXA', 'MAP', 'CPS']) c where d.fase = 'lopend' and d.doelgroep is null;
                analyze;
                """, Ct);
        }

        public async ValueTask DisposeAsync()
        {
            await bron.DisposeAsync();
            sleutels.Dispose();
            await Cluster.DropAsync(database);
        }
    }
}

/// <summary>The demo's business clock.</summary>
internal sealed class Stil : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);
}

internal static class ConfigCopyExtensions
{
    /// <summary>The same policy with more partners of the kind of VluchtelingenWerk, each with its own grants and client.</summary>
    public static Beleid LoadWith(this ConfigCopy config, int extraPartners)
    {
        var bron = JsonNode.Parse(config.Read("partners/participatiepartner.json"))!;
        var namen = Enumerable.Range(1, extraPartners).Select(i => $"extra-{i}").ToArray();
        foreach (var naam in namen)
        {
            var kopie = bron.DeepClone();
            kopie["partnertype"] = naam;
            var grants = kopie["grants"]!.AsArray();
            foreach (var doel in new[] { "uitvoeren-pvt", "uitvoeren-leerroute" })
            {
                var extra = grants[0]!.DeepClone();
                extra["doel"] = doel;
                grants.Add(extra);
            }

            var instantie = kopie["instanties"]![0]!.DeepClone();
            instantie["clients"] = new JsonObject { ["1708"] = $"{naam}-1708" };
            kopie["instanties"] = new JsonArray(instantie);
            config.Write($"partners/{naam}.json", kopie.ToJsonString());
        }

        return PolicyLoader.Load(config.Folder, [.. ConfigCopy.Adapters, .. namen]);
    }
}
