using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog.Controle;
using Inburgering.Gateway.Verwerkingslog.Vorm;
using Inburgering.Gateway.Verwerkingslog.Zegels;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>Tampering by one who knows the rules of the chain and makes the hashes again.</summary>
public sealed class ForgeryTests
{
    [Fact]
    public async Task Controleer_SecondGoodLineOnAPlace_IsAFork()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await ForgeAsync(wereld, after: 9, Given.Regel(nummer: 77), moveKop: false);

        await AssertFoundAsync(wereld, Soort.Vork, "1708/0", 10);
    }

    [Fact]
    public async Task Controleer_GoodLineBehindTheHead_IsInserted()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await ForgeAsync(wereld, after: 10, Given.Regel(nummer: 77), moveKop: false);

        await AssertFoundAsync(wereld, Soort.Ingevoegd, "1708/0", 11);
    }

    [Fact]
    public async Task Controleer_TailRewrittenWithHeadAndAllHashes_ContradictsTheSeal()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.regel where gemeentecode = '1708' and seq > 7");
        for (var seq = 7; seq < 10; seq++)
        {
            await ForgeAsync(wereld, after: seq, Given.Regel(nummer: 70 + seq), moveKop: true);
        }

        await AssertFoundAsync(wereld, Soort.Gewijzigd, "1708/0", 10);
    }

    [Fact]
    public async Task Controleer_ContextOfManyLinesChanged_FindsTheFirstLine()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("update verwerkingslog.context set doel = 'uitvoeren-pvt' where gemeentecode = '0171'");

        await AssertFoundAsync(wereld, Soort.Gewijzigd, "0171/0", 1);
    }

    [Fact]
    public async Task Controleer_WholeStreamAndItsHeadGone_IsCut()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.regel where gemeentecode = '0171'; delete from verwerkingslog.kop where gemeentecode = '0171'");

        await AssertFoundAsync(wereld, Soort.Afgekapt, "0171/0", 1);
    }

    [Fact]
    public async Task Controleer_HeadGone_IsNamed()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.kop where gemeentecode = '0171'");

        await AssertFoundAsync(wereld, Soort.KopOnjuist, "0171/0", 10);
    }

    [Fact]
    public async Task Controleer_LineMovedToAnotherGemeente_IsMissedThereAndTooManyHere()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("""
            update verwerkingslog.regel set gemeentecode = '1708', tijdstip = tijdstip + interval '1 h',
                context = (select id from verwerkingslog.context where gemeentecode = '1708')
            where gemeentecode = '0171' and seq = 4
            """);

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal([(Soort.Verwijderd, "0171/0", 4L), (Soort.Ingevoegd, "1708/0", 4L)], uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom!, b.Plaats)));
    }

    [Fact]
    public async Task Controleer_OperatorWithTheKeySealsARewrittenLog_ContradictsTheExportedSeal()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await wereld.Database.OwnerAsync("delete from verwerkingslog.regel where gemeentecode = '1708' and seq > 7");
        await ForgeAsync(wereld, after: 7, Given.Regel(nummer: 77), moveKop: true);
        await ResealLastAsync(wereld);

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal([(Soort.ZegelOngeldig, (string?)null, 2L), (Soort.Afgekapt, "1708/0", 9L)], uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom, b.Plaats)));
    }

    [Fact]
    public async Task Controleer_SuperuserWithTheApplicationsKeysRewritesTheWholeChain_IsExposedByTheAnchor()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(2, 5);
        await RewriteAllAsync(wereld);

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal((Soort.ZegelOngeldig, (string?)null, 1L), (uitslag.Bevindingen[0].Soort, uitslag.Bevindingen[0].Stroom, uitslag.Bevindingen[0].Plaats));
        await using var bron = await NpgsqlControleBron.OpenAsync(wereld.Database.Controle, Given.Ct);
        var zonderAnkers = await new LogControle(bron, wereld.Sleutel, null).RunAsync(Given.Ct);
        Assert.Empty(zonderAnkers.Bevindingen);
        await TweedeControle.AgreeAsync(wereld.Export, wereld.Sleutel, null, zonderAnkers);
    }

    [Fact]
    public async Task Controleer_LastSealsAndLinesGone_TheExportedSealsKnowOfThem()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(3, 5);
        await wereld.Database.OwnerAsync("""
            delete from verwerkingslog.zegel where nummer > 1;
            delete from verwerkingslog.regel where gemeentecode = '1708' and seq > 5;
            update verwerkingslog.kop set seq = 5, hash = (select hash from verwerkingslog.regel where gemeentecode = '1708' and seq = 5) where gemeentecode = '1708'
            """);

        var uitslag = await wereld.ControleerAsync();

        Assert.Equal([(Soort.ZegelOntbreekt, (string?)null, 2L), (Soort.Afgekapt, "1708/0", 6L)], uitslag.Bevindingen.Select(b => (b.Soort, b.Stroom, b.Plaats)));
    }

    [Fact]
    public async Task Controleer_SealOfAForeignKey_IsInvalid()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(1, 3);

        var uitslag = await wereld.ControleerAsync(new TestSleutel());

        Assert.Equal((Soort.ZegelOngeldig, 1L), uitslag.Bevindingen.Select(b => (b.Soort, b.Plaats)).Single());
    }

    private static async Task AssertFoundAsync(LogWereld wereld, Soort soort, string stroom, long plaats)
    {
        var bevinding = Assert.Single((await wereld.ControleerAsync()).Bevindingen);
        Assert.Equal((soort, stroom, plaats), (bevinding.Soort, bevinding.Stroom, bevinding.Plaats));
    }

    /// <summary>Writes a line with a right hash behind a line of stream 1708/0, as the superuser.</summary>
    private static async Task ForgeAsync(LogWereld wereld, long after, Logregel regel, bool moveKop)
    {
        var vorige = await wereld.Database.OwnerScalarAsync<byte[]>($"select hash from verwerkingslog.regel where gemeentecode = '1708' and seq = {after} limit 1");
        var row = RegelVertaling.ToRow(regel);
        (row.Seq, row.Registratie) = (after + 1, row.Tijdstip);
        row.Hash = Keten.Hash(vorige, "1708", 0, row.Seq, row.Registratie, row.Velden, row.PersoonDigest);
        await using var session = new NpgsqlLogSession(await wereld.Database.Owner.OpenConnectionAsync(), 0);
        await using var transaction = await session.BeginAsync(Given.Ct);
        await session.WriteAsync([row], [], Given.Ct);
        await session.CommitAsync(Given.Ct);
        if (moveKop)
        {
            await wereld.Database.OwnerAsync($"update verwerkingslog.kop set seq = {row.Seq}, hash = '\\x{Convert.ToHexString(row.Hash)}' where gemeentecode = '1708'");
        }
    }

    /// <summary>Another log in place of this one: right hashes, right heads, seals signed with the real key.</summary>
    private static async Task RewriteAllAsync(LogWereld wereld)
    {
        await wereld.Database.OwnerAsync("delete from verwerkingslog.regel; delete from verwerkingslog.kop; delete from verwerkingslog.zegel");
        using var writer = await Given.WriterAsync(wereld.Database, store: new NpgsqlLogStore(wereld.Database.Owner));
        for (var round = 1; round <= 2; round++)
        {
            await writer.AppendAsync(Given.Regel(nummer: round), Given.Ct);
            await new NpgsqlZegelStore(wereld.Database.Owner).SealAsync(
                stand => Zegel.Make(round, stand.Nu, stand.Koppen, stand.Laatste?.Hash ?? Keten.Begin, wereld.Sleutel), Given.Ct);
        }

        await writer.StopAsync(Given.Ct);
    }

    private static async Task ResealLastAsync(LogWereld wereld)
    {
        await wereld.Database.OwnerAsync("delete from verwerkingslog.zegel where nummer = 2");
        await new NpgsqlZegelStore(wereld.Database.Owner).SealAsync(
            stand => Zegel.Make(2, stand.Nu, stand.Koppen, stand.Laatste!.Hash, wereld.Sleutel), Given.Ct);
    }
}
