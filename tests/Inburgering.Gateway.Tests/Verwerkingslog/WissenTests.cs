using System.Globalization;
using System.Text;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Npgsql;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>A person goes from the log; that he was looked at stays provable (security 4).</summary>
public sealed class WissenTests
{
    private const string Restricted = "23001";
    private const string NoRight = "42501";

    private const string Erase = """
        update verwerkingslog.regel r set zout = null, betrokkene = null, dossier_id = null, informatie = null,
            persoon_digest = verwerkingslog.persoon_digest(r.zout, r.betrokkene, r.dossier_id, r.informatie, c.betrokkene_type)
        from verwerkingslog.context c where c.gemeentecode = r.gemeentecode and c.id = r.context and r.gemeentecode = '1708'
        """;

    private static readonly Guid Weg = new("11111111-2222-4333-8444-555555555555");
    private static readonly string Pseudoniem = new('c', 64);

    [Fact]
    public async Task Wissen_Persoon_StaatNietMeerInDumpEnLogEnDeKetenKlopt()
    {
        await using var wereld = await FilledAsync();
        var voor = await DumpAsync(wereld);

        var gewist = await WisAsync(wereld, Avg17());

        Assert.Equal(3, gewist);
        var na = await DumpAsync(wereld);
        string[] geheim = [Weg.ToString(), Pseudoniem, "opdracht:van-\"deze\"-persoon"];
        Assert.All(geheim, g => Assert.Contains(g, voor, StringComparison.Ordinal));
        Assert.All(geheim, g => Assert.DoesNotContain(g, na, StringComparison.Ordinal));
        Assert.DoesNotContain(Weg, (await wereld.ReadAllAsync("1708")).Select(r => r.Regel.Betrokkene?.DossierId));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
        Assert.DoesNotContain(Weg.ToString(), await File.ReadAllTextAsync(wereld.Export, Given.Ct), StringComparison.Ordinal);
        Assert.Equal("schakelcollege-1708|uitvoeren-leerroute|0", await wereld.Database.OwnerScalarAsync<string>("""
            select string_agg(distinct concat_ws('|', c.actor, c.doel, c.resultaat), ' ') from verwerkingslog.regel r
            join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where r.persoon_digest is not null
            """));
    }

    [Fact]
    public async Task Wissen_RegelMetAfgelopenTermijn_NoemtHetBeleidEnLaatDeAnderenStaan()
    {
        await using var wereld = await FilledAsync();
        await wereld.Writer.AppendAsync(Given.Regel() with { Bewaartermijn = "P1M", Informatie = "toestemming:kort" }, Given.Ct);

        var gewist = await WisAsync(wereld, Termijn(Given.Begin.AddMonths(2)));

        Assert.Equal(1, gewist);
        Assert.Equal(1, await wereld.Database.CountAsync("zout is null and informatie is null and persoon_digest is not null"));
        var wislijn = WislijnForm.Read(await wereld.Database.OwnerScalarAsync<string>("select inhoud from verwerkingslog.wislijn"))!;
        Assert.Equal((Given.Regel().Beleid, null, null, "bewaartermijn"), (wislijn.Beleid, wislijn.Aanvrager, wislijn.Goedkeurder, wislijn.Waarom));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
        Assert.Equal(0, await WisAsync(wereld, Termijn(Given.Begin.AddMonths(2))));
    }

