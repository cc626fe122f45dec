using System.Globalization;
using Inburgering.Gateway.Verwerkingslog.Controle;

namespace Inburgering.Gateway.Tests.Verwerkingslog;

/// <summary>One who may do anything in the database changes one thing; the verifier says what and where.</summary>
public sealed class TamperingTests
{
    // two gemeenten: 10,000 lines with the full numbers
    private static readonly int Rounds = TestMaat.Lang ? 10 : 4;
    private static readonly int PerRound = TestMaat.Lang ? 500 : 6;
    private static readonly int Length = Rounds * PerRound;

    private static readonly string[] Columns =
    [
        "duur_ms = duur_ms + 1", "aantal = aantal + 1", "tijdstip = tijdstip + interval '1 ms'", "tijdstip = tijdstip - interval '40 days'",
        "registratie = registratie + interval '1 ms'", "trace_id = decode(md5(trace_id), 'hex')", "span_id = '\\x0102030405060708'",
        "parent_span_id = '\\x0102030405060708'", "bericht_id = 'ander'", "betrokkene = sha256(betrokkene)", "betrokkene = null", "dossier_id = null",
        "dossier_id = gen_random_uuid()", "zout = sha256(zout)", "zout = null", "persoon_digest = sha256(zout)", "hash = sha256(hash)", "client = client + 1",
        "client = null", "context = 999999", "betrokkene = null, dossier_id = null, zout = null",
    ];

    [Fact]
    public async Task Controleer_CleanLog_FindsNothing()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(Rounds, PerRound);

        var uitslag = await wereld.ControleerAsync();

        Assert.Empty(uitslag.Bevindingen);
        Assert.Equal((Length * 2, 2, Rounds, 0), (uitslag.Regels, uitslag.Stromen, uitslag.Zegels, uitslag.Onverzegeld));
    }

    [Fact]
    public async Task Controleer_RandomTamperings_NamesKindAndLine()
    {
        await using var wereld = await LogWereld.CreateAsync();
        await wereld.FillAsync(Rounds, PerRound);
        await using var backup = await Backup.TakeAsync(wereld.Database);
        foreach (var seed in Enumerable.Range(0, TestMaat.Lang ? 1000 : 50))
        {
            var (sql, soort, stroom, plaats) = Draw(new Random(seed));
            await wereld.Database.OwnerAsync(sql);

            var uitslag = await wereld.ControleerAsync();

            var bevinding = Assert.Single(uitslag.Bevindingen);
            Assert.True((soort, stroom, plaats) == (bevinding.Soort, bevinding.Stroom, bevinding.Plaats), $"seed {seed}: {sql} gave {bevinding}");
            await backup.RestoreAsync();
        }

        Assert.Empty((await wereld.ControleerAsync()).Bevindingen);
    }

    private static (string Sql, Soort Soort, string? Stroom, long Plaats) Draw(Random random)
    {
        var gemeente = random.Next(2) == 0 ? "1708" : "0171";
        var stroom = gemeente + "/0";
        var seq = random.Next(2, Length - 3);
        var other = random.Next(seq + 1, Length);
        var zegel = random.Next(1, Rounds);
        var where = string.Create(CultureInfo.InvariantCulture, $"where gemeentecode = '{gemeente}' and slot = 0");
        return random.Next(12) switch
        {
            0 or 1 => (Columns[random.Next(Columns.Length)] is var set ? $"update verwerkingslog.regel set {set} {where} and seq = {seq}" : "", Soort.Gewijzigd, stroom, seq),
            2 => ($"delete from verwerkingslog.regel {where} and seq = {seq}", Soort.Verwijderd, stroom, seq),
            3 => ($"delete from verwerkingslog.regel {where} and seq = {seq}; update verwerkingslog.regel set seq = seq - 1 {where} and seq > {seq}",
                Soort.Verwijderd, stroom, seq),
            4 => ($"delete from verwerkingslog.regel {where} and seq >= {seq}", Soort.Afgekapt, stroom, seq),
            5 => ($"""
                delete from verwerkingslog.regel {where} and seq >= {seq};
                update verwerkingslog.kop set seq = {seq - 1}, hash = (select hash from verwerkingslog.regel {where} and seq = {seq - 1}) {where}
                """, Soort.Afgekapt, stroom, seq),
            6 => ($"""
                update verwerkingslog.regel set seq = seq + 1000000 {where} and seq >= {seq};
                update verwerkingslog.regel set seq = seq - 999999 {where} and seq > 1000000;
                insert into verwerkingslog.regel select (r).* from (select r #= hstore('seq', '{seq}') r from verwerkingslog.regel r {where} and seq = 1) x
                """, Soort.Ingevoegd, stroom, seq),
            7 => ($"""
                insert into verwerkingslog.regel select (r).*
                from (select r #= hstore(array['seq', '{seq}', 'tijdstip', '2024-11-20 00:00Z']) r from verwerkingslog.regel r {where} and seq = 1) x
                """, Soort.Ingevoegd, stroom, seq),
            8 => ($"""
                update verwerkingslog.regel set seq = -seq {where} and seq in ({seq}, {other});
                update verwerkingslog.regel set seq = case when seq = -{seq} then {other} else {seq} end {where} and seq < 0
                """, Soort.Verwisseld, stroom, seq),
            9 => ($"update verwerkingslog.zegel set {ZegelColumn(random)} where nummer = {zegel}", Soort.ZegelOngeldig, null, zegel),
            10 => ($"delete from verwerkingslog.zegel where nummer {(random.Next(2) == 0 ? "=" : ">=")} {zegel}", Soort.ZegelOntbreekt, null, zegel),
            _ => ($"update verwerkingslog.kop set hash = sha256(hash) {where}", Soort.KopOnjuist, stroom, Length),
        };
    }

    private static string ZegelColumn(Random random) => random.GetItems(
        ["tijd = tijd - interval '1 s'", "inhoud = inhoud || ' '", "inhoud = 'x'", "hash = sha256(hash)", "vorig_hash = sha256(hash)", "kid = 'ander'", "handtekening = hash"], 1)[0];
}
