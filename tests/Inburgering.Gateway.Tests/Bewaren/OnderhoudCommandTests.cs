using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Wiring;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>`gateway onderhoud bewaartermijnen` as the real program: counts, one at a time, and safe to kill at any moment.</summary>
public sealed class OnderhoudCommandTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    private static readonly DateOnly Einde = new(2019, 11, 14);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gekild_TussenTweeDossiers_GaatDeVolgendeKeerVerder()
    {
        using var map = new Sleutelkopie(world);
        var (eerste, tweede) = (await VoorbijAsync(), await VoorbijAsync());
        (eerste, tweede) = eerste.DossierId.CompareTo(tweede.DossierId) < 0 ? (eerste, tweede) : (tweede, eerste);
        await using (var verbinding = await world.Superuser.OpenConnectionAsync(Ct))
        {
            await using var rij = await verbinding.BeginTransactionAsync(Ct);
            await using var houdt = new NpgsqlCommand($"select 1 from dossiers.dossier where dossier_id = '{tweede.DossierId}' for update", verbinding, rij);
            await houdt.ExecuteScalarAsync(Ct);
            await using var run = map.Start("onderhoud", "bewaartermijnen");
            await UntilAsync("select exists (select 1 from pg_stat_activity where usename = 'gateway_onderhoud' and wait_event_type = 'Lock')");
            await run.KillAsync();
        }

        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(eerste.DossierId));
        Assert.Equal("CON:1 GSP:1 IDN:2 PLI:1", await world.FeitenAsync(tweede));
        await UntilAsync("select not exists (select 1 from pg_stat_activity where usename = 'gateway_onderhoud')");

        var (exit, output) = await map.RunAsync("onderhoud", "bewaartermijnen");

        Assert.True(exit == 0, output);
        Assert.Contains("1708: dossiers 1, gegevenscategorieën 0, berichtinhouden 1 verwijderd.", output, StringComparison.Ordinal);
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(tweede.DossierId));
        Assert.Equal(["1", "1"], await world.ListAsync($"select count(*)::text from dossiers.verwijdering where dossier_id in ('{eerste.DossierId}', '{tweede.DossierId}') group by dossier_id"));
        Canary.AssertClean(output);
        var controle = await map.RunAsync("log", "controleer");
        Assert.True(controle.Exit == 0, controle.Output);
    }

    [Fact]
    public async Task Proef_Gevraagd_TeltEnWijzigtNiets()
    {
        using var map = new Sleutelkopie(world);
        var dossier = await VoorbijAsync();

        var (exit, output) = await map.RunAsync("onderhoud", "bewaartermijnen", "--proef");

        Assert.True(exit == 0, output);
        Assert.Contains("1708: dossiers 1, gegevenscategorieën 0, berichtinhouden 1 te verwijderen (proef: niets gewijzigd).", output, StringComparison.Ordinal);
        Assert.Equal("CON:1 GSP:1 IDN:2 PLI:1", await world.FeitenAsync(dossier));
        Assert.Equal(0, (await map.RunAsync("onderhoud", "bewaartermijnen")).Exit);
    }

    [Fact]
    public async Task Log_TermijnVanEenRegelEnVanEenMaandVoorbij_GaatEnHetLogBlijftTeControleren()
    {
        using var map = new Sleutelkopie(world);
        var dossier = Guid.NewGuid();
        await world.ExecuteAsync("select verwerkingslog.maak_partities('2017-01-01', '2017-02-01')");
        await world.LogAsync(new DateTimeOffset(2024, 11, 15, 10, 0, 0, TimeSpan.Zero), "P1D", dossier);
        await world.LogAsync(new DateTimeOffset(2024, 11, 15, 10, 0, 0, TimeSpan.Zero), "P5Y", Guid.NewGuid());
        await world.LogAsync(new DateTimeOffset(2017, 1, 15, 10, 0, 0, TimeSpan.Zero), "P5Y", dossier);

        var (exit, output) = await map.RunAsync("onderhoud", "bewaartermijnen");

        Assert.True(exit == 0, output);
        Assert.Contains("1708: logregels 1 gewist.", output, StringComparison.Ordinal);
        Assert.Contains("log van 2017-01: 1 regels verwijderd.", output, StringComparison.Ordinal);
        Assert.Equal(["0"], await world.ListAsync($"select count(*)::text from verwerkingslog.regel where dossier_id = '{dossier}' or tijdstip < '2017-02-01'"));
        Assert.Equal(["taak-bewaartermijnen|bewaartermijn"], await world.ListAsync("""
            select distinct concat_ws('|', c.actor, w.inhoud::jsonb ->> 'waarom') from verwerkingslog.wislijn w
            join verwerkingslog.regel r on r.gemeentecode = w.gemeentecode and r.bericht_id = 'wislijn:' || encode(w.hash, 'hex')
            join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where w.inhoud::jsonb ->> 'beleid' = c.beleid
            """));
        Assert.Equal(0, (await map.RunAsync("log", "controleer")).Exit);
    }

    [Fact]
    public async Task LogExporteer_HeleLog_KanDoorIedereenGecontroleerd()
    {
        using var map = new Sleutelkopie(world);
        var bestand = Path.Combine(map.Folder, "log.jsonl");

        var (exit, output) = await map.RunAsync("log", "exporteer", "--uit", bestand);

        Assert.True(exit == 0, output);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(bestand));
        var (code, uit, fout) = await TweedeControle.RunAsync(bestand);
        Assert.True(code == 0, uit + fout);
        Assert.Contains("Log geëxporteerd", await File.ReadAllTextAsync(bestand, Ct), StringComparison.Ordinal);
        Assert.Equal(2, (await map.RunAsync("log", "exporteer", "--uit", bestand)).Exit);
        Assert.Equal((2, "Gebruik: gateway log exporteer --uit BESTAND"), await map.RunAsync("log", "exporteer"));
    }

    [Fact]
    public async Task TweeMachines_EenIsBezig_LaatDeAndereHetNietDoen()
    {
        using var map = new Sleutelkopie(world);
        // not from the pool: there it would hold the lock for the next test
        await using var verbinding = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Cluster.Database(world.Database)) { Pooling = false }.ConnectionString);
        await verbinding.OpenAsync(Ct);
        await using var slot = new NpgsqlCommand($"select pg_advisory_lock({0x42455741})", verbinding);
        await slot.ExecuteScalarAsync(Ct);

        var (exit, output) = await map.RunAsync("onderhoud", "bewaartermijnen");

        Assert.Equal((0, "Een andere machine is al bezig met de bewaartermijnen."), (exit, output.Trim()));
    }

    [Fact]
    public async Task Woord_DatErNietBijHoort_IsVerkeerdGebruik()
    {
        using var map = new Sleutelkopie(world);

        Assert.Equal((2, "Gebruik: gateway onderhoud bewaartermijnen [--proef]"), await map.RunAsync("onderhoud", "bewaartermijnen", "--alles"));
    }

    [Fact]
    public async Task Demo_ZonderDeKlokVanDeDemo_WistNiets()
    {
        using var map = new Sleutelkopie(world);
        var dossier = await VoorbijAsync();
        Directory.CreateDirectory(Path.Combine(map.Folder, "demo"));

        var (exit, output) = await map.MetKlokAsync(klok: null, "onderhoud", "bewaartermijnen");

        Assert.Equal(2, exit);
        Assert.StartsWith("Dit is de demo, waar de tijd stilstaat.", output, StringComparison.Ordinal);
        Assert.Equal("CON:1 GSP:1 IDN:2 PLI:1", await world.FeitenAsync(dossier));
        Assert.Equal(0, (await map.RunAsync("onderhoud", "bewaartermijnen")).Exit);
    }

    [Theory]
    [InlineData("2024-11-15T10:00:00+01:00", "2024-11-16T03:00:00+01:00")]
    [InlineData("2024-11-15T02:59:59+01:00", "2024-11-15T03:00:00+01:00")]
    [InlineData("2024-11-15T03:00:00+01:00", "2024-11-16T03:00:00+01:00")]
    [InlineData("2024-03-31T01:30:00+01:00", "2024-03-31T03:00:00+02:00")]
    [InlineData("2024-10-27T02:30:00+02:00", "2024-10-27T03:00:00+01:00")]
    public void Nacht_Volgende_IsDrieUurNederlandseTijd(string nu, string drie) =>
        Assert.Equal(Moment(drie), NachtelijkOnderhoud.Volgende(Moment(nu)));

    [Fact]
    public async Task Nacht_OmDrieUur_LooptDeTaakEenKeerPerNachtOokNaEenFout()
    {
        var klok = new StilleKlok(Moment("2024-11-15T02:59:59.990+01:00"));
        var keren = new List<DateTimeOffset>();
        var klaar = new TaskCompletionSource();
        using var nacht = new NachtelijkOnderhoud(klok, NullLogger<NachtelijkOnderhoud>.Instance)
        {
            Taak = _ =>
            {
                keren.Add(NachtelijkOnderhoud.Volgende(klok.GetUtcNow()));
                klok.Moment = klok.Moment.AddDays(1);
                return keren.Count < 3 ? throw new InvalidOperationException("een nacht die mislukt") : Done();
            },
        };

        await nacht.StartAsync(Ct);
        await klaar.Task.WaitAsync(Ct);
        await nacht.StopAsync(Ct);

        Assert.Equal([Moment("2024-11-15T03:00:00+01:00"), Moment("2024-11-16T03:00:00+01:00"), Moment("2024-11-17T03:00:00+01:00")], keren.Take(3));

        Task<int> Done()
        {
            klok.Moment = klok.Moment.AddHours(1);
            klaar.TrySetResult();
            return Task.FromResult(0);
        }
    }

    private static DateTimeOffset Moment(string tekst) => DateTimeOffset.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Gateway.Storage.DossierRef> VoorbijAsync()
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.EindeAsync(dossier, Einde);
        return dossier;
    }

    private async Task UntilAsync(string sql)
    {
        while ((await world.ListAsync($"select ({sql})::text"))[0] != "true")
        {
            await Task.Delay(20, Ct);
        }
    }
}
