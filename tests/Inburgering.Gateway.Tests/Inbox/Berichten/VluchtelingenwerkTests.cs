using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>What VluchtelingenWerk's messages make of dossiers (domain b.6), over HTTP from the front door to what the regievoerder and VluchtelingenWerk itself read.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class VluchtelingenwerkTests(RunningHouse house)
{
    private const string Asiel = "Asielstatushouder", Gezin = "Gezinsmigrant en overige migrant";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Berichten_VanPvtEnBegeleiding_StaanInHetDossierMetHerkomst()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Vwn, Asiel, "pvt", "begeleiding");

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "pvt-uren", 1, new { periode = "2024-10", uren = 8, excursieuren = 4 }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "begeleiding-status", 2, new
        {
            onderwerpen = new[] { new { onderwerp = "huur", status = "geregeld" }, new { onderwerp = "bank", status = "open" } },
            uren = new { periode = "2024-10", uren = 6 },
            samenredzaamheid = new { datum = "2024-10-28", score = 3 },
        }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "begeleiding-status", 3, new { onderwerpen = new[] { new { onderwerp = "bank", status = "loopt" } } }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "begeleiding-einde", 4, new { einddatum = "2024-11-08", overgedragenAan = "welzijnswerk", datumOverdracht = "2024-11-07" }));

        const string Wie = "\"bron\":\"vwn\"";
        const string Pvt = $$"""
            {"uren":[{{{Wie}},"excursieuren":4,"periode":"2024-10","uren":8}]}
            """;
        const string Mbg = $$"""
            {"einddatum":"2024-11-08","onderwerpen":[{{{Wie}},"onderwerp":"bank","status":"loopt"},{{{Wie}},"onderwerp":"huur","status":"geregeld"}],"overdracht":{"aan":"welzijnswerk","datum":"2024-11-07"},"samenredzaamheid":{"datum":"2024-10-28","score":3},"uren":[{{{Wie}},"periode":"2024-10","uren":6}]}
            """;
        Assert.Equal((Pvt.Trim(), Mbg.Trim()), ((await deelnemer.RegieAsync("PVT")).Tekst(), (await deelnemer.RegieAsync("MBG")).Tekst()));
        Assert.Equal(Pvt.Trim(), (await house.EigenAsync(deelnemer, "uitvoeren-pvt", "PVT")).Tekst());
        Assert.Equal(Mbg.Trim(), (await house.EigenAsync(deelnemer, "maatschappelijke-begeleiding", "MBG")).Tekst());
        Assert.Equal(0L, await house.ScalarAsync<long>(
            $"select count(*) from dossiers.feit where dossier_id = '{deelnemer.DossierId}' and categorie in ('PVT', 'MBG') and (bron <> 'vwn' or bericht_id is null or volgorde is null)"));
        Assert.Equal("VA-09-pvt VA-10-begeleiding", await house.ScalarAsync<string>($"""
            select string_agg(distinct split_part(c.activiteit, '/', 1), ' ' order by split_part(c.activiteit, '/', 1)) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{deelnemer.DossierId}' and c.naam = 'Gegevens vastgelegd' and c.activiteit like 'VA-%' and c.activiteit not like 'VA-04%'
            """));
    }

    [Fact]
    public async Task Begeleiding_VanEenGezinsmigrant_IsAfgekeurdOmDeDoelgroepEnPvtNiet()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Vwn, Gezin, "pvt");
        await house.ScalarAsync<Guid>($"update dossiers.dossier set doelgroep = null where dossier_id = '{deelnemer.DossierId}' returning dossier_id");
        await deelnemer.Regie.GeefAsync(Features.Regiewerk.Opdracht(Partnerproef.Vwn, "begeleiding"));
        await house.ScalarAsync<Guid>($"update dossiers.dossier set doelgroep = '{Gezin}' where dossier_id = '{deelnemer.DossierId}' returning dossier_id");

        Assert.Equal(("afgekeurd", "doelgroep"), await house.VerwerkAsync(deelnemer, "begeleiding-status", 1, new { uren = new { periode = "2024-10", uren = 6 } }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "pvt-uren", 2, new { periode = "2024-10", uren = 6 }));

        Assert.Null(await deelnemer.RegieAsync("MBG"));
        Assert.Equal(6m, (decimal)(await deelnemer.RegieAsync("PVT"))!["uren"]![0]!["uren"]!);
    }

    [Fact]
    public async Task Sandbox_StuurtAchterstevoren_EnHetDossierKlopt()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Vwn, Asiel, "pvt");
        object Uren(int uren) => new { type = "pvt-uren", data = new { partnerReferentie = deelnemer.Referentie, periode = "2024-10", uren } };

        using var response = await house.Sandbox.PostAsync("/_sandbox/vluchtelingenwerk/zendingen", RunningHouse.Json(new { volgorde = "omgekeerd", zendingen = new[] { Uren(4), Uren(9) } }), Ct);

        Assert.All(JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!.AsArray(), v => Assert.Equal(202, (int)v!["status"]!));
        await house.UntilAsync($"select count(*) = 2 from inbox.bericht where dossier_id = '{deelnemer.DossierId}' and code = 'pvt-uren' and status = 1");
        Assert.Equal(9m, (decimal)(await deelnemer.RegieAsync("PVT"))!["uren"]![0]!["uren"]!);
    }

    /// <summary>The messages of one person: whatever order and how often, the dossier and what waits for the regievoerder end as in order and once.</summary>
    [Fact]
    public async Task Volgorde_EnHerhaling_MakenGeenVerschil()
    {
        var recht = await EindstandAsync(Enumerable.Range(0, 7));

        foreach (var volgorde in Gen.Sample(Gen.Shuffle(Enumerable.Range(0, 7).Concat([2, 5]).ToArray()), Cases))
        {
            var eind = await EindstandAsync(volgorde);
            Assert.True(recht == eind, $"Andere eindstand bij {string.Join(' ', volgorde)}: {eind} in plaats van {recht}");
        }
    }

    private static int Cases => Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 100 : 10;

    private async Task<string> EindstandAsync(IEnumerable<int> volgorde)
    {
        var d = await house.DeelnemerAsync(Partnerproef.Vwn, Asiel, "pvt", "begeleiding");
        JsonObject[] berichten =
        [
            d.Event("pvt-uren", 1, new { periode = "2024-09", uren = 8 }),
            d.Event("pvt-uren", 2, new { periode = "2024-10", uren = 3 }),
            d.Event("pvt-ondertekening", 3, new { datum = "2024-11-04", documentReferentie = "PVT-1" }),
            d.Event("begeleiding-status", 4, new { onderwerpen = new[] { new { onderwerp = "huur", status = "open" } } }),
            d.Event("pvt-uren", 5, new { periode = "2024-10", uren = 4, excursieuren = 4 }),
            d.Event("pvt-ondertekening", 6, new { datum = "2024-11-05", documentReferentie = "PVT-1" }),
            d.Event("begeleiding-status", 7, new { onderwerpen = new[] { new { onderwerp = "huur", status = "geregeld" } }, samenredzaamheid = new { datum = "2024-11-01", score = 4 } }),
        ];
        foreach (var i in volgorde)
        {
            await house.LeverAsync(d, berichten[i]);
        }

        await house.UntilAsync("select count(*) = 0 from inbox.bericht where partner = 'vluchtelingenwerk' and status = 0");
        return (await d.RegieAsync("PVT")).Tekst() + (await d.RegieAsync("MBG")).Tekst() + await house.TakenAsync(d);
    }
}
