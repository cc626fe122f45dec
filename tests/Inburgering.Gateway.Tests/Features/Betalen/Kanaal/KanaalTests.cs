using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features.Betalen.Kanaal;

/// <summary>Payments 6: a file goes to the bank by itself, once, whatever happens on the way; what nobody knows waits for the bank's word or for two people.</summary>
[Collection(Kanaalhuis.Collection)]
public sealed class KanaalTests(Kanaalhuis house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bestand_NaVerzegelen_GaatVanzelfNaarDeBankEnWordtVanzelfGeboekt()
    {
        var weg = await house.VerzegelAsync();

        await weg.IsEenKeerBetaaldAsync();

        Assert.Equal("taak-bankbezorging IDN.naam FIN.iban,betalingen 00000003999990020000 betalen-vaste-lasten", await house.ScalarAsync<string>($"""
            select concat_ws(' ', c.actor, c.geleverd, c.ontvanger, c.doel) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{weg.Dossier}' and c.naam = 'Betaalbestand aan de bank aangeboden'
            """));
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        Assert.Contains("Kanaal naar de bank werkt", (await tom.GetAsync("/betalingen/bank")).Tekst, StringComparison.Ordinal);
    }

    /// <summary>Timeouts, 5xx and dropped connections are unknown, never refused; where the bank has it the bank says so, and nothing goes again.</summary>
    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    [InlineData("halverwege")]
    [InlineData("traag")]
    [InlineData("400")]
    public async Task Antwoord_DatVerlorenGaatTerwijlDeBankHetBestandHeeft_GaatNietOpnieuw(string storing)
    {
        await house.StoorAsync(storing, naVerwerking: true, vertragingMs: 6000);
        var weg = await house.VerzegelAsync();

        await weg.IsEenKeerBetaaldAsync();

        Assert.Equal(1L, await AanbiedingenAsync(weg));
    }

    /// <summary>Payments 6.4c: the bank says that it does not have it, and two people confirm; one is not enough, and before the bank said so nobody is.</summary>
    [Theory]
    [InlineData("503")]
    [InlineData("hangt")]
    public async Task Bestand_DatDeBankNietKent_GaatPasOpnieuwAlsTweeMensenDatZeggen(string storing)
    {
        await house.StoorAsync(storing);
        await house.BankAsync("storingen", new { path = "/betaalbestanden/{msgId}", kind = "503", seconden = 600 });
        var weg = await house.VerzegelAsync();
        await weg.TotAsync("onbekend");
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        Assert.Contains("De bank heeft nog niet gezegd", (await tom.PostAsync(weg.Pagina, "Afwezig")).Tekst, StringComparison.Ordinal);

        using (var over = await house.Sandbox.DeleteAsync(new Uri("/_sandbox/bank/storingen", UriKind.Relative), Ct))
        {
            Assert.True(over.IsSuccessStatusCode, $"{over.StatusCode}");
        }

        await house.UntilAsync($"select exists (select 1 from betalen.betaalgebeurtenis where batch_id = '{weg.BatchId}' and gebeurtenis = 'bank-kent-niet')");
        Assert.Contains("zegt dat zij dit bestand niet kent", (await tom.GetAsync(weg.Pagina)).Tekst, StringComparison.Ordinal);
        await tom.PostAsync(weg.Pagina, "Afwezig");
        await tom.PostAsync(weg.Pagina, "Afwezig");
        Assert.Equal(("onbekend", false), (await weg.StandAsync(), await weg.IsBijBankAsync()));

        await weg.TweeMensenAsync();
        await weg.IsEenKeerBetaaldAsync();
        Assert.Equal(2L, await AanbiedingenAsync(weg));
    }

    /// <summary>Security 25: a database that was put back to before the hand-over knows less than the journal; what it would send may have left.</summary>
    [Fact]
    public async Task Database_DieIsTeruggezetTotVoorDeOverdracht_StuurtNietsOpnieuw()
    {
        var weg = await house.VerzegelAsync();
        await weg.TotAsync("aangeboden", "bevestigd");

        await Cluster.ExecuteOnAsync(house.Database, $"""
            set session_replication_role = replica;
            delete from betalen.betaalgebeurtenis where batch_id = '{weg.BatchId}' and gebeurtenis not in ('geopend', 'verzegeld');
            update betalen.betaalbatch set stand = 'verzegeld', aanbieding = 0 where batch_id = '{weg.BatchId}';
            """, Ct);

        await house.VerouderJournaalAsync();
        await weg.IsEenKeerBetaaldAsync();

        Assert.Equal("onzeker,ontvangen", await house.ScalarAsync<string>($"select string_agg(gebeurtenis, ',' order by nummer) from betalen.betaalgebeurtenis where batch_id = '{weg.BatchId}' and gebeurtenis in ('onzeker', 'ontvangen', 'aanbiedenbegonnen')"));
    }

    /// <summary>A bank that does not answer is seen by a person, and what it puts out meanwhile is not lost.</summary>
    [Fact]
    public async Task Bank_DieNietAntwoordt_StaatOpDePaginaEnVerliestNiets()
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        await house.BankAsync("storingen", new { path = "/berichten", kind = "503", seconden = 600 });
        await house.UntilAsync("select fout_sinds is not null from betalen.kanaalstand where gemeentecode = '1708'");
        Assert.Contains("Kanaal naar de bank werkt niet", (await tom.GetAsync("/betalingen/bank")).Tekst, StringComparison.Ordinal);

        using var over = await house.Sandbox.DeleteAsync(new Uri("/_sandbox/bank/storingen", UriKind.Relative), Ct);
        await house.UntilAsync("select fout_sinds is null from betalen.kanaalstand where gemeentecode = '1708'");
        Assert.Contains("Voor het laatst gelukt", (await tom.GetAsync("/betalingen/bank")).Tekst, StringComparison.Ordinal);
    }

    private Task<long> AanbiedingenAsync(Verzegeld weg) => house.ScalarAsync<long>($"select count(*) from betalen.betaalgebeurtenis where batch_id = '{weg.BatchId}' and gebeurtenis = 'aanbiedenbegonnen'");
}
