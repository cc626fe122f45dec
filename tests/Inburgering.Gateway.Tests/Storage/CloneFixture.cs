using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Wiring;
using Npgsql;
using AccessDesk = Inburgering.Gateway.Access.Question.Granted.Desk;
using Granted = Inburgering.Gateway.Access.Question.Granted;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>A clone of the migrated template for one test class, seen as superuser and as the serving process sees it.</summary>
public class CloneFixture : IAsyncLifetime
{
    private Sleutelmap? sleutels;

    /// <summary>Name of the clone.</summary>
    public string Database { get; private set; } = string.Empty;

    /// <summary>Key folder of the template: read, never written.</summary>
    public string SleutelMap { get; private set; } = string.Empty;

    /// <summary>For looking and for tampering.</summary>
    public NpgsqlDataSource Superuser { get; private set; } = null!;

    /// <summary>The role of the serving process.</summary>
    public NpgsqlDataSource Applicatie { get; private set; } = null!;

    /// <summary>Business clock.</summary>
    internal StilleKlok Klok { get; } = new(new DateTimeOffset(2024, 11, 15, 10, 0, 0, TimeSpan.FromHours(1)));

    internal Kluis Kluis { get; private set; } = null!;

    internal DossierWriter Dossiers { get; private set; } = null!;

    internal Beleid Beleid { get; } = PolicyLoader.Load(Path.Combine(Binaries.Root, "config"), [.. PartnerHttp.Find().Select(p => p.Key)]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var template = await Template.EmptyAsync(Ct);
        Database = await Cluster.CloneAsync(template.Database, Ct);
        SleutelMap = Path.Combine(template.Folder, "sleutels");
        Superuser = NpgsqlDataSource.Create(Cluster.Database(Database));
        Applicatie = NpgsqlDataSource.Create(ApplicatieVerbinding(poolSize: 10));
        sleutels = Sleutelmap.Open(SleutelMap);
        Kluis = new Kluis(sleutels);
        Dossiers = new DossierWriter(Kluis, Klok);
        await new BeleidStore(Applicatie, Klok).ActiveerAsync(Beleid, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        sleutels?.Dispose();
        await Applicatie.DisposeAsync();
        await Superuser.DisposeAsync();
        await Cluster.DropAsync(Database);
    }

    /// <summary>The application role's connection to the clone.</summary>
    public string ApplicatieVerbinding(int poolSize) =>
        new NpgsqlConnectionStringBuilder(Migrator.Verbinding(SleutelMap, "applicatie")) { Database = Database, MaxPoolSize = poolSize }.ConnectionString;

    /// <summary>Work in one gemeente under the application role, committed.</summary>
    internal async Task<T> InAsync<T>(string gemeentecode, Func<NpgsqlTransaction, Task<T>> werk)
    {
        await using var verbinding = await Applicatie.OpenConnectionAsync(Ct);
        await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, Ct);
        var result = await werk(transactie);
        await transactie.CommitAsync(Ct);
        return result;
    }

    /// <summary>A person's dossier, opened when new.</summary>
    internal Task<DossierRef> DossierAsync(string gemeentecode, string bsn) =>
        InAsync(gemeentecode, t => Dossiers.FindOrOpenAsync(t, gemeentecode, BsnOf(bsn), null, null, Ct));

    /// <summary>One group of fields, as its source gave it.</summary>
    internal Task<bool> PutAsync(DossierRef dossier, string categorie, string bron, JsonObject velden, string veldgroep = "groep", DateTimeOffset? gevraagdOp = null) =>
        InAsync(dossier.Gemeentecode, t => Dossiers.PutAsync(t, dossier, new Feit
        {
            Categorie = categorie,
            Veldgroep = veldgroep,
            Bron = bron,
            GevraagdOp = gevraagdOp ?? Klok.GetUtcNow(),
            Velden = velden,
        }, Ct));

    /// <summary>The dossier as the regievoerder of this gemeente reads it; null when refused.</summary>
    internal async Task<Granted?> ReadAsync(string gemeentecode, Guid dossierId, NpgsqlDataSource? bron = null)
    {
        var desk = new AccessDesk(Beleid, new global::Inburgering.Gateway.Verwerkingslog.Verwerking(Klok));
        var question = desk.Ask(new CallerRegister(Beleid).Medewerker("account-1", "REG", gemeentecode), "regie-voeren")!;
        return desk.Decide(question, await new GatewayDb(bron ?? Applicatie, Kluis, Klok, TimeProvider.System).ReadAsync(question, dossierId, Ct));
    }

    /// <summary>A statement as superuser.</summary>
    internal async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Superuser.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>One column as superuser.</summary>
    internal async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var command = Superuser.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(reader.IsDBNull(0) ? string.Empty : reader.GetString(0));
        }

        return rows;
    }

    internal static Bsn BsnOf(string text) => Bsn.TryParse(text, out var bsn) ? bsn : throw new ArgumentException("Geen BSN.", nameof(text));
}
