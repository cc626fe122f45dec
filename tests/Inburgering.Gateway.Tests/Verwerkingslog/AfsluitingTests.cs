using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Npgsql;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>A month whose longest term is over goes and leaves a sealed record; the chain still verifies.</summary>
public sealed class AfsluitingTests
{
    private const string Restricted = "23001";

    private static readonly DateTimeOffset Nu = Given.Begin;
    private static readonly DateTimeOffset Januari = new(2018, 1, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Februari = Januari.AddMonths(1);

    [Fact]
    public async Task Maand_AlleTermijnenVoorbij_GaatEnDeKetenKlopt()
    {
        await using var wereld = await FilledAsync();

        Assert.Equal([(new DateOnly(2018, 1, 1), 5L), (new DateOnly(2018, 2, 1), 2L)], await SluitAsync(wereld));

        Assert.Equal("201801,201802", await wereld.Database.OwnerScalarAsync<string>("select string_agg(to_char(maand, 'YYYYMM'), ',' order by maand) from verwerkingslog.afsluiting"));
        Assert.Equal(0, await wereld.Database.CountAsync("tijdstip < '2020-01-01'"));
        Assert.Equal(0, await wereld.Database.OwnerScalarAsync<long>("select count(*) from pg_class where relname in ('regel_201801', 'regel_201802')"));
        var uitslag = await wereld.ControleerAsync();
        Assert.Empty(uitslag.Bevindingen);
        Assert.Equal((4L, 3), (uitslag.Regels, uitslag.Stromen));        // two lines of this year and two of the house; 0171 has no line left
    }

    [Fact]
    public async Task Maand_TweedeKeer_DoetNiets()
    {
        await using var wereld = await FilledAsync();
        await SluitAsync(wereld);

        Assert.Empty(await SluitAsync(wereld));
    }

    [Fact]
    public async Task Maand_EenTermijnLooptNog_BlijftHeel()
    {
        await using var wereld = await FilledAsync();
        await wereld.Writer.AppendAsync(Given.Regel() with { Tijdstip = Februari, Bewaartermijn = "P50Y" }, Given.Ct);

        Assert.Equal([(new DateOnly(2018, 1, 1), 5L)], await SluitAsync(wereld));

        Assert.Equal(3, await wereld.Database.CountAsync("tijdstip >= '2018-02-01' and tijdstip < '2018-03-01'"));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Maand_GestoptNaDeAfsluiting_GaatDeVolgendeKeer()
    {
        await using var wereld = await FilledAsync();
        await CloseOnlyAsync(wereld);
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);

        Assert.Equal([(new DateOnly(2018, 1, 1), 5L), (new DateOnly(2018, 2, 1), 2L)], await SluitAsync(wereld));

        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Maand_MetDeRegelVanEenWislijn_LaatDieGelden()
    {
        await using var wereld = await FilledAsync();
        await MetLogAsync(wereld, log => new Logwisser(new NpgsqlWisStore(wereld.Database.Onderhoud), log, TimeProvider.System).RunAsync(
            new Wisopdracht
            {
                Vraag = new Wisvraag("1708", null, Given.Dossier(9)),
                Waarom = "avg-17",
                Aanvrager = "a",
                Goedkeurder = "b",
                Regel = Given.Regel() with { Betrokkene = null, Tijdstip = Januari },
            },
            Given.Ct));
        Assert.True(await wereld.Database.CountAsync("persoon_digest is not null and tijdstip > '2020-01-01'") > 0);

        await SluitAsync(wereld);

        Assert.Equal(0, await wereld.Database.CountAsync("bericht_id like 'wislijn:%'"));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Controleer_AfsluitingWeg_DeRegelsZijnVerwijderd()
    {
        await using var wereld = await FilledAsync();
        await SluitAsync(wereld);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.afsluiting where maand = '2018-01-01'");

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal([(Soort.Afgekapt, "0171/0", 1L), (Soort.Verwijderd, "1708/0", 1L)], uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom!, b.Plaats)));
    }

    [Fact]
    public async Task Controleer_AfsluitingDieNietInHetLogStaat_TeltNiet()
    {
        await using var wereld = await FilledAsync();
        await SluitAsync(wereld);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.regel where gemeentecode = '0000'; "
            + "delete from verwerkingslog.kop where gemeentecode = '0000'; delete from verwerkingslog.zegel where nummer > 1");
        Directory.EnumerateFiles(wereld.Options.Ankers, "zegel-*").Where(f => !f.EndsWith("001.json", StringComparison.Ordinal)).ToList().ForEach(File.Delete);

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal([(Soort.AfsluitingOngeldig, null, 201801L), (Soort.Verwijderd, "0171/0", 1L), (Soort.Verwijderd, "1708/0", 1L)], uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom, b.Plaats)));
    }

    [Fact]
    public async Task Controleer_AfsluitingVeranderd_IsOngeldig()
    {
        await using var wereld = await FilledAsync();
        await SluitAsync(wereld);
        await wereld.Database.OwnerAsync("update verwerkingslog.afsluiting set handtekening = sha256(handtekening) || sha256(inhoud::bytea) where maand = '2018-02-01'");

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal([(Soort.AfsluitingOngeldig, null, 201802L), (Soort.Afgekapt, "0171/0", 3L), (Soort.Verwijderd, "1708/0", 4L)], uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom, b.Plaats)));
    }

    [Fact]
    public async Task VerwijderMaand_ZonderAfsluitingOfMetLopendeTermijn_WordtGeweigerd()
    {
        await using var wereld = await FilledAsync();

        Assert.Equal(Restricted, await FaultAsync(wereld, "select verwerkingslog.verwijder_maand('2018-01-01')"));
        await wereld.Writer.AppendAsync(Given.Regel() with { Tijdstip = Februari, Bewaartermijn = "P99Y" }, Given.Ct);
        Assert.Equal(Restricted, await FaultAsync(wereld, "select verwerkingslog.verwijder_maand('2018-02-01')"));
        await CloseOnlyAsync(wereld);
        await wereld.Writer.AppendAsync(Given.Regel() with { Tijdstip = Januari }, Given.Ct);
        Assert.Equal(Restricted, await FaultAsync(wereld, "select verwerkingslog.verwijder_maand('2018-01-01')"));
        Assert.Equal("42501", await FaultAsync(wereld, "drop table verwerkingslog.regel_201801"));
    }

    [Fact]
    public async Task Maanden_Vooruit_GeslotenMaandKomtNietTerug()
    {
        await using var wereld = await FilledAsync();
        await SluitAsync(wereld);

        Assert.Equal(0, await wereld.Database.OwnerScalarAsync<int>("select verwerkingslog.maak_partities('2018-01-01', '2018-03-01')"));
        Assert.Equal(0, await new NpgsqlMaandStore(wereld.Database.Onderhoud).MakeAheadAsync(Given.Ct));
        await wereld.Database.OwnerAsync("do $$ begin execute 'drop table verwerkingslog.regel_' || to_char(now() + interval '13 months', 'YYYYMM'); end $$");
        Assert.Equal(1, await new NpgsqlMaandStore(wereld.Database.Onderhoud).MakeAheadAsync(Given.Ct));
    }

    /// <summary>1708: three lines of January, one of February, two of now. 0171: two of January, one of February.</summary>
    private static async Task<LogWereld> FilledAsync()
    {
        var wereld = await LogWereld.CreateAsync();
        await wereld.Database.OwnerAsync("select verwerkingslog.maak_partities('2018-01-01', '2018-03-01')");
        foreach (var (gemeente, tijdstip) in new[]
        {
            ("1708", Januari), ("0171", Januari), ("1708", Januari.AddDays(1)), ("0171", Januari.AddDays(1)), ("1708", Januari.AddDays(2)),
            ("1708", Februari), ("0171", Februari), ("1708", Nu), ("1708", Nu.AddHours(1)),
        })
        {
            await wereld.Writer.AppendAsync(Given.Regel(gemeente, 9) with { Tijdstip = tijdstip }, Given.Ct);
        }

        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);
        return wereld;
    }

    private static async Task<IReadOnlyList<(DateOnly Maand, long Regels)>> SluitAsync(LogWereld wereld)
    {
        var store = new NpgsqlMaandStore(wereld.Database.Onderhoud);
        var gesloten = new List<(DateOnly, long)>();
        await MetLogAsync(wereld, async log =>
        {
            foreach (var maand in await store.VoorbijAsync(Nu, Given.Ct))
            {
                gesloten.Add((maand, await new Maandsluiter(store, log, wereld.Sleutel, TimeProvider.System).RunAsync(maand, Huisregel, Given.Ct)));
            }
        });
        return gesloten;
    }

    /// <summary>As when the run was killed between the afsluiting and the drop.</summary>
    private static async Task CloseOnlyAsync(LogWereld wereld)
    {
        var store = new NpgsqlMaandStore(wereld.Database.Onderhoud);
        await wereld.Database.OwnerAsync("revoke execute on function verwerkingslog.verwijder_maand(date) from gateway_onderhoud");
        await MetLogAsync(wereld, log => Assert.ThrowsAsync<PostgresException>(
            () => new Maandsluiter(store, log, wereld.Sleutel, TimeProvider.System).RunAsync(new DateOnly(2018, 1, 1), Huisregel, Given.Ct)));
        await wereld.Database.OwnerAsync("grant execute on function verwerkingslog.verwijder_maand(date) to gateway_onderhoud");
    }

    private static Logregel Huisregel => Given.Regel(Logregel.Huis) with { Betrokkene = null };

    private static async Task MetLogAsync(LogWereld wereld, Func<ILogWriter, Task> werk)
    {
        using var log = await Given.WriterAsync(wereld.Database, store: new NpgsqlLogStore(wereld.Database.Onderhoud));
        await werk(log);
        await log.StopAsync(Given.Ct);
        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);
    }

    private static async Task<string?> FaultAsync(LogWereld wereld, string sql)
    {
        await using var command = wereld.Database.Onderhoud.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Given.Ct))).SqlState;
    }
}
