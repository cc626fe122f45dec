using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>What the bank says of payments, through the door: kept first, booked once, and nothing booked of what does not fit.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class BankberichtenTests(RunningHouse house)
{
    /// <summary>A thousand million times a word.</summary>
    private static readonly string Bom = "<!DOCTYPE Document [<!ENTITY a \"lachen\">"
        + string.Concat("bcdefghi".Select(letter => $"<!ENTITY {letter} \"{string.Concat(Enumerable.Repeat($"&{(char)(letter - 1)};", 10))}\">")) + "]>";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every order of three reports, of which the statement comes in two parts; with the full numbers every order of all four.</summary>
    public static TheoryData<string> Volgordes =>
        [.. Enumerable.Range(0, 256).Select(n => $"{n >> 6}{(n >> 4) & 3}{(n >> 2) & 3}{n & 3}").Where(v => v.Distinct().Count() == v.Length && (TestMaat.Lang || v.Contains("13", StringComparison.Ordinal)))];

    /// <summary>Payments 6.6: a status, a statement that pays two people, the notice that one of it comes back, and the statement on which it did.</summary>
    [Theory]
    [MemberData(nameof(Volgordes))]
    public async Task Berichten_InWelkeVolgordeOokEnTweeKeer_GevenEenEindstandDieHetBoekVanDeBankIs(string volgorde)
    {
        var (client, wie, pagina) = await AangebodenAsync(2);
        var berichten = await RetourAsync(wie[1].Kenmerk);

        foreach (var nummer in volgorde.SelectMany(n => new[] { n - '0', n - '0' }))
        {
            Assert.DoesNotContain((await LeverAsync(client, berichten[nummer])).Tekst("stand"), new[] { "quarantaine", "ontvangen" });
        }

        Assert.Equal(("uitgevoerd", "teruggeboekt"), (await StandAsync(wie[0].Kenmerk), await StandAsync(wie[1].Kenmerk)));
        Assert.Equal("gesloten", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{pagina.Split('/')[^1]}")).Tekst("stand"));
        Assert.Equal("3 -37400", await house.ScalarAsync<string>($"select concat_ws(' ', count(*), sum(bedrag_centen)) from betalen.boeking where dossier_id in ('{wie[0].Dossier}', '{wie[1].Dossier}')"));
        Assert.Equal("AC04", await house.ScalarAsync<string>($"""
            select r.geblokkeerd_om from betalen.rekeningcontrole r join betalen.betaalopdracht o on o.gemeentecode = r.gemeentecode and o.rekening_hash = r.rekening_hash where o.kenmerk = '{wie[1].Kenmerk}'
            """));
        Assert.Equal("retour spoed", await house.ScalarAsync<string>($"select string_agg(code || ' ' || ernst, ', ') from betalen.banksignaal where dossier_id = '{wie[1].Dossier}' and code <> 'retour-aangekondigd'"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from betalen.banksignaal where dossier_id = '{wie[0].Dossier}'"));
        Assert.All(wie, p => Assert.True(house.ScalarAsync<long>($"select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where r.dossier_id = '{p.Dossier}' and c.naam = 'Bankbericht verwerkt'").GetAwaiter().GetResult() > 0));
        Assert.Equal(["1 0", "1 1"], wie.Select(p => Boek(p.Kenmerk).GetAwaiter().GetResult()));

        // issue 8, line 7: what became of it stands in the dossier, as the report that proves it said it
        Assert.Equal(["uitgevoerd 37400", "teruggeboekt 37400"], wie.Select(p => FeitAsync(client, p.Dossier).GetAwaiter().GetResult()));
        Assert.Equal("camt.053 camt.053", await house.ScalarAsync<string>($"""
            select string_agg(left(b.soort, 8), ' ') from dossiers.feit f join betalen.bankbericht b on b.gemeentecode = f.gemeentecode and b.bericht_id = f.bericht_id
            where f.dossier_id in ('{wie[0].Dossier}', '{wie[1].Dossier}') and f.categorie = 'FIN' and f.veldgroep like 'betaling-%' and f.actueel and f.bron = 'gemeente'
            """));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where dossier_id = '{wie[0].Dossier}' and veldgroep like 'betaling-%'"));
    }

    /// <summary>Payments 7.2: a statement that is ahead waits, and is booked when what was missing is there.</summary>
    [Fact]
    public async Task Afschrift_DatVooruitLoopt_WachtEnWordtGeboektZodraHetVorigeErIs()
    {
        var (client, wie, _) = await AangebodenAsync(1);
        var berichten = await RetourAsync(wie[0].Kenmerk);

        var later = await LeverAsync(client, berichten[3]);
        var fout = Assert.Single(later.Body.GetProperty("fouten").EnumerateArray());
        Assert.Equal(("wacht", "BK-03"), (later.Tekst("stand"), fout.GetProperty("code").GetString()));
        Assert.Equal("aangeboden", await StandAsync(wie[0].Kenmerk));

        Assert.Equal("verwerkt", (await LeverAsync(client, berichten[1])).Tekst("stand"));
        Assert.Equal("verwerkt", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/bankberichten/{later.Tekst("berichtId")}")).Tekst("stand"));
        Assert.Equal("teruggeboekt", await StandAsync(wie[0].Kenmerk));
    }

    /// <summary>Payments 7.4: one entry for a batch without its details is booked when it is exactly the sum of what was not refused; until that is known the whole entry is held.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verzamelboeking_DiePasNaDeWeigeringDeSomIs_WordtDanGeboektEnEerderAangehouden(bool statusEerst)
    {
        var (client, wie, pagina) = await AangebodenAsync(3, p => BankAsync("weigeringen", new { endToEndId = p[0].Kenmerk, reden = "AC01" }));
        var batch = await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{pagina.Split('/')[^1]}");
        var status = (await BerichtenAsync("pain.002"))[^1];
        await BankAsync("dagen", new { dag = "2026-01-31" });
        var afschriften = await BerichtenAsync("camt.053");
        foreach (var eerder in afschriften[..^1])
        {
            await LeverAsync(client, eerder);
        }

        var verzameld = Verzameld(afschriften[^1], $"{batch.Tekst("berichtId")}-1", [wie[1].Kenmerk, wie[2].Kenmerk]);
        foreach (var bericht in statusEerst ? new[] { status, verzameld } : [verzameld, status])
        {
            Assert.Equal("verwerkt", (await LeverAsync(client, bericht)).Tekst("stand"));
        }

        Assert.Equal(["afgewezen", "uitgevoerd", "uitgevoerd"], wie.Select(p => StandAsync(p.Kenmerk).GetAwaiter().GetResult()));
        Assert.Equal("gesloten", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{pagina.Split('/')[^1]}")).Tekst("stand"));
        Assert.Equal("geboekt -37400, geboekt -37400", await BoekingenAsync($"dossier_id in ('{wie[0].Dossier}', '{wie[1].Dossier}', '{wie[2].Dossier}')"));
        Assert.Equal(statusEerst ? string.Empty : "vrijgevallen -74800", await BoekingenAsync($"batch_id = '{batch.Tekst("batchId")}' and opdracht_id is null"));
    }

    /// <summary>Whatever is wrong with a statement: kept, said why, nothing booked; the right one afterwards is.</summary>
    [Fact]
    public async Task Bericht_DatNietKlopt_StaatInQuarantaineMetRedenEnBoektNiets()
    {
        var (client, wie, _) = await AangebodenAsync(1);
        var berichten = await RetourAsync(wie[0].Kenmerk);
        var (afschrift, advies) = (berichten[1], Encoding.UTF8.GetString(berichten[2]));
        var tekst = Encoding.UTF8.GetString(afschrift);
        var begin = XDocument.Parse(tekst).Descendants().First(e => e.Name.LocalName == "Amt").Value;
        (string Wat, byte[] Inhoud, string Code)[] kapot =
        [
            ("afgekapt", afschrift[..(afschrift.Length / 2)], "BK-02"),
            ("andere versie", Encoding.UTF8.GetBytes(tekst.Replace("camt.053.001.08", "camt.053.001.02", StringComparison.Ordinal)), "BK-01"),
            ("entiteiten", Encoding.UTF8.GetBytes("<!DOCTYPE Document [<!ENTITY a \"b\">]>" + tekst[tekst.IndexOf("<Document", StringComparison.Ordinal)..]), "BK-02"),
            ("entiteiten op entiteiten", Encoding.UTF8.GetBytes(Bom + tekst[tekst.IndexOf("<Document", StringComparison.Ordinal)..].Replace("SANDBOX", "&i;", StringComparison.Ordinal)), "BK-02"),
            ("UTF-16 met merk", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(tekst)], "BK-02"),
            ("UTF-16 naar eigen zeggen", Encoding.UTF8.GetBytes(tekst.Replace("utf-8", "utf-16", StringComparison.OrdinalIgnoreCase)), "BK-02"),
            ("andere rekening", Encoding.UTF8.GetBytes(tekst.Replace(Gemeenterekening(tekst), "NL91ABNA0417164300", StringComparison.Ordinal)), "BK-02"),
            ("advies van een andere rekening", Encoding.UTF8.GetBytes(advies.Replace(Gemeenterekening(advies), "NL91ABNA0417164300", StringComparison.Ordinal)), "BK-02"),
            ("ander beginsaldo", Encoding.UTF8.GetBytes(Eerste(tekst, $">{begin}<", ">1.00<")), "BK-04"),
            ("geen xml", "niets"u8.ToArray(), "BK-02"),
            ("leeg", [], "BK-02"),
        ];

        foreach (var (wat, inhoud, code) in kapot)
        {
            var antwoord = await LeverAsync(client, inhoud);
            Assert.True(antwoord.Tekst("stand") == "quarantaine" && antwoord.Body.GetProperty("fouten")[0].GetProperty("code").GetString() == code, $"{wat}: {antwoord.Body}");
        }

        Assert.Equal("aangeboden", await StandAsync(wie[0].Kenmerk));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from betalen.boeking where dossier_id = '{wie[0].Dossier}'"));

        Assert.Equal("verwerkt", (await LeverAsync(client, afschrift)).Tekst("stand"));
        Assert.Equal("uitgevoerd", await StandAsync(wie[0].Kenmerk));

        // the same statement in another report is booked already
        var nieuw = XDocument.Parse(tekst).Descendants().First(e => e.Name.LocalName == "MsgId").Value;
        Assert.Equal("verwerkt", (await LeverAsync(client, Encoding.UTF8.GetBytes(Eerste(tekst, $"<MsgId>{nieuw}<", $"<MsgId>{nieuw}-B<")))).Tekst("stand"));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from betalen.boeking where dossier_id = '{wie[0].Dossier}'"));

        // the id of a report that counted, with other content
        var ander = await LeverAsync(client, Encoding.UTF8.GetBytes(tekst.Replace("</Document>", "<!-- anders --></Document>", StringComparison.Ordinal)));
        Assert.Equal(("quarantaine", "/berichtId"), (ander.Tekst("stand"), ander.Body.GetProperty("fouten")[0].GetProperty("plaats").GetString()));
    }

    /// <summary>Nothing that came in is lost, and one that breaks us keeps no other from being booked.</summary>
    [Fact]
    public async Task Bericht_WaarWijOpStuklopen_BlijftStaanEnHoudtDeAndereNietTegen()
    {
        var (client, wie, _) = await AangebodenAsync(1);
        var berichten = await RetourAsync(wie[0].Kenmerk);
        var stuk = Guid.NewGuid();
        await Cluster.ExecuteOnAsync(house.Database, $"""
            insert into betalen.bankbericht (gemeentecode, bericht_id, kanaal, hash, stand, ontvangen_door, ontvangen_op, sleutel_id, inhoud)
            select gemeentecode, '{stuk}', 'levering', 'stuk', 'ontvangen', 'a', '2024-01-01', sleutel_id, '\x00' from betalen.bankbericht where gemeentecode = '1708' limit 1
            """, Ct);

        Assert.Equal("verwerkt", (await LeverAsync(client, berichten[1])).Tekst("stand"));

        Assert.Equal("ontvangen", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/bankberichten/{stuk}")).Tekst("stand"));
        Assert.Equal("uitgevoerd", await StandAsync(wie[0].Kenmerk));
        await Cluster.ExecuteOnAsync(house.Database, $"delete from betalen.bankbericht where bericht_id = '{stuk}'", Ct);
    }

    [Theory]
    [InlineData("AC01", "geblokkeerd", false)]
    [InlineData("MD07", "aanvaard", true)]
    public async Task Weigering_VanDeBank_BlokkeertWatDeRedenVraagtEnMaaktEenTaak(string reden, string rekening, bool dossierStopt)
    {
        var (client, wie, pagina) = await AangebodenAsync(2, wie => BankAsync("weigeringen", new { endToEndId = wie[0].Kenmerk, reden }));

        var bericht = await LeverAsync(client, (await BerichtenAsync())[^1]);

        Assert.Equal(("verwerkt", "geweigerd"), (bericht.Tekst("stand"), bericht.Body.GetProperty("signalen")[0].GetProperty("code").GetString()));
        Assert.Equal("afgewezen", await StandAsync(wie[0].Kenmerk));
        Assert.NotEqual("afgewezen", await StandAsync(wie[1].Kenmerk));
        Assert.Equal("bevestigd", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{pagina.Split('/')[^1]}")).Tekst("stand"));
        var betalingen = await LeesAsync(client, wie[0].Dossier);
        Assert.Equal(rekening, betalingen.Body.GetProperty("betaalopdrachten").EnumerateArray().Single(b => b.GetProperty("kenmerk").GetString() == wie[0].Kenmerk).GetProperty("rekening").GetString());
        Assert.Equal(dossierStopt, Regels(betalingen).Where(r => !r.StartsWith("LEEF", StringComparison.Ordinal)).All(r => r.EndsWith("geannuleerd", StringComparison.Ordinal)));

        // a refusal alone is no leave to pay again (security 25)
        Assert.Equal(dossierStopt ? "GW-0525" : "GW-0504", (await PlanAsync(client, wie[0].Dossier, wie[0].Besluit, 129310)).Code);
    }

    /// <summary>Payments 7, FF01: no file of this profile goes out until a person says so.</summary>
    [Fact]
    public async Task Bestandsfout_DieDeBankMeldt_HoudtAlleBatchesVanHetProfielTegenTotEenMens()
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var (eerder, dossier, besluit) = await PersoonAsync(house);
        var verzegeld = await VerzegeldAsync(house, eerder, tom, dossier, besluit, Dag());
        var (client, _, _) = await AangebodenAsync(1, wie => BankAsync("weigeringen", new { endToEndId = wie[0].Kenmerk, reden = "FF01" }));
        await LeverAsync(client, (await BerichtenAsync())[^1]);

        Assert.Contains("niets meer betaald mag worden", (await tom.PostAsync(verzegeld, "HaalOp")).Tekst, StringComparison.Ordinal);

        var stop = await house.ScalarAsync<long>("select max(nummer) from betalen.betaalstop where profiel is not null and opgeheven_op is null");
        Assert.Equal((HttpStatusCode.Redirect, "/betalingen/bank?stand=hervat"), await tom.PostAsync("/betalingen/bank", "Hervat", ("Nummer", $"{stop}")));
        Assert.Contains("of is al afgehandeld", (await tom.PostAsync("/betalingen/bank", "Hervat", ("Nummer", $"{stop}"))).Tekst, StringComparison.Ordinal);
        Assert.StartsWith("<?xml", (await tom.PostAsync(verzegeld, "HaalOp")).Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bankbericht_VanEenAndereGemeenteOfWieNietVanInkomenIs_BestaatNiet()
    {
        var (client, _, _) = await AangebodenAsync(1);
        var bericht = await LeverAsync(client, (await BerichtenAsync())[^1]);

        Assert.Equal("GW-0524", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/bankberichten/{Guid.NewGuid()}")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await Antwoord.SendAsync(await house.AsAsync("zaaksysteem-1708"), HttpMethod.Get, $"/v1/bankberichten/{bericht.Tekst("berichtId")}")).Status);
        Assert.Contains(bericht.Tekst("berichtId"), await AlleAsync(client));
        Assert.Equal("cursor", (await Antwoord.SendAsync(client, HttpMethod.Get, "/v1/bankberichten?cursor=x")).Plaatsen);
        using var json = await client.PostAsync("/v1/bankberichten", RunningHouse.Json(new { }), Ct);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
    }

    /// <summary>A sealed batch with the leefgeld of so many people, handed over and at the bank; what the bank said until then of the account is read in.</summary>
    /// <param name="vooraf">What the bank is told before it gets the file.</param>
    private async Task<(HttpClient Client, Persoon[] Wie, string Pagina)> AangebodenAsync(int aantal, Func<Persoon[], Task>? vooraf = null)
    {
        var (dag, wie, tom) = (Dag(), new List<Persoon>(), await Portaalmedewerker.MeldAanAsync(house, "tom"));
        HttpClient client = null!;
        for (var i = 0; i < aantal; i++)
        {
            (client, var dossier, var besluit) = await PersoonAsync(house);
            var klaar = await PlanAsync(client, dossier, besluit, 129410, dag);
            await AanvaardAsync(house, client, dossier, klaar);
            await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
            wie.Add(new Persoon(dossier, besluit, klaar.Body.GetProperty("betaalopdrachten").EnumerateArray().Single(b => b.GetProperty("soort").GetString() == "LEEF").GetProperty("kenmerk").GetString()!));
        }

        var batch = await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = dag });
        var pagina = $"/betalingen/{batch.Tekst("batchId")}";
        await tom.PostAsync(pagina, "KeurGoed");
        var (_, xml) = await tom.PostAsync(pagina, "HaalOp");
        await (vooraf?.Invoke([.. wie]) ?? Task.CompletedTask);
        using var bestand = new HttpRequestMessage(HttpMethod.Post, "/bank/v1/betaalbestanden") { Content = new StringContent(xml, Encoding.UTF8, "application/xml") };
        bestand.Headers.Add("Idempotency-Key", batch.Tekst("berichtId"));
        using var aangenomen = await house.Sandbox.SendAsync(bestand, Ct);
        Assert.Equal(HttpStatusCode.Accepted, aangenomen.StatusCode);
        if (vooraf is null)
        {
            await BankAsync("dagen", new { dag = "2025-01-31" });
            foreach (var eerder in (await BerichtenAsync("camt.053")).Where(b => !IsVan(b, batch.Tekst("berichtId"))))
            {
                await LeverAsync(client, eerder);
            }
        }

        return (client, [.. wie], pagina);
    }

    /// <summary>The bank pays, and this one comes back: its status, its statement, its notice and its next statement.</summary>
    private async Task<byte[][]> RetourAsync(string kenmerk)
    {
        var status = (await BerichtenAsync("pain.002"))[^1];
        await BankAsync("dagen", new { dag = "2026-01-31" });
        await BankAsync("retouren", new { endToEndId = kenmerk, reden = "AC04" });
        await BankAsync("dagen", new { dag = "2026-02-01" });
        var afschriften = await BerichtenAsync("camt.053");
        return [status, afschriften[^2], (await BerichtenAsync("camt.054"))[^1], afschriften[^1]];
    }

    /// <summary>Ids of all reports, page after page.</summary>
    private static async Task<List<string>> AlleAsync(HttpClient client)
    {
        var (alle, cursor) = (new List<string>(), string.Empty);
        do
        {
            var pagina = (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/bankberichten{cursor}")).Body;
            alle.AddRange(pagina.GetProperty("bankberichten").EnumerateArray().Select(b => b.GetProperty("berichtId").GetString()!));
            cursor = pagina.TryGetProperty("volgende", out var volgende) ? $"?cursor={Uri.EscapeDataString(volgende.GetString()!)}" : string.Empty;
        }
        while (cursor.Length > 0);
        return alle;
    }

    private Task<string?> BoekingenAsync(string waar) =>
        house.ScalarAsync<string>($"select coalesce(string_agg(soort || ' ' || bedrag_centen, ', ' order by bedrag_centen), '') from betalen.boeking where {waar}");

    /// <summary>The statement, with these payments as one entry that names only their batch.</summary>
    private static byte[] Verzameld(byte[] afschrift, string batch, string[] kenmerken)
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(afschrift));
        var n = document.Root!.Name.Namespace;
        XElement[] posten = [.. document.Descendants(n + "Ntry").Where(post => kenmerken.Contains(post.Descendants(n + "EndToEndId").Single().Value))];
        Assert.Equal(kenmerken.Length, posten.Length);
        posten[0].Element(n + "Amt")!.Value = posten.Sum(p => decimal.Parse(p.Element(n + "Amt")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        posten[0].Element(n + "NtryDtls")!.ReplaceAll(new XElement(n + "Btch", new XElement(n + "PmtInfId", batch), new XElement(n + "NbOfTxs", posten.Length)));
        posten[1..].Remove();
        return Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
    }

    private static bool IsVan(byte[] bericht, string msgId) => Encoding.UTF8.GetString(bericht).Contains(msgId, StringComparison.Ordinal);

    private async Task<byte[][]> BerichtenAsync(string? soort = null)
    {
        using var lijst = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/bank/v1/berichten", Ct));
        var namen = lijst.RootElement.EnumerateArray().Where(b => soort is null || b.GetProperty("soort").GetString() == soort).Select(b => b.GetProperty("naam").GetString());
        return await Task.WhenAll(namen.Select(n => house.Sandbox.GetByteArrayAsync($"/bank/v1/berichten/{n}", Ct)));
    }

    private async Task BankAsync(string wat, object inhoud)
    {
        using var antwoord = await house.Sandbox.PostAsync($"/_sandbox/bank/{wat}", RunningHouse.Json(inhoud), Ct);
        Assert.Equal(HttpStatusCode.NoContent, antwoord.StatusCode);
    }

    private static async Task<Antwoord> LeverAsync(HttpClient client, byte[] bericht)
    {
        using var inhoud = new ByteArrayContent(bericht) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/xml") } };
        using var antwoord = await client.PostAsync("/v1/bankberichten", inhoud, Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.StatusCode == HttpStatusCode.Created, tekst);
        return await Antwoord.SendAsync(client, HttpMethod.Get, antwoord.Headers.Location!.OriginalString);
    }

    /// <summary>The only payment that the dossier tells who looks after the finances.</summary>
    private static async Task<string> FeitAsync(HttpClient client, string dossier)
    {
        var gezien = await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/dossiers/{dossier}?doel=financieel-ontzorgen");
        var betaling = Assert.Single(gezien.Body.GetProperty("gegevens").GetProperty("FIN").GetProperty("betalingen").EnumerateArray());
        return $"{betaling.GetProperty("stand").GetString()} {betaling.GetProperty("bedragCenten").GetInt64()}";
    }

    private Task<string?> StandAsync(string kenmerk) => house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where kenmerk = '{kenmerk}'");

    /// <summary>How often the bank paid it and gave it back.</summary>
    private async Task<string> Boek(string kenmerk)
    {
        using var boek = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/bank/boek", Ct));
        var regel = boek.RootElement.EnumerateArray().Single(r => r.GetProperty("endToEndId").GetString() == kenmerk);
        return $"{regel.GetProperty("geboekt").GetInt32()} {regel.GetProperty("terug").GetInt32()}";
    }

    private static string Gemeenterekening(string afschrift) => XDocument.Parse(afschrift).Descendants().First(e => e.Name.LocalName == "IBAN").Value;

    private static string Eerste(string tekst, string oud, string nieuw)
    {
        var plaats = tekst.IndexOf(oud, StringComparison.Ordinal);
        return tekst[..plaats] + nieuw + tekst[(plaats + oud.Length)..];
    }

    private sealed record Persoon(string Dossier, string Besluit, string Kenmerk);
}
