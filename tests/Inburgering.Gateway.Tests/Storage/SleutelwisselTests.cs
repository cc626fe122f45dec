using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Features.Bewaren;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Verwerkingslog;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Options = Microsoft.Extensions.Options.Options;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>security 18: while the key of the blind index is being replaced, one person keeps one dossier.</summary>
public sealed class SleutelwisselTests(CloneFixture world) : IClassFixture<CloneFixture>
{
    private const string Gemeente = "1708";
    private const int Personen = 25;
    private static int nummer = 999_970_000;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leveringen_TegelijkOpMachinesMetOudeEnBeideSleutels_EenDossier()
    {
        using var oud = new Machine(world, [1]);
        using var beide = new Machine(world, [1, 2]);

        await OneDossierEachAsync(oud, beide);
    }

    [Fact]
    public async Task Leveringen_TegelijkOpMachinesMetBeideEnNieuweSleutel_EenDossier()
    {
        using var beide = new Machine(world, [1, 2]);
        using var nieuw = new Machine(world, [2]);

        await OneDossierEachAsync(beide, nieuw);
    }

    [Fact]
    public async Task Leveringen_TegelijkTijdensDeTweedeWissel_EenDossier()
    {
        using var beide = new Machine(world, [2, 3]);
        using var nieuw = new Machine(world, [3]);

        await OneDossierEachAsync(beide, nieuw);
    }

    [Fact]
    public async Task Levering_MetAndermansBsnBijEenBekendVNummer_KrijgtGeenNieuweVersieVanDatBsn()
    {
        var (bsn, ander, vNummer) = (NieuwBsn(), NieuwBsn(), VNummerOf("2900000777"));
        using var oud = new Machine(world, [1]);
        using var beide = new Machine(world, [1, 2]);
        using var nieuw = new Machine(world, [2]);
        var dossier = await oud.LeverAsync(bsn, vNummer);

        Assert.Equal(dossier, await beide.LeverAsync(null, vNummer));
        Assert.Equal(dossier, await beide.LeverAsync(ander, vNummer));

        Assert.Null(await nieuw.VindAsync(ander));
        Assert.Equal(dossier, await beide.VindAsync(bsn));
    }

