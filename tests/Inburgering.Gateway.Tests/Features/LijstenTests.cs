using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using Inburgering.Gateway.Wiring;
using Npgsql;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Over generated policies and dossiers, by HTTP: what is read, found, listed, counted and exported is what the rule allows, and a refusal is what is said of a person nobody ever heard of.</summary>
/// <remarks>GegenereerdBeleidTests does the same for the desk alone, over more policies; here each really goes into force on a running gateway.</remarks>
public sealed class LijstenTests(LijstenTests.Huis house) : IClassFixture<LijstenTests.Huis>
{
    private Proefpersoon[] personen = [];
    private int beurt;
    private int getoond;
    private int geweigerd;

    private static int Gevallen => TestMaat.Lang ? 2_000 : 8;

    [Fact]
    public async Task Answers_WhateverPolicyAndDossiers_RevealNothingThatIsRefused()
    {
        var klok = new StilleKlok(DateTimeOffset.Parse(Regiewerk.Nu, CultureInfo.InvariantCulture));
        await using var applicatie = NpgsqlDataSource.Create(Migrator.Verbinding(Path.Combine(house.Data, "sleutels"), "applicatie"));
        await using var meester = house.OpenDatabase();
        var beleid = new Proefbeleid(house, applicatie, klok);
        await beleid.InWerkingAsync(Geval.Open);
        personen = await Task.WhenAll(Proefpersoon.Nummers().Skip(1).Take(TestMaat.Lang ? 80 : 2).Select(n => Proefpersoon.MaakAsync(house, applicatie, klok, n)));

        var begin = Stopwatch.GetTimestamp();
        Prop.ForAll(Geval.Arbitrair, (Func<Geval, Task>)(g => KloptAsync(g, beleid, meester))).Check(Opnieuw(Config.QuickThrowOnFailure.WithMaxTest(Gevallen)));

        TestContext.Current.TestOutputHelper?.WriteLine($"{Gevallen} beleiden en {beurt} dossierstanden in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s: {getoond} velden getoond, {geweigerd} vragen geweigerd.");
        Assert.True(getoond > Gevallen && geweigerd > Gevallen, $"{getoond} velden getoond, {geweigerd} vragen geweigerd: de proef bewijst niets.");
    }

    private async Task KloptAsync(Geval geval, Proefbeleid beleid, NpgsqlDataSource meester)
    {
        var ct = TestContext.Current.CancellationToken;
        var dossiers = geval.Dossiers.Select(d => (Persoon: personen[beurt++ % personen.Length], Stand: d)).ToArray();
        await using (var stand = meester.CreateCommand(string.Concat(dossiers.Select(d => d.Persoon.Sql(d.Stand)))))
        {
            await stand.ExecuteNonQueryAsync(ct);
        }

        await beleid.InWerkingAsync(geval);
        var proef = new Vragenproef(house.Anonymous, new Handregel(geval), await AantallenAsync(meester, dossiers.Select(d => d.Persoon)));
        foreach (var vrager in geval.Vragers)
        {
            var token = await house.TokenAsync(vrager);
            await Parallel.ForEachAsync(dossiers, ct, async (d, _) => await proef.KloptAsync(vrager, token, d.Persoon, d.Stand));
        }

        getoond += proef.Getoond;
        geweigerd += proef.Geweigerd;
    }

    /// <summary>GATEWAY_TEST_ZAAD: what a failure says behind «Replay directly at failing step with», so that this one case is drawn again.</summary>
    private static Config Opnieuw(Config config) =>
        Environment.GetEnvironmentVariable("GATEWAY_TEST_ZAAD")?.Trim('(', ')', '.').Split(',') is [var zaad, var gamma, var maat]
            ? config.WithReplay(ulong.Parse(zaad, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture), int.Parse(maat, CultureInfo.InvariantCulture)).WithMaxTest(1)
            : config;

    /// <summary>How long every list must be.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> AantallenAsync(NpgsqlDataSource meester, IEnumerable<Proefpersoon> personen)
    {
        (string Lijst, string Tabel)[] lijsten =
        [
            ("opdrachten", "opdracht"), ("toestemmingen", "toestemming"), ("correctietaken", "correctietaak"), ("rectificaties", "rectificatie"),
            ("bewaarplichten", "bewaarplicht"), ("bezwaren", "bezwaar"), ("beperkingen", "beperking"),
        ];
        var ids = string.Join(',', personen.Select(p => $"('{p.DossierId}'::uuid)"));
        await using var command = meester.CreateCommand(string.Join(" union all ", lijsten.Select(l =>
            $"select concat(p.id, '/{l.Lijst}'), (select count(*) from dossiers.{l.Tabel} t where t.dossier_id = p.id) from (values {ids}) p(id)"))
            + " union all select concat(v.naam, '/correctietaken'), (select count(*) from dossiers.correctietaak t where t.ontvanger = v.naam and t.status = 'open') "
            + "from (values ('taalpunt-1708'), ('schakelcollege-1708'), ('vwn-1708')) v(naam)");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var aantallen = new Dictionary<string, long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            aantallen.Add(reader.GetString(0), reader.GetInt64(1));
        }

        return aantallen;
    }

    public sealed class Huis : RunningHouse
    {
        protected override IReadOnlyDictionary<string, string?> Extra { get; } =
            new Dictionary<string, string?> { ["Gateway__Beleidronde"] = "00:00:00.020", ["Zoeken__MissersPerDag"] = "1000000" };
    }
}
