using Inburgering.Gateway.Storage.Herstelmodus;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Wissen;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>A database that was put back goes on from its witnessed heads; both verifiers say what it lost, and believe nobody without a line of the log.</summary>
public sealed class HerstelcontroleTests
{
    private const string Alles = "Herstel 1: de database is teruggezet; 20 verzegelde regels zijn verloren (0171/0 van 11 tot en met 20, 1708/0 van 11 tot en met 20).";

    [Fact]
    public async Task Log_NaEenHerstel_IsHeelEnHetVerliesWordtGenoemd()
    {
        await using var wereld = await TeruggezetAsync();
        await HerstelAsync(wereld);

        var uitslag = await wereld.ControleerAsync();

        Assert.Empty(uitslag.Bevindingen);
        Assert.Equal(Alles, ControleerCommand.Zin(Assert.Single(uitslag.Herstellen)));
        Assert.Contains(Alles, (await TweedeControle.RunAsync(wereld.Export, "--ankers", wereld.Options.Ankers)).Uit, StringComparison.Ordinal);
        Assert.Equal((22L, "21"), (uitslag.Regels, await wereld.Database.OwnerScalarAsync<string>("select seq::text from verwerkingslog.kop where gemeentecode = '1708'")));
    }

    [Fact]
    public async Task Log_TweeKeerTeruggezet_NoemtBeide()
    {
        await using var wereld = await TeruggezetAsync();
        await HerstelAsync(wereld);
        await wereld.Zegelaar.ZegelAsync(now: true, Given.Ct);
        await wereld.Database.OwnerAsync("""
            delete from verwerkingslog.regel where gemeentecode = '1708' and seq = 21;
            update verwerkingslog.kop k set seq = 20, hash = (select decode(x ->> 3, 'hex') from verwerkingslog.zegel z, jsonb_array_elements(z.inhoud::jsonb -> 'koppen') x where z.nummer = 4 and x ->> 0 = '1708') where gemeentecode = '1708';
            delete from verwerkingslog.zegel where nummer > 4
            """);
        await HerstelAsync(wereld);

        var uitslag = await wereld.ControleerAsync();

        Assert.Empty(uitslag.Bevindingen);
        Assert.Equal([1L, 2L], uitslag.Herstellen.Select(h => h.Nummer));
        Assert.Equal(("1708/0", 21L, 21L), uitslag.Herstellen[1].Reeksen.Select(r => (r.Stroom, r.Van, r.Tot)).Single());
    }

    [Fact]
    public async Task Controleer_ZonderHerstel_DeRegelsZijnWeg()
    {
        await using var wereld = await TeruggezetAsync();

        Assert.Equal(
            [(Soort.ZegelOntbreekt, null, 3L), (Soort.Afgekapt, "0171/0", 11L), (Soort.Afgekapt, "1708/0", 11L)],
            (await wereld.ControleerAsync()).Bevindingen.Select(b => (b.Soort, b.Stroom, b.Plaats)));
    }