    [Fact]
    public async Task Zoekindex_NaNieuweSleutel_LaatDeOudeWeggaanEnZegtVanWieHetNummerOntbreekt()
    {
        using var oud = new Machine(world, [1]);
        using var beide = new Machine(world, [1, 2]);
        using var nieuw = new Machine(world, [2]);
        var (bekend, onbekend) = (NieuwBsn(), NieuwBsn());
        var dossier = await oud.LeverAsync(bekend, null);
        await world.PutAsync((await world.InAsync(Gemeente, t => world.Dossiers.FindAsync(t, Gemeente, dossier, Ct)))!, "IDN", "gemeente", new JsonObject { ["bsn"] = bekend.Reveal() });
        var zonderFeit = await oud.LeverAsync(onbekend, null);
        Assert.Null(await nieuw.VindAsync(bekend));
        Assert.NotEqual(0, await nieuw.OnvindbaarAsync());

        var (_, wachten) = await ZoekindexAsync(beide);

        Assert.Equal(dossier, await nieuw.VindAsync(bekend));
        Assert.NotEqual(0, wachten);
        Assert.NotEqual(0, await nieuw.OnvindbaarAsync());
        Assert.Equal(zonderFeit, await beide.LeverAsync(onbekend, null));
        Assert.Equal(zonderFeit, await nieuw.VindAsync(onbekend));
        await world.ExecuteAsync("update dossiers.dossier set bsn_index = null where bsn_index_even is null");
        Assert.Equal(0, await nieuw.OnvindbaarAsync());
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 3")]
    [InlineData("nieuw")]
    public void Open_SleutelsDieNietNaastElkaarMogen_NoemtZeEnWeigert(string versies)
    {
        using var map = new Map(world.SleutelMap, versies.Split(' '));

        var fout = Assert.Throws<InvalidOperationException>(() => Sleutelmap.Open(map.Folder));

        Assert.Contains("indexsleutels", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TienDeVersie_KomtNaDeNegende()
    {
        using var map = new Map(world.SleutelMap, ["9", "10"]);
        using var sleutels = Sleutelmap.Open(map.Folder);

        Assert.Equal("10", sleutels.Huidige("index").Kid);
    }

    private static async Task OneDossierEachAsync(Machine een, Machine ander)
    {
        for (var i = 0; i < Personen; i++)
        {
            var bsn = NieuwBsn();

            var dossiers = await Task.WhenAll(een.LeverAsync(bsn, null), ander.LeverAsync(bsn, null), een.LeverAsync(bsn, null), ander.LeverAsync(bsn, null));

            Assert.Single(dossiers.Distinct());
            Assert.Equal(dossiers[0], await een.VindAsync(bsn));
            Assert.Equal(dossiers[0], await ander.VindAsync(bsn));
        }
    }

    private async Task<(int Vernieuwd, int Wachten)> ZoekindexAsync(Machine machine)
    {
        await using var bron = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Migrator.Verbinding(world.SleutelMap, "onderhoud")) { Database = world.Database, MaxPoolSize = 4 }.ConnectionString);
        using var log = new LogWriter(new NpgsqlLogStore(bron), Options.Create(new VerwerkingslogOptions()), TimeProvider.System, NullLogger<LogWriter>.Instance);
        await log.StartAsync(Ct);
        var uitkomst = await new Zoekindex(world.Beleid, new Herindexering(bron, machine.Kluis, machine.Dossiers), log, world.Klok).RunAsync(Gemeente, Ct);
        await log.StopAsync(Ct);
        return uitkomst;
    }

    private static Bsn NieuwBsn()
    {
        while (true)
        {
            if (Bsn.TryParse($"{Interlocked.Increment(ref nummer)}", out var bsn))
            {
                return bsn;
            }
        }
    }

    private static VNummer VNummerOf(string text) => VNummer.TryParse(text, out var v) ? v : throw new ArgumentException("Geen V-nummer.", nameof(text));

    /// <summary>One machine: its own key folder and writer, on the database of all.</summary>
    private sealed class Machine : IDisposable
    {
        private readonly CloneFixture world;
        private readonly Map map;
        private readonly Sleutelmap sleutels;

        public Machine(CloneFixture world, int[] versies)
        {
            this.world = world;
            map = new Map(world.SleutelMap, [.. versies.Select(v => $"{v}")]);
            sleutels = Sleutelmap.Open(map.Folder);
            Kluis = new Kluis(sleutels);
            Dossiers = new DossierWriter(Kluis, world.Klok);
        }

        public Kluis Kluis { get; }

        public DossierWriter Dossiers { get; }

        /// <summary>As a delivery does it; when two machines meet in a column the database lets one begin again.</summary>
        public async Task<Guid> LeverAsync(Bsn? bsn, VNummer? vNummer)
        {
            while (true)
            {
                try
                {
                    return (await world.InAsync(Gemeente, t => Dossiers.FindOrOpenAsync(t, Gemeente, bsn, vNummer, null, Ct))).DossierId;
                }
                catch (DbException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
                {
                    // the other was first
                }
            }
        }

        public async Task<Guid?> VindAsync(Bsn bsn) => (await world.InAsync(Gemeente, t => Dossiers.FindAsync(t, Gemeente, bsn, null, Ct)))?.DossierId;

        public Task<long> OnvindbaarAsync() => Herindexering.OnvindbaarAsync(world.Applicatie, Kluis, [Gemeente], Ct);

        public void Dispose()
        {
            sleutels.Dispose();
            map.Dispose();
        }
    }

    /// <summary>A key folder with these versions of the index key; the same version is the same key everywhere.</summary>
    private sealed class Map : IDisposable
    {
        public Map(string van, string[] versies)
        {
            foreach (var source in Directory.EnumerateFiles(van).Where(f => !Path.GetFileName(f).StartsWith("index-", StringComparison.Ordinal)))
            {
                File.Copy(source, Path.Combine(Folder, Path.GetFileName(source)));
            }

            foreach (var versie in versies)
            {
                File.WriteAllText(Path.Combine(Folder, $"index-{versie}.key"), Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(versie))));
            }
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("sleutelwissel-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
