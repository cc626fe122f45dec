using System.Text.Json.Nodes;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bewaren;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Tests.Access;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>Domain f18 and f19: what may not be kept is gone with every copy; what must be kept stays; a record without content remains.</summary>
public sealed class BewaartermijnTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    private static readonly DateOnly Einde = new(2019, 11, 14);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task F18_TermijnVoorbij_DossierIsInGeenTabelMeer()
    {
        world.Op(2018, 1, 10);
        var (dossier, bsn) = await world.VolAsync();
        var bericht = (await world.ListAsync($"select bericht_id::text from inbox.bericht where dossier_id = '{dossier.DossierId}'"))[0];
        world.Op(2019, 11, 20);
        await world.EindeAsync(dossier, Einde);

        world.Op(2024, 11, 14);
        await world.RunAsync();
        Assert.Equal("GSP:1 IDN:2 PLI:1", await world.FeitenAsync(dossier));
        world.Op(2024, 11, 15);
        var telling = await world.RunAsync();

        Assert.Equal(1, telling.Dossiers);
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(dossier.DossierId));
        Assert.Equal(["t|t|t"], await world.ListAsync($"select concat_ws('|', inhoud is null, gebeurtenis_hash is null, dossier_id is null) from inbox.bericht where bericht_id = '{bericht}'"));
        Assert.Null(await world.InAsync(BewaarWereld.Gemeente, t => world.Dossiers.FindAsync(t, BewaarWereld.Gemeente, Bewijs(bsn), null, Ct)));
        Assert.Empty(await world.ListAsync("select sleutel_id::text from sleutels.sleutel s where not exists (select 1 from dossiers.dossier d where d.sleutel_id = s.sleutel_id)"));
        Assert.Equal(["CON|P0D", "|P5Y"], await world.ListAsync($"select concat(categorie, '|', termijn) from dossiers.verwijdering where dossier_id = '{dossier.DossierId}' order by op"));
        Assert.Equal(["Gegevens verwijderd na bewaartermijn|CON", "Dossier verwijderd na bewaartermijn|GSP IDN PLI"], await world.RegelsAsync(dossier));
        var beeld = await world.BeeldAsync();
        Assert.DoesNotContain(bsn, beeld, StringComparison.Ordinal);
        CanaryBytes.AssertClean("verwijdering", System.Text.Encoding.UTF8.GetBytes(beeld));
    }

    [Fact]
    public async Task Security17_OudeKopieVanDeDatabaseEnSleutelsVanVandaag_IsNietTeLezen()
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.EindeAsync(dossier, Einde);
        var bericht = Guid.Parse((await world.ListAsync($"select bericht_id::text from inbox.bericht where dossier_id = '{dossier.DossierId}'"))[0]);
        Assert.Equal(BewaarWereld.Naam, (string?)(await world.ReadAsync(BewaarWereld.Gemeente, dossier.DossierId))!.Gegevens["IDN"]["naam"]);
        await world.ExecuteAsync($"""
            create table public.d as select * from dossiers.dossier where dossier_id = '{dossier.DossierId}';
            create table public.f as select * from dossiers.feit where dossier_id = '{dossier.DossierId}';
            create table public.b as select * from inbox.bericht where dossier_id = '{dossier.DossierId}'
            """);

        world.Op(2025, 1, 1);
        await world.RunAsync();
        await world.ExecuteAsync("""
            set session_replication_role = replica;
            insert into dossiers.dossier select * from public.d; insert into dossiers.feit select * from public.f;
            delete from inbox.bericht where bericht_id in (select bericht_id from public.b); insert into inbox.bericht overriding system value select * from public.b;
            set session_replication_role = default
            """);

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.ReadAsync(BewaarWereld.Gemeente, dossier.DossierId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new BerichtStore(world.Applicatie, world.Kluis, world.Klok, world.Klok).OpenAsync(BewaarWereld.Gemeente, bericht, Ct));
        await world.ExecuteAsync($"""
            set session_replication_role = replica;
            delete from dossiers.feit where dossier_id = '{dossier.DossierId}'; delete from dossiers.dossier where dossier_id = '{dossier.DossierId}'; delete from inbox.bericht where bericht_id = '{bericht}';
            set session_replication_role = default; drop table public.d, public.f, public.b
            """);
    }

    [Fact]
    public async Task Bewaarplicht_ZolangDieLoopt_BlijftAllesEnDaarnaNiet()
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.EindeAsync(dossier, Einde);
        await world.ExecuteAsync($"insert into dossiers.bewaarplicht (gemeentecode, bewaarplicht_id, dossier_id, zaaknummer, van, door) values ('1708', gen_random_uuid(), '{dossier.DossierId}', 'RB-1', '2024-01-01', 'a')");

        world.Op(2025, 1, 1);
        await world.RunAsync();
        Assert.Equal("CON:1 GSP:1 IDN:2 PLI:1", await world.FeitenAsync(dossier));
        Assert.Equal(1, await world.TelAsync("inbox.bericht", dossier, "inhoud is not null"));

        await world.ExecuteAsync($"update dossiers.bewaarplicht set tot = '2024-12-31' where dossier_id = '{dossier.DossierId}' and zaaknummer = 'RB-1'");
        await world.RunAsync();
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(dossier.DossierId));
    }

    [Fact]
    public async Task Termijn_VanDeGemeenteZelf_GeldtVoorDieCategorieEnDieGemeenteAlleen()
    {
        world.Op(2018, 1, 10);
        var (hier, _) = await world.VolAsync(BewaarWereld.Andere);
        var (daar, _) = await world.VolAsync();
        await world.EindeAsync(hier, Einde);
        await world.EindeAsync(daar, Einde);
        using var config = new ConfigCopy();
        config.Edit("gemeenten/0171.json", j => j["bewaartermijnen"] = new JsonObject { ["GSP"] = "P1Y", ["CON"] = "P9Y" });
        var beleid = config.Load();

        world.Op(2020, 11, 15);
        await world.RunAsync(BewaarWereld.Andere, beleid: beleid);

        Assert.Equal("CON:1 IDN:2 PLI:1", await world.FeitenAsync(hier));
        Assert.Equal("CON:1 GSP:1 IDN:2 PLI:1", await world.FeitenAsync(daar));
        await world.RunAsync(beleid: beleid);
        Assert.Equal("GSP:1 IDN:2 PLI:1", await world.FeitenAsync(daar));
        Assert.Equal(["GSP|P1Y"], await world.ListAsync($"select concat(categorie, '|', termijn) from dossiers.verwijdering where dossier_id = '{hier.DossierId}'"));
        Assert.NotNull(await world.ReadAsync(BewaarWereld.Andere, hier.DossierId));
    }

    [Fact]
    public async Task Rx_TelkensVanafHetEigenEinde_VerdwijntAlleenWatVoorbijIs()
    {
        world.Op(2020, 3, 1);
        var (dossier, _) = await world.PersoonAsync();
        foreach (var (categorie, bron, veld) in new[] { ("CON", "gemeente", "email"), ("COA", "coa", "klantprofiel"), ("MBG", "vluchtelingenwerk", "uren"), ("PIP", "gemeente", "leerroute"), ("GSP", "gemeente", "gesprekken") })
        {
            await world.PutAsync(dossier, categorie, bron, new JsonObject { [veld] = "x" });
        }

        await world.OpdrachtAsync(dossier, "begeleiding", world.Klok.GetUtcNow().AddMonths(4));
        await world.OpdrachtAsync(dossier, "pvt", null);

        await AfterAsync(2021, 3, 1, "COA:1 CON:1 GSP:1 MBG:1 PIP:1");
        await AfterAsync(2021, 3, 2, "CON:1 GSP:1 MBG:1 PIP:1");
        await AfterAsync(2021, 7, 1, "CON:1 GSP:1 MBG:1 PIP:1");
        await AfterAsync(2021, 7, 2, "CON:1 GSP:1 PIP:1");
        await world.EindeAsync(dossier, new DateOnly(2022, 1, 1));
        await AfterAsync(2022, 5, 1, "CON:1 GSP:1 PIP:1 PLI:1");
        await world.ExecuteAsync($"update dossiers.opdracht set tot = '2022-06-01' where dossier_id = '{dossier.DossierId}' and taak = 'pvt'");
        await AfterAsync(2022, 6, 1, "CON:1 GSP:1 PIP:1 PLI:1");
        await AfterAsync(2022, 6, 2, "GSP:1 PIP:1 PLI:1");

        async Task AfterAsync(int jaar, int maand, int dag, string feiten)
        {
            world.Op(jaar, maand, dag);
            await world.RunAsync();
            Assert.Equal(feiten, await world.FeitenAsync(dossier));
        }
    }

    [Fact]
    public async Task R7fEnR50_LangerDanDeRest_HoudenAlleenWatNodigIs()
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.PutAsync(dossier, "FIN", "gemeente", new JsonObject { ["status"] = "x" });
        await world.PutAsync(dossier, "PVT", "gemeente", new JsonObject { ["uren"] = 12, ["documentReferentie"] = "DOC-1" });
        await world.EindeAsync(dossier, Einde);

        world.Op(2025, 1, 1);
        await world.RunAsync();
        Assert.Equal("FIN:1 PVT:1", await world.FeitenAsync(dossier));
        Assert.Equal("""{"documentReferentie":"DOC-1"}""", (await world.ReadAsync(BewaarWereld.Gemeente, dossier.DossierId))!.Gegevens["PVT"].ToJsonString());
        Assert.Equal(0, (await world.RunAsync()).Categorieen);
        world.Op(2026, 12, 31);
        await world.RunAsync();
        Assert.Equal("FIN:1 PVT:1", await world.FeitenAsync(dossier));
        world.Op(2027, 1, 1);
        await world.RunAsync();
        Assert.Equal("PVT:1", await world.FeitenAsync(dossier));
        world.Op(2068, 1, 11);
        await world.RunAsync();
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(dossier.DossierId));
    }

    [Fact]
    public async Task F19_VerwerktBericht_HeeftNaDertigDagenGeenInhoudMeer()
    {
        world.Op(2024, 6, 1);
        var (dossier, _) = await world.VolAsync();
        var extern1 = Guid.NewGuid();
        var los = await world.BerichtAsync(null, Berichtstatus.ZonderGevolg, extern1);
        var wacht = await world.BerichtAsync(dossier, Berichtstatus.Quarantaine);

        world.Op(2024, 6, 30);
        await world.RunAsync();
        Assert.Equal(2, await world.TelAsync("inbox.bericht", dossier, "inhoud is not null"));
        world.Op(2024, 7, 1);
        var telling = await world.RunAsync();

        Assert.Equal(2, telling.Berichten);
        Assert.Equal([$"{wacht}"], await world.ListAsync($"select bericht_id::text from inbox.bericht where inhoud is not null and (dossier_id = '{dossier.DossierId}' or bericht_id = '{los}')"));
        Assert.Equal(["0"], await world.ListAsync($"select count(*)::text from sleutels.sleutel where sleutel_id = (select sleutel_id from inbox.bericht where bericht_id = '{los}')"));
        Assert.Equal(["Berichtinhoud verwijderd na bewaartermijn"], await world.RegelsAsync(dossier));
        Assert.Equal(los, await world.BerichtAsync(null, Berichtstatus.ZonderGevolg, extern1));
        Assert.NotNull(await world.ReadAsync(BewaarWereld.Gemeente, dossier.DossierId));
    }

    [Fact]
    public async Task Proef_VanAlles_TeltEnWijzigtNiets()
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.BerichtAsync(null, Berichtstatus.ZonderGevolg);
        await world.EindeAsync(dossier, Einde);
        world.Op(2025, 1, 1);
        var before = await world.BeeldAsync();

        var proef = await world.RunAsync(proef: true);

        Assert.Equal(before, await world.BeeldAsync());
        Assert.Empty(await world.RegelsAsync(dossier));
        var echt = await world.RunAsync();
        Assert.Equal((echt.Dossiers, echt.Categorieen, echt.Berichten), (proef.Dossiers, proef.Categorieen, proef.Berichten));
        Assert.Equal((1, 2), (echt.Dossiers, echt.Berichten));
        var after = await world.BeeldAsync();
        var nogEens = await world.RunAsync();
        Assert.Equal((0, 0, 0), (nogEens.Dossiers, nogEens.Categorieen, nogEens.Berichten));
        Assert.Equal(after, await world.BeeldAsync());
    }

    [Fact]
    public async Task PlichtLeeftOp_NaEenEinde_TeltGeenTermijnMeer()
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.PersoonAsync();
        await world.PutAsync(dossier, "IDN", "gemeente", new JsonObject { ["naam"] = "x" });
        await world.EindeAsync(dossier, Einde);
        world.Op(2020, 1, 1);
        await world.PlichtAsync(dossier, new Inburgeringsplicht { Plichtig = true, Begindatum = new DateOnly(2018, 1, 1) });

        world.Op(2025, 1, 1);
        await world.RunAsync();

        Assert.Equal("IDN:1 PLI:2", await world.FeitenAsync(dossier));
    }

    [Theory]
    [InlineData("insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door) values ('1708', gen_random_uuid(), '{0}', 'IDN', 'Z-9', '2018-01-01', 'a')", "IDN:2", "update dossiers.beperking set tot = van where dossier_id = '{0}'")]
    [InlineData("update inbox.bericht set status = 0, volgende_poging = now() where dossier_id = '{0}'", "", "update inbox.bericht set status = 1, volgende_poging = null where dossier_id = '{0}'")]
    public async Task Dossier_WaarNogIetsOpRustOfWacht_BlijftTotDatVoorbijIs(string rust, string feiten, string voorbij)
    {
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.EindeAsync(dossier, Einde);
        await world.ExecuteAsync(string.Format(null, rust, dossier.DossierId));

        world.Op(2025, 1, 1);
        await world.RunAsync();

        Assert.Equal(feiten, await world.FeitenAsync(dossier));
        Assert.Equal(1, await world.TelAsync("dossiers.dossier", dossier));
        await world.ExecuteAsync(string.Format(null, voorbij, dossier.DossierId));
        await world.RunAsync();
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(dossier.DossierId));
    }

    [Fact]
    public async Task Samengevoegd_DossierDatErinOpging_GaatMeeMetHetDossierDatBleef()
    {
        world.Op(2018, 1, 10);
        var (blijft, _) = await world.VolAsync();
        var (opgegaan, _) = await world.PersoonAsync();
        await world.PutAsync(opgegaan, "IDN", "coa", new JsonObject { ["naam"] = "x" });
        await world.EindeAsync(blijft, Einde);
        await world.ExecuteAsync($"update dossiers.dossier set gesloten_op = '2018-02-01', samengevoegd_in = '{blijft.DossierId}' where dossier_id = '{opgegaan.DossierId}'");

        world.Op(2025, 1, 1);
        await world.RunAsync();
        await world.RunAsync();

        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(blijft.DossierId));
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(opgegaan.DossierId));
    }

    [Fact]
    public async Task Kopieen_IedereTabelDieEenDossierNoemt_StaatInDeLijst()
    {
        var tabellen = await world.ListAsync("""
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'dossier_id'
            where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and c.relname not like 'regel%' and n.nspname <> 'public'
            """);

        // the message stays, without its body and without naming the dossier; the record of the erasure stays as it is
        Assert.Equal(
            tabellen.Except(["dossiers.dossier", "dossiers.verwijdering", "inbox.bericht"]).Order(StringComparer.Ordinal),
            Wisser.Kopieen.Order(StringComparer.Ordinal));
    }

    private static Bsn Bewijs(string bsn) => Storage.CloneFixture.BsnOf(bsn);
}