    /// <summary>Whoever holds key and database can write the record, but not into a log that a witness holds.</summary>
    [Fact]
    public async Task Controleer_HerstelDatNietInHetLogStaat_TeltNiet()
    {
        await using var wereld = await TeruggezetAsync();
        await HerstelAsync(wereld, regel: false);

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal(
            [(Soort.HerstelOngeldig, null, 1L), (Soort.Verwijderd, "0171/0", 11L), (Soort.Verwijderd, "1708/0", 11L)],
            uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom, b.Plaats)));
        Assert.Empty(uitslag.Herstellen);
    }

    /// <param name="verandering">What an owner does to the table.</param>
    /// <param name="plaats">The number both verifiers name.</param>
    [Theory]
    [InlineData("update verwerkingslog.herstel set handtekening = sha256(handtekening) || sha256(hash)", 1)]
    [InlineData("update verwerkingslog.herstel set kid = 'van-een-ander'", 1)]
    [InlineData("update verwerkingslog.herstel set inhoud = replace(inhoud, '\"regels\":20', '\"regels\":19'), hash = sha256(replace(inhoud, '\"regels\":20', '\"regels\":19')::bytea)", 1)]
    [InlineData("update verwerkingslog.herstel set inhoud = replace(inhoud, ',20,', ',19,'), hash = sha256(replace(inhoud, ',20,', ',19,')::bytea)", 1)]
    [InlineData("update verwerkingslog.herstel set nummer = 2", 1)]
    [InlineData("delete from verwerkingslog.herstel", 0)]
    public async Task Controleer_HerstelVeranderd_IsOngeldigEnDektNiets(string verandering, long plaats)
    {
        await using var wereld = await TeruggezetAsync();
        await HerstelAsync(wereld);
        await wereld.Database.OwnerAsync(verandering);

        var bevindingen = (await wereld.ControleerAsync()).Bevindingen;

        Assert.Equal(plaats == 0 ? [] : [plaats], bevindingen.Where(b => b.Soort == Soort.HerstelOngeldig).Select(b => b.Plaats));
        Assert.Equal(["0171/0", "1708/0"], bevindingen.Where(b => b.Stroom is not null).Select(b => b.Stroom!));
    }

    /// <summary>Signed and in the log, but other than the witness knows: the checkpoints say so.</summary>
    [Fact]
    public async Task Controleer_HerstelMetAndereHashDanDeGetuige_WordtGezien()
    {
        await using var wereld = await TeruggezetAsync();
        var echt = wereld.Sleutel;
        await new HerstelStore(wereld.Database.Applicatie, new NpgsqlZegelStore(wereld.Database.Applicatie), new Ankers(wereld.Options.Ankers), echt, TimeProvider.System).RecordAsync(false, Given.Ct);
        var inhoud = HerstelForm.Read(await wereld.Database.OwnerScalarAsync<string>("select inhoud from verwerkingslog.herstel"))!;
        var vals = HerstelForm.Write(inhoud with { Reeksen = [.. inhoud.Reeksen.Select(r => r.Gemeentecode == "1708" ? r with { Laatste = Wislijn.HashOf("vals") } : r)] });
        var hash = Wislijn.HashOf(vals);
        await wereld.Database.OwnerAsync($"update verwerkingslog.herstel set inhoud = '{vals}', hash = '\\x{Convert.ToHexStringLower(hash)}', handtekening = '\\x{Convert.ToHexStringLower(echt.Sign(hash))}'");
        await SchrijfAsync(wereld, hash);

        Assert.Contains(("1708/0", 20L), (await wereld.ControleerAsync()).Bevindingen.Select(b => (b.Stroom!, b.Plaats)));
    }

    /// <summary>The month in which it happened goes in its time: afsluiting and herstel follow each other.</summary>
    [Fact]
    public async Task Maand_MetEenHerstel_GaatEnDeKetenKlopt()
    {
        await using var wereld = await TeruggezetAsync();
        await HerstelAsync(wereld);
        var store = new NpgsqlMaandStore(wereld.Database.Onderhoud);
        var inhoud = await store.ReadAsync(new DateOnly(2024, 11, 1), Given.Ct);

        Assert.Equal(
            ["0000/0 1-1", "0171/0 1-10", "1708/0 1-10", "1708/0 21-21"], inhoud!.Reeksen.Select(r => $"{r.Stroom} {r.Van}-{r.Tot}"));
        Assert.Equal(["herstel"], inhoud.Bewijzen.Select(b => b.BerichtId.Split(':')[0]));
    }

    /// <summary>Twenty lines in two streams under four checkpoints, and a back-up of the moment of the second.</summary>
    private static async Task<LogWereld> TeruggezetAsync()
    {
        var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(4, 5);
        await wereld.Database.OwnerAsync("""
            create schema identiteit;
            create table identiteit.client (tokens_geldig_vanaf timestamptz);
            create table identiteit.account (account_id uuid, naam text, beveiligingsstempel text);
            grant usage on schema identiteit to gateway_applicatie;
            grant select, update on all tables in schema identiteit to gateway_applicatie
            """);
        await wereld.Writer.StopAsync(Given.Ct);             // gives its slot to who goes on
        await wereld.Database.OwnerAsync("""
            delete from verwerkingslog.regel where seq > 10;
            update verwerkingslog.kop k set seq = 10, hash = (select r.hash from verwerkingslog.regel r where r.gemeentecode = k.gemeentecode and r.slot = k.slot and r.seq = 10);
            delete from verwerkingslog.zegel where nummer > 2
            """);
        return wereld;
    }

    private static async Task HerstelAsync(LogWereld wereld, bool regel = true)
    {
        var store = new HerstelStore(wereld.Database.Applicatie, new NpgsqlZegelStore(wereld.Database.Applicatie), new Ankers(wereld.Options.Ankers), wereld.Sleutel, TimeProvider.System);
        Assert.True(await store.LooptAchterAsync(Given.Ct));
        await store.RecordAsync(false, Given.Ct);
        await store.RecordAsync(false, Given.Ct);
        if (regel)
        {
            var hash = await wereld.Database.OwnerScalarAsync<byte[]>("select hash from verwerkingslog.herstel order by nummer desc limit 1");
            await SchrijfAsync(wereld, hash);
        }
        else
        {
            await SchrijfAsync(wereld, null);
        }
    }

    /// <summary>As the gateway goes on: its line about the herstel, and one of somebody who looks.</summary>
    private static async Task SchrijfAsync(LogWereld wereld, byte[]? hash)
    {
        var writer = await Given.WriterAsync(wereld.Database, wereld.Options);
        await writer.AppendAsync(Given.Regel(Logregel.Huis) with { BerichtId = hash is null ? null : Herstel.BerichtId(hash), Betrokkene = null }, Given.Ct);
        if (hash is null || await wereld.Database.OwnerScalarAsync<long>("select count(*) from verwerkingslog.herstel") == 1)
        {
            await writer.AppendAsync(Given.Regel("1708", 50), Given.Ct);
        }

        await writer.StopAsync(CancellationToken.None);
        writer.Dispose();
    }
}
