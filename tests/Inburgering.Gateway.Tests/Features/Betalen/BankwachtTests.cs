using System.Net.Http.Headers;
using Inburgering.Gateway.Tests.Inbox;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>Payments 6.4 and 7.8: silence of the bank proves nothing and moves nothing, and somebody is told of it; once, or every day while nobody knows.</summary>
[Collection(AfstemHouse.Collection)]
public sealed class BankwachtTests(AfstemHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stilte_OverEenBestandEnZijnBetaling_WordtEenTaakEnVerplaatstNiets()
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var (client, dossier, besluit) = await PersoonAsync(house);
        var pagina = await VerzegeldAsync(house, client, tom, dossier, besluit, Dag());
        await tom.PostAsync(pagina, "HaalOp");
        var batch = pagina.Split('/')[^1];

        // three hours later by the clock of business, and its day is over
        await Cluster.ExecuteOnAsync(house.Database, $"""
            set session_replication_role = replica;
            update betalen.betaalgebeurtenis set op = op - interval '3 hours' where batch_id = '{batch}';
            update betalen.betaalopdracht set uitvoeringsdatum = '2024-11-01' where batch_id = '{batch}';
            """, Ct);

        await house.UntilAsync($"select array_agg(code::text order by code) = array['batch-onbekend', 'geen-bericht'] from betalen.banksignaal s where batch_id = '{batch}' or dossier_id = '{dossier}'");
        var te = (await tom.GetAsync("/betalingen/bank")).Tekst;
        Assert.Contains("Niemand weet of de bank dit bestand heeft", te, StringComparison.Ordinal);
        Assert.Contains("De betaaldag is voorbij en de bank zei niets", te, StringComparison.Ordinal);
        Assert.Contains("LEEF 37400 aangeboden", Regels(await LeesAsync(client, dossier)));

        // a day later still nobody knows, and somebody said that he saw to it: told again; of the order it is not
        await Cluster.ExecuteOnAsync(house.Database, $"update betalen.banksignaal set afgehandeld_op = op, op = op - interval '25 hours' where batch_id = '{batch}' or dossier_id = '{dossier}'", Ct);
        await house.UntilAsync($"select count(*) = 3 and count(*) filter (where code = 'batch-onbekend') = 2 from betalen.banksignaal where batch_id = '{batch}' or dossier_id = '{dossier}'");
    }

    /// <summary>Payments 8.5: told at eight, four and one weeks before the end, each time once, to whom it concerns.</summary>
    [Fact]
    public async Task Ontzorgen_DatAfloopt_WordtOpElkeStapEenKeerEenTaak()
    {
        var (_, dossier, _) = await PersoonAsync(house, "2024-07-11");
        var (_, volgt, _) = await PersoonAsync(house, "2024-11-15");
        var taken = $"select string_agg(reden || ' ' || ernst || ' ' || post, ', ' order by nummer) from betalen.banksignaal where dossier_id = '{dossier}'";

        await house.UntilAsync($"select exists (select 1 from betalen.banksignaal where dossier_id = '{dossier}')");
        await EindigtAsync("2024-12-13");
        await house.UntilAsync($"select count(*) = 2 from betalen.banksignaal where dossier_id = '{dossier}'");
        await EindigtAsync("2024-11-22");
        await house.UntilAsync($"select count(*) = 3 from betalen.banksignaal where dossier_id = '{dossier}'");

        Assert.Equal("8 taak 2025-01-10, 4 taak 2024-12-13, 1 spoed 2024-11-22", await house.ScalarAsync<string>(taken));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from betalen.banksignaal where dossier_id = '{volgt}'"));
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var pagina = (await tom.GetAsync("/betalingen/bank")).Tekst;
        Assert.Contains("Het ontzorgen eindigt op 10 januari 2025, over ongeveer 8 weken.", pagina, StringComparison.Ordinal);
        Assert.Contains($"href=\"/dossiers/{dossier}/ontzorgen\"", pagina, StringComparison.Ordinal);
        Assert.Equal(3L, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{dossier}' and c.naam = 'Einde van het ontzorgen gemeld'
            """));

        Assert.Equal("FIN.betalingen,status", await house.ScalarAsync<string>($"""
            select c.geleverd from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{dossier}' and c.naam = 'Bankberichten bekeken' limit 1
            """));

        Task EindigtAsync(string dag) => Cluster.ExecuteOnAsync(house.Database, $"set session_replication_role = replica; update betalen.ontzorgbesluit set einddatum = '{dag}' where dossier_id = '{dossier}'", Ct);
    }

    /// <summary>Nothing that came in is lost: what was kept and not looked into, as after a kill, is taken up by itself.</summary>
    [Fact]
    public async Task Bericht_DatBleefLiggen_WordtVanzelfVerwerkt()
    {
        var client = await house.AsAsync("inkomen-1708");
        using var inhoud = new ByteArrayContent("niets"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/xml") } };
        using var antwoord = await client.PostAsync("/v1/bankberichten", inhoud, Ct);
        var id = antwoord.Headers.Location!.OriginalString.Split('/')[^1];
        await house.UntilAsync($"select stand = 'quarantaine' from betalen.bankbericht where bericht_id = '{id}'");
        var verwerkt = $"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.bericht_id = '{id}' and c.naam = 'Bankbericht verwerkt' and c.actor = 'taak-bankwacht'
            """;

        // The job may have been just ahead of the request that brought the message: what it did then is not what this test is about.
        var eerder = await house.ScalarAsync<long>(verwerkt);
        await Cluster.ExecuteOnAsync(house.Database, $"update betalen.bankbericht set stand = 'ontvangen', fouten = null where bericht_id = '{id}'", Ct);

        await house.UntilAsync($"select stand = 'quarantaine' from betalen.bankbericht where bericht_id = '{id}'");

        Assert.Equal("BK-02", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/bankberichten/{id}")).Body.GetProperty("fouten")[0].GetProperty("code").GetString());
        Assert.Equal(eerder + 1, await house.ScalarAsync<long>(verwerkt));
    }
}
