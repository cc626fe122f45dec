using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>POST /v1/leveringsbestanden: a school's hours as a CSV. A file counts whole or not at all, and every fault has its row and column.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class LeveringsbestandTests(RunningHouse house)
{
    private const string Kop = "partnerreferentie;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren;correctie";
    private const string Goed = "{R};2024-09;10;8;1;1;";
    private static readonly SemaphoreSlim Slot = new(1);
    private static Leerling? vaste;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("utf8bom", Kop + "\r\n{R};2024-09;10;8,5;1;0,5;nee\r\n")]
    [InlineData("utf8", "bsn,periode,geplande_uren,gevolgde_uren,\"geoorloofdverzuimuren\",ongeoorloofdverzuimuren,,\n{B},1-9-2024,10,\"8,5\",1,0.5,,\n,,,,,,,\n\n")]
    [InlineData("1252", "sep=\t\rPartner Referentie\tPeriode\tGeplande uren\tGevolgde uren\tGeoorloofd verzuim uren\tOngeoorloofd verzuim uren\r{R}\t9-2024\t10\t8.50\t\"1\"\t0,50\r")]
    public async Task Bestand_InElkeVormVanExcel_WordtGelezen(string codering, string inhoud)
    {
        var leerling = await house.LeerlingAsync();
        var tekst = inhoud.Replace("{B}", leerling.Persoon.Bsn.TrimStart('0'), StringComparison.Ordinal);

        var (_, stand) = await KlaarAsync(leerling, Bytes(tekst.Replace("{R}", leerling.Referentie, StringComparison.Ordinal), codering));

        Assert.Equal(("verwerkt", 1, 1L, 0), ((string)stand["status"]!, (int)stand["rijen"]!, (long)stand["verwerkt"]!, (int)stand["fouten"]!));
        var maand = Assert.Single((await house.RegieAsync(leerling))["UUR"]!["perioden"]!.AsArray())!;
        Assert.Equal(("2024-09", 8.5m, 0.5m), ((string)maand["periode"]!, (decimal)maand["gevolgdeUren"]!, (decimal)maand["ongeoorloofdVerzuimUren"]!));
    }

    /// <summary>Each with a good row above what is wrong: nothing of that row may count.</summary>
    public static TheoryData<string, string, string> Kapot => new()
    {
        { "empty", "", "1:" },
        { "only blanks", " \r\n \r\n", "1:" },
        { "utf-16", "UTF16" + Kop + "\n" + Goed, "1:" },
        { "an Excel file", "PK\u0003\u0004", "1:" },
        { "a NUL in it", Kop + "\n" + Goed + "\n{R};2024-08;10;8;1\0;1;", "1:" },
        { "no column names", Goed + "\n" + Goed, "1:" },
        { "names only", Kop + "\n", "1:" },
        { "html", "<html><body>Fout</body></html>", "1:" },
        { "an unknown column", Kop + ";diagnose\n" + Goed + ";\n", "1:H" },
        { "a column twice", Kop + ";periode\n" + Goed + ";\n", "1:H" },
        { "no periode", "partnerreferentie;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren\n{R};10;8;1;1\n", "1:periode" },
        { "nobody's hours", "periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren\n2024-09;10;8;1;1\n", "1:partnerreferentie" },
        { "two columns missing", "partnerreferentie;periode;geplandeuren;gevolgdeuren\n{R};2024-09;10;8\n", "1:geoorloofdverzuimuren 1:ongeoorloofdverzuimuren" },
        { "a quote not closed", Kop + "\n" + Goed + "\n{R};\"2024-08;10;8;1;1;\n", "3:" },
        { "a quote within a cell", Kop + "\n" + Goed + "\n{R};2024-08;1\"0;8;1;1;\n", "3:" },
        { "text after a quote", Kop + "\n" + Goed + "\n{R};\"2024-08\"x;10;8;1;1;\n", "3:" },
        { "a cell too many", Kop + "\n" + Goed + "\n{R};2024-08;10;8;1;1;;ziek\n", "3:H" },
        { "a decimal comma in a file with commas", Kop.Replace(';', ',') + "\n" + "{R},2024-09,10,8,1,1,\n{R},2024-08,10,8,5,1,1,\n", "3:correctie" },
        { "cells missing", Kop + "\n" + Goed + "\n{R};2024-08;10\n", "3:geoorloofdverzuimuren 3:gevolgdeuren 3:ongeoorloofdverzuimuren" },
        { "no person", Kop + "\n" + Goed + "\n;2024-08;10;8;1;1;\n", "3:partnerreferentie" },
        { "a reference in another form", Kop + "\n" + Goed + "\nPR-12;2024-08;10;8;1;1;\n", "3:partnerreferentie" },
        { "a number as exponent", "bsn;" + Kop + "\n;" + Goed + "\n1,00E+08;;2024-08;10;8;1;1;\n", "3:bsn" },
        { "a BSN that does not exist", "bsn;" + Kop + "\n;" + Goed + "\n999990018;;2024-08;10;8;1;1;\n", "3:bsn" },
        { "a BSN with points", "bsn;" + Kop + "\n;" + Goed + "\n9999.90.019;;2024-08;10;8;1;1;\n", "3:bsn" },
        { "a BSN too short", "bsn;" + Kop + "\n;" + Goed + "\n123456;;2024-08;10;8;1;1;\n", "3:bsn" },
        { "named twice", "bsn;" + Kop + "\n;" + Goed + "\n999990019;{R};2024-08;10;8;1;1;\n", "3:bsn" },
        { "a formula", Kop + "\n" + Goed + "\n{R};=DATE(2024,8,1);10;8;1;1;\n", "3:periode" },
        { "a formula with @", Kop + "\n" + Goed + "\n@SUM(1);2024-08;10;8;1;1;\n", "3:partnerreferentie" },
        { "a formula with -", Kop + "\n" + Goed + "\n{R};2024-08;-A1;8;1;1;\n", "3:geplandeuren" },
        { "a month as Excel names it", Kop + "\n" + Goed + "\n{R};aug-24;10;8;1;1;\n", "3:periode" },
        { "a day within a month", Kop + "\n" + Goed + "\n{R};15-8-2024;10;8;1;1;\n", "3:periode" },
        { "month thirteen", Kop + "\n" + Goed + "\n{R};2024-13;10;8;1;1;\n", "3:periode" },
        { "a month that has yet to come", Kop + "\n" + Goed + "\n{R};2024-12;10;8;1;1;\n", "3:periode" },
        { "no month", Kop + "\n" + Goed + "\n{R};;10;8;1;1;\n", "3:periode" },
        { "negative hours", Kop + "\n" + Goed + "\n{R};2024-08;10;-8;1;1;\n", "3:gevolgdeuren" },
        { "a negative correction", Kop + "\n" + Goed + "\n{R};2024-08;10;-8;1;1;ja\n", "3:periode" },
        { "more hours than a month has", Kop + "\n" + Goed + "\n{R};2024-08;745;8;1;1;\n", "3:geplandeuren" },
        { "thousands", Kop + "\n" + Goed + "\n{R};2024-08;1.234,5;8;1;1;\n", "3:geplandeuren" },
        { "three decimals", Kop + "\n" + Goed + "\n{R};2024-08;10,125;8;1;1;\n", "3:geplandeuren" },
        { "words for hours", Kop + "\n" + Goed + "\n{R};2024-08;veel;8;geen;1;\n", "3:geoorloofdverzuimuren 3:geplandeuren" },
        { "neither ja nor nee", Kop + "\n" + Goed + "\n{R};2024-08;10;8;1;1;misschien\n", "3:correctie" },
        { "literacy half told", Kop + ";alfabetiseringgevolgdeuren\n" + Goed + ";\n{R};2024-08;10;8;1;1;;4\n", "3:alfabetiseringgeoorloofdverzuimuren 3:alfabetiseringgeplandeuren 3:alfabetiseringongeoorloofdverzuimuren" },
        { "the same month twice", Kop + "\n" + Goed + "\n" + Goed + "\n", "3:periode" },
        { "who is not theirs", Kop + "\n" + Goed + "\nPR-0000000000;2024-08;10;8;1;1;\n", "3:partnerreferentie" },
        { "three rows wrong", Kop + "\n" + Goed + "\n{R};x;10;8;1;1;\n{R};2024-07;x;8;1;1;\n{R};2024-06;10;8;1;x;\n", "3:periode 4:geplandeuren 5:ongeoorloofdverzuimuren" },
    };

    [Theory]
    [MemberData(nameof(Kapot))]
    public async Task Bestand_Kapot_IsAfgekeurdMetRijEnKolomEnNietsTelt(string naam, string inhoud, string plaatsen)
    {
        var leerling = await VasteAsync();
        var bytes = inhoud.StartsWith("UTF16", StringComparison.Ordinal)
            ? [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(inhoud[5..])]
            : Encoding.UTF8.GetBytes(inhoud.Replace("{R}", leerling.Referentie, StringComparison.Ordinal));

        var (adres, stand) = await KlaarAsync(leerling, bytes);

        Assert.True((string)stand["status"]! == "afgekeurd", $"{naam}: {stand.ToJsonString()}");
        var fouten = stand["resultaten"]!.AsArray().Select(r => $"{r!["rij"]}:{r["kolom"]}").Order(StringComparer.Ordinal);
        Assert.Equal(plaatsen, string.Join(' ', fouten));
        Assert.False((await house.RegieAsync(leerling)).ContainsKey("UUR"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from inbox.bestandrij where bestand_id = '{Id(adres)}' and bericht_id is not null"));
        Assert.True(await house.ScalarAsync<bool>($"select inhoud is null from inbox.leveringsbestand where bestand_id = '{Id(adres)}'"));
        Assert.DoesNotContain(leerling.Referentie, stand.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bestand_Gedeeltelijk_LaatGoedeRijenTellenEnNoemtDeAndere()
    {
        var (een, twee) = (await house.LeerlingAsync(), await house.LeerlingAsync());
        await house.VerwerkAsync(twee, twee.Uren(1, "2024-09", 7));
        var tekst = $"{Kop}\n{een.Referentie};2024-09;10;8;1;1;\n{twee.Referentie};2024-09;10;8;1;1;\nPR-0000000000;2024-09;10;8;1;1;\n{een.Referentie};2024-10;10;-8;1;1;\n{twee.Referentie};2024-08;0;-8;8;0;ja\n";

        var (adres, stand) = await KlaarAsync(een, Encoding.UTF8.GetBytes(tekst), "?gedeeltelijk=true");

        Assert.Equal(("verwerkt", 5, 1L, 3L, 1), ((string)stand["status"]!, (int)stand["rijen"]!, (long)stand["verwerkt"]!, (long)stand["afgekeurd"]!, (int)stand["fouten"]!));
        Assert.Equal(
            ["2:verwerkt:", "3:afgekeurd:maand-dubbel", "4:afgekeurd:geen-relatie", "5:afgekeurd:rij-past-niet", "6:afgekeurd:correctie-negatief"],
            stand["resultaten"]!.AsArray().Select(r => $"{r!["rij"]}:{r["status"]}:{r["redenen"]?[0]?["code"]}"));
        Assert.Equal(7, (decimal)Assert.Single((await house.RegieAsync(twee))["UUR"]!["perioden"]!.AsArray())!["gevolgdeUren"]!);
        Assert.Equal(4L, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Bericht ontvangen uit leveringsbestand' and r.bericht_id in (select bericht_id::text from inbox.bestandrij where bestand_id = '{Id(adres)}')
            """));
    }

    [Fact]
    public async Task Bestand_MetMeerMaandenVanDezelfdePersonen_TeltElkeMaandEnDeSom()
    {
        Leerling[] leerlingen = [await house.LeerlingAsync(), await house.LeerlingAsync()];
        var rijen = Enumerable.Range(1, 9).SelectMany(maand => leerlingen.Select(l => $"{l.Referentie};2024-0{maand};{maand};{maand};0;0;"));

        var (_, stand) = await KlaarAsync(leerlingen[0], Encoding.UTF8.GetBytes($"{Kop}\n{string.Join('\n', rijen)}\n"));

        Assert.Equal(("verwerkt", 18L), ((string)stand["status"]!, (long)stand["verwerkt"]!));
        foreach (var leerling in leerlingen)
        {
            var uren = (await house.RegieAsync(leerling))["UUR"]!;
            Assert.Equal(9, uren["perioden"]!.AsArray().Count);
            Assert.Equal(45, (decimal)Assert.Single(uren["totalen"]!.AsArray())!["gevolgdeUren"]!);
        }
    }

    /// <summary>Messages are applied together: one that cannot even be opened leaves the others as they would be without it.</summary>
    [Fact]
    public async Task Bericht_DatOnsBreekt_HoudtZijnBurenNietTegen()
    {
        var leerling = await house.LeerlingAsync();
        var adressen = new List<string>();
        foreach (var maand in (string[])["2024-07", "2024-08", "2024-09"])
        {
            var adres = await house.LeverAsync(leerling, leerling.Uren(null, maand, 10));
            Assert.Equal(("verwerkt", null), await house.AfloopAsync(leerling.Client, adres));
            adressen.Add(adres["/v1/berichten/".Length..]);
        }

        var alle = string.Join(',', adressen.Select(id => $"'{id}'"));
        await house.ScalarAsync<long>($"""
            with weer as (update inbox.bericht set status = 0, verwerkt_op = null, volgende_poging = now(), inhoud = case when bericht_id = '{adressen[1]}' then '\x01'::bytea else inhoud end
                          where bericht_id in ({alle}) returning 1) select count(*) from weer
            """);

        await house.UntilAsync($"select count(*) = 2 from inbox.bericht where bericht_id in ({alle}) and status = 1 and pogingen = 2");
        Assert.True(await house.ScalarAsync<bool>($"select status = 0 and pogingen = 2 from inbox.bericht where bericht_id = '{adressen[1]}'"));
        await house.ScalarAsync<Guid>($"update inbox.bericht set status = 1, volgende_poging = null where bericht_id = '{adressen[1]}' returning bericht_id");
    }

    [Fact]
    public async Task Bestand_NogEens_IsHetzelfdeEnTeltNietDubbel()
    {
        var leerling = await house.LeerlingAsync();
        var bytes = Encoding.UTF8.GetBytes($"{Kop}\n{leerling.Referentie};2024-09;10;8;1;1;\n");
        var (adres, _) = await KlaarAsync(leerling, bytes);

        Assert.Equal(adres, await LeverAsync(leerling.Client, bytes));
        var (ander, stand) = await KlaarAsync(leerling, Encoding.UTF8.GetBytes($"{Kop}\n{leerling.Referentie};2024-09;10;9;1;0;ja\n"));

        Assert.NotEqual(adres, ander);
        Assert.Equal("verwerkt", (string?)stand["status"]);
        Assert.Equal(9, (decimal)Assert.Single((await house.RegieAsync(leerling))["UUR"]!["perioden"]!.AsArray())!["gevolgdeUren"]!);
    }

    [Fact]
    public async Task Bestand_VanEenAnder_IsHetzelfdeAlsOnbekend()
    {
        var leerling = await VasteAsync();
        var (adres, _) = await KlaarAsync(leerling, Encoding.UTF8.GetBytes("leeg"));
        var ander = await house.AsAsync(Taalproef.Schakelcollege);

        using var vreemd = await ander.GetAsync(adres, Ct);
        using var onbekend = await ander.GetAsync("/v1/leveringsbestanden/00000000-0000-0000-0000-000000000001", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (vreemd.StatusCode, onbekend.StatusCode));
        Assert.Contains("GW-0291", await vreemd.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coa", "text/csv", HttpStatusCode.Forbidden, "GW-0290")]
    [InlineData("zaaksysteem-1708", "text/csv", HttpStatusCode.Forbidden, "GW-0002")]
    [InlineData("taalpunt-1708", "application/json", HttpStatusCode.UnsupportedMediaType, "GW-0008")]
    public async Task Bestand_VanWieNietMagOfInEenAndereVorm_IsGeweigerd(string client, string mediatype, HttpStatusCode status, string code)
    {
        using var inhoud = new StringContent(Kop, new MediaTypeHeaderValue(mediatype));
        using var response = await (await house.AsAsync(client)).PostAsync("/v1/leveringsbestanden", inhoud, Ct);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bestand_GroterDanTwintigMebibyte_Is413()
    {
        using var inhoud = new ByteArrayContent(new byte[(20 * 1024 * 1024) + 1]);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await (await house.AsAsync(Taalproef.Taalpunt)).PostAsync("/v1/leveringsbestanden", inhoud, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Bestand_MetMeerDanEenPagina_GeeftElkeRijEenKeer()
    {
        var leerling = await VasteAsync();
        var rijen = string.Concat(Enumerable.Range(1, 450).Select(n => $"{leerling.Referentie};x{n};10;8;1;1;\n"));
        var (adres, stand) = await KlaarAsync(leerling, Encoding.UTF8.GetBytes($"{Kop}\n{rijen}"));

        var gezien = stand["resultaten"]!.AsArray().Select(r => (int)r!["rij"]!).ToList();
        while ((string?)stand["volgende"] is { } volgende)
        {
            stand = await StandAsync(leerling.Client, $"{adres}?cursor={Uri.EscapeDataString(volgende)}");
            gezien.AddRange(stand["resultaten"]!.AsArray().Select(r => (int)r!["rij"]!));
        }

        Assert.Equal(Enumerable.Range(2, 450), gezien);
    }

    [Theory]
    [InlineData("Is al weken ZIEK.", true)]
    [InlineData("Ging naar de psychiàter", true)]
    [InlineData("Zegt: depressie; wil stoppen", true)]
    [InlineData("Het gaat niet goed op het werk.", false)]
    [InlineData("Ziekenfonds regelt niets meer", false)]
    public async Task Signaal_MetWoordenOverGezondheid_WaarschuwtDeSchool(string tekst, bool gewaarschuwd)
    {
        var leerling = await VasteAsync();

        using var response = await house.PostAsync(leerling.Client, leerling.Event("signaal", null, new { soort = "dreigende-uitval", datum = "2024-11-13", toelichting = tekst }).ToJsonString());

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(gewaarschuwd ? "/data/toelichting" : null, body.Length == 0 ? null : (string?)JsonNode.Parse(body)!["waarschuwingen"]![0]!["pointer"]);
        Assert.DoesNotContain(tekst, body, StringComparison.Ordinal);
        Assert.Equal(("verwerkt", null), await house.AfloopAsync(leerling.Client, response.Headers.Location!.OriginalString));
    }

    private static byte[] Bytes(string tekst, string codering) => codering switch
    {
        "utf8bom" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(tekst)],
        "1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(tekst),
        _ => Encoding.UTF8.GetBytes(tekst),
    };

    private static string Id(string adres) => adres["/v1/leveringsbestanden/".Length..];

    /// <summary>One person for all files that change nothing.</summary>
    private async Task<Leerling> VasteAsync()
    {
        await Slot.WaitAsync(Ct);
        try
        {
            return vaste ??= await house.LeerlingAsync();
        }
        finally
        {
            Slot.Release();
        }
    }

    private async Task<string> LeverAsync(string client, byte[] bytes, string query = "")
    {
        using var inhoud = new ByteArrayContent(bytes);
        inhoud.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await (await house.AsAsync(client)).PostAsync($"/v1/leveringsbestanden{query}", inhoud, Ct);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(Ct));
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Delivers and waits until nothing is left to do.</summary>
    private async Task<(string Adres, JsonObject Stand)> KlaarAsync(Leerling leerling, byte[] bytes, string query = "")
    {
        var adres = await LeverAsync(leerling.Client, bytes, query);
        JsonObject stand = [];
        await RunningHouse.UntilAsync(async ct =>
        {
            stand = await StandAsync(leerling.Client, adres);
            return stand["status"]!.ToString() is "verwerkt" or "afgekeurd";
        });
        return (adres, stand);
    }

    private async Task<JsonObject> StandAsync(string client, string adres) =>
        JsonNode.Parse(await (await house.AsAsync(client)).GetStringAsync(adres, Ct))!.AsObject();
}
