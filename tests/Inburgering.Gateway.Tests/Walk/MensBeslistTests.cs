using System.Text;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>What comes in changes what we know, never what is decided about a person (AVG 22).</summary>
[Collection(Duohuis.Collection)]
public sealed class MensBeslistTests(RunningHouse house)
{
    private const string Besloten = """
        select concat_ws(' ', d.leerroute,
                         (select count(*) from dossiers.opdracht o where o.dossier_id = d.dossier_id and o.tot is null),
                         (select count(*) from dossiers.feit f where f.dossier_id = d.dossier_id and f.categorie = 'HAN'),
                         (select max(versie) from dossiers.feit f where f.dossier_id = d.dossier_id and f.categorie = 'PIP' and f.bron = 'gemeente'))
        from dossiers.dossier d join dossiers.relatie r using (gemeentecode, dossier_id) where r.client_id = 'schakelcollege-1708' limit 1
        """;

    /// <summary>The kind of news from which a program could draw a conclusion: a test that fits another route, a failed exam, another begin of the plicht, another route in DUO's copy of the PIP, which is a question to the regievoerder and no more.</summary>
    [Theory]
    [InlineData("SS131", "LBT", null, """{"bsn":"999990019","lbtResultaten":[{"resultaat":"B1-route niet haalbaar","behaaldeScore":"12,50","benodigdeScore":"50,00","datumAfname":"2024-10-12"}]}""")]
    [InlineData("SS199", "EXA", null, """{"bsn":"999990019","examenresultaten":[{"examendatum":"2024-10-09","resultaat":"Gezakt","onderdeel":"KNM"}]}""")]
    [InlineData("SS128", "PLI", null, """{"bsn":"999990019","inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"2024-01-29","wijzigingsdatum":"2024-11-01","datumKennisgevingInburgeringsplicht":"2024-02-05"}}""")]
    [InlineData("SS121", "PIP", "bronnen-verschillen", """{"bsn":"999990019","pip":{"gemeentecode":"1708","pip":{"dagtekeningPip":"2024-06-17","leerroute":"Z"}}}""")]
    public async Task F23_SignalOfAPartner_DecidesNothing(string gebeurtenis, string categorie, string? vraag, string nieuws)
    {
        await house.HerstelAsync();
        var voor = await house.ScalarAsync<string>(Besloten);
        var bekend = await house.ScalarAsync<long>(Bekend(categorie));
        using var veranderd = await house.Sandbox.PostAsync("/_sandbox/duo/personen", new StringContent(nieuws, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.True(veranderd.IsSuccessStatusCode);

        var levering = await Levering.SendAsync(house, Levering.Notificatie(gebeurtenis, "999990019"));

        Assert.Equal((Levering.Verwerkt, vraag), await levering.AfloopAsync());
        Assert.True(await house.ScalarAsync<long>(Bekend(categorie)) > bekend, "Er is niets bekend geworden: de proef bewijst niets.");
        Assert.Equal(voor, await house.ScalarAsync<string>(Besloten));
    }

    private static string Bekend(string categorie) => $"""
        select sum(f.versie)::bigint from dossiers.feit f join dossiers.relatie r using (gemeentecode, dossier_id)
        where r.client_id = 'schakelcollege-1708' and f.categorie = '{categorie}' and f.actueel
        """;
}