    [Fact]
    public async Task Wissen_MeerRegelsDanEenWislijnHoudt_GaatInMeerWislijnen()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 1_005).Select(i => wereld.Writer.AppendAsync(Given.Regel(nummer: i) with { Bewaartermijn = "P1D" }, Given.Ct)));

        Assert.Equal(1_005, await WisAsync(wereld, Termijn(Given.Begin.AddDays(2))));

        Assert.Equal(2, await wereld.Database.OwnerScalarAsync<long>("select count(*) from verwerkingslog.wislijn"));
        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    [Fact]
    public async Task Controleer_GewistZonderWislijn_IsGewijzigd()
    {
        await using var wereld = await FilledAsync();
        await wereld.Database.OwnerAsync($"{Erase} and seq = 5");

        await AssertFoundAsync(wereld, (Soort.Gewijzigd, "1708/0", 5));
    }

    [Fact]
    public async Task Controleer_WislijnDieNietInHetLogStaat_TeltNiet()
    {
        await using var wereld = await FilledAsync();
        await WisAsync(wereld, Avg17());
        await wereld.Database.OwnerAsync($"{Erase} and seq = 5");
        await ForgeAsync(wereld, 5);

        await AssertFoundAsync(wereld, (Soort.Gewijzigd, "1708/0", 5), (Soort.WislijnOngeldig, "1708", 2));
    }

    [Fact]
    public async Task Controleer_WislijnVeranderd_LaatHaarRegelsZonder()
    {
        await using var wereld = await FilledAsync();
        await WisAsync(wereld, Avg17());
        await wereld.Database.OwnerAsync("""
            alter table verwerkingslog.wislijn drop constraint wislijn_check;
            update verwerkingslog.wislijn set inhoud = replace(inhoud, 'goedkeurder":"b', 'goedkeurder":"x')
            """);

        await AssertFoundAsync(wereld, (Soort.Gewijzigd, "1708/0", 7), (Soort.WislijnOngeldig, "1708", 1));
    }

    [Fact]
    public async Task Controleer_WislijnVanEenAndereGemeente_TeltNiet()
    {
        await using var wereld = await FilledAsync();
        await WisAsync(wereld, Avg17());
        await wereld.Database.OwnerAsync("update verwerkingslog.wislijn set gemeentecode = '0171'");

        await AssertFoundAsync(wereld, (Soort.Gewijzigd, "1708/0", 7), (Soort.WislijnOngeldig, "0171", 1));
    }

    [Fact]
    public async Task Controleer_PersoonTeruggezetUitEenOudeKopie_IsGewijzigd()
    {
        await using var wereld = await FilledAsync();
        await wereld.Database.OwnerAsync("create table oud as table verwerkingslog.regel");
        await WisAsync(wereld, Avg17());
        await wereld.Database.OwnerAsync("delete from verwerkingslog.regel where slot = 0 and seq = 8; insert into verwerkingslog.regel select * from oud where seq = 8 and gemeentecode = '1708'");

        await AssertFoundAsync(wereld, (Soort.Gewijzigd, "1708/0", 8));
    }

    [Theory]
    [InlineData("duur_ms = 1", NoRight)]
    [InlineData("hash = sha256(hash)", NoRight)]
    [InlineData("zout = null", Restricted)]
    [InlineData("dossier_id = null, betrokkene = null, informatie = null", Restricted)]
    [InlineData("zout = null, betrokkene = null, dossier_id = null, informatie = null, persoon_digest = sha256(zout)", Restricted)]
    [InlineData("persoon_digest = sha256(zout)", Restricted)]
    public async Task Update_AndersDanDePersoonWissen_WordtGeweigerd(string set, string code)
    {
        await using var wereld = await FilledAsync();

        Assert.Equal(code, await FaultAsync(wereld.Database.Onderhoud, $"update verwerkingslog.regel set {set}"));
    }

    [Fact]
    public async Task Update_DePersoonWissen_MagEenKeer()
    {
        await using var wereld = await FilledAsync();

        Assert.Null(await FaultAsync(wereld.Database.Onderhoud, $"{Erase} and seq = 5; commit"));
        Assert.Equal(Restricted, await FaultAsync(wereld.Database.Onderhoud, "update verwerkingslog.regel set persoon_digest = sha256(persoon_digest) where seq = 5"));
    }

    [Theory]
    [InlineData("delete from verwerkingslog.regel")]
    [InlineData("truncate verwerkingslog.regel")]
    [InlineData("update verwerkingslog.regel set aantal = 2")]
    [InlineData("update verwerkingslog.zegel set kid = 'x'")]
    [InlineData("delete from verwerkingslog.kop")]
    [InlineData("update verwerkingslog.context set doel = 'x'")]
    [InlineData("delete from verwerkingslog.wislijn")]
    public async Task Statement_VanDeEigenaar_StuitOpDeTrekker(string sql)
    {
        await using var wereld = await FilledAsync();
        await WisAsync(wereld, Avg17());

        Assert.Equal(Restricted, await FaultAsync(wereld.Database.Owner, $"set session_replication_role = origin; {sql}"));
    }

    [Fact]
    public void Wislijn_DoorEenPersoonAlleen_WordtNietGemaakt() =>
        Assert.Throws<ArgumentException>(() => WislijnForm.Write(new Wislijn
        {
            Gemeentecode = "1708",
            Waarom = "avg-17",
            Aanvrager = "a",
            Goedkeurder = "A",
            Tijd = 0,
            Regels = [new Wisregel(0, 1, new byte[32])],
        }));

    /// <summary>Six lines of others in each of two gemeenten, then three about the person: known, known with a reason, and asked for in vain.</summary>
    private static async Task<LogWereld> FilledAsync()
    {
        var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 3);
        foreach (var regel in new[]
        {
            Given.Regel() with { Betrokkene = new Betrokkene(Pseudoniem, "BSN", Weg) },
            Given.Regel() with { Betrokkene = new Betrokkene(null, "dossier", Weg), Informatie = "opdracht:van-\"deze\"-persoon" },
            Given.Regel() with { Betrokkene = new Betrokkene(Pseudoniem, "BSN", null) },
        })
        {
            await wereld.Writer.AppendAsync(regel, Given.Ct);
        }

        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);
        return wereld;
    }

    private static Wisopdracht Avg17() => new()
    {
        Vraag = new Wisvraag("1708", null, Weg),
        Waarom = "avg-17",
        Aanvrager = "a-1",
        Goedkeurder = "b-2",
        Regel = Given.Regel() with { Betrokkene = null, Naam = "Persoon uit het log gewist" },
    };

    private static Wisopdracht Termijn(DateTimeOffset nu) => new()
    {
        Vraag = new Wisvraag("1708", nu, null),
        Waarom = "bewaartermijn",
        Beleid = Given.Regel().Beleid,
        Regel = Given.Regel() with { Betrokkene = null },
    };

    private static async Task<long> WisAsync(LogWereld wereld, Wisopdracht opdracht)
    {
        using var log = await Given.WriterAsync(wereld.Database, store: new NpgsqlLogStore(wereld.Database.Onderhoud));
        var gewist = await new Logwisser(new NpgsqlWisStore(wereld.Database.Onderhoud), log, TimeProvider.System).RunAsync(opdracht, Given.Ct);
        await log.StopAsync(Given.Ct);
        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);
        return gewist;
    }

    /// <summary>A wislijn of the right form for one line, put into the table alone.</summary>
    private static async Task ForgeAsync(LogWereld wereld, long seq)
    {
        var digest = await wereld.Database.OwnerScalarAsync<byte[]>($"select persoon_digest from verwerkingslog.regel where gemeentecode = '1708' and slot = 0 and seq = {seq}");
        var inhoud = WislijnForm.Write(new Wislijn
        {
            Gemeentecode = "1708",
            Waarom = "avg-17",
            Aanvrager = "a-1",
            Goedkeurder = "b-2",
            Tijd = 1,
            Regels = [new Wisregel(0, seq, digest)],
        });
        await wereld.Database.OwnerAsync(string.Create(CultureInfo.InvariantCulture, $"insert into verwerkingslog.wislijn (gemeentecode, hash, inhoud) values ('1708', sha256('{inhoud}'), '{inhoud}')"));
    }

    private static async Task AssertFoundAsync(LogWereld wereld, params (Soort Soort, string Stroom, long Plaats)[] gevonden) =>
        Assert.Equal(gevonden, (await wereld.ControleerAsync()).Bevindingen.Select(b => (b.Soort, b.Stroom!, b.Plaats)));

    private static async Task<string?> FaultAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand($"begin; select set_config('app.gemeenten', '1708', true); {sql}");
        try
        {
            await command.ExecuteNonQueryAsync(Given.Ct);
            return null;
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    private static async Task<string> DumpAsync(LogWereld wereld) => Encoding.UTF8.GetString(await DatabaseDump.OfAsync(wereld.Database.Name, Given.Ct));
}
