using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>From a month to a file that the bank has: by the client's API and the portal of two people, each step only by whom and from where it may.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class BetaalgangTests(RunningHouse house)
{
    private const string Iban = "NL13TEST0123456789";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Maand_Klaargezet_GeeftDezelfdeOpdrachtenEnWatAndersIsTrektDeGoedkeuringIn()
    {
        var (client, dossier, besluit) = await PersoonAsync(house);

        var klaar = await PlanAsync(client, dossier, besluit, 129410);
        var weer = await PlanAsync(client, dossier, besluit, 129410);

        Assert.Equal(["ENER 14800 gepland", "HUUR 61235 gepland", "LEEF 37400 gepland", "ZORG 15975 gepland"], Regels(klaar));
        Assert.Equal(Kenmerken(klaar), Kenmerken(weer));
        Assert.Equal("Betalingen klaargezet|0|-|financieel-ontzorgen|-|FIN.betalingen,iban|t", await klaar.RegelAsync(house));
        Assert.Equal("2024-11-29", klaar.Body.GetProperty("betaalopdrachten").EnumerateArray().Single(b => b.GetProperty("soort").GetString() == "HUUR").GetProperty("uitvoeringsdatum").GetString());

        await AanvaardAsync(house, client, dossier, klaar);
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        Assert.Equal((HttpStatusCode.Redirect, $"/dossiers/{dossier}/ontzorgen?stand=vrij"), await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12")));
        Assert.Equal(["ENER 14800 vrijgegeven", "HUUR 61235 vrijgegeven", "LEEF 37400 vrijgegeven", "ZORG 15975 vrijgegeven"], Regels(await LeesAsync(client, dossier)));

        // a lower benefit: leefgeld is another order's content, and has to be approved again
        var lager = await PlanAsync(client, dossier, besluit, 129310);
        Assert.Equal(["ENER 14800 vrijgegeven", "HUUR 61235 vrijgegeven", "LEEF 37300 gepland", "ZORG 15975 vrijgegeven"], Regels(lager));
        Assert.Equal(Kenmerken(klaar), Kenmerken(lager));

        // too little: nothing of this month may be paid until a person decides
        var tekort = await PlanAsync(client, dossier, besluit, 80000);
        Assert.Equal("OZ-03", tekort.Body.GetProperty("besluitNodig").GetProperty("code").GetString());
        Assert.Empty(tekort.Body.GetProperty("betaalopdrachten").EnumerateArray());
        Assert.All(Regels(await LeesAsync(client, dossier)), r => Assert.EndsWith("geannuleerd", r, StringComparison.Ordinal));

        await PlanAsync(client, dossier, besluit, 80000);
        Assert.Equal(("besluit-nodig OZ-03 2024-12-01", 1L), (await TaakAsync(dossier), await house.ScalarAsync<long>($"select count(*) from betalen.banksignaal where dossier_id = '{dossier}'")));
        Assert.Contains("Voor december 2024 staat niets klaar. De vaste lasten zijn hoger dan de uitkering: neem eerst een besluit.", (await tom.GetAsync("/betalingen/bank")).Tekst, StringComparison.Ordinal);

        // and back: a next try of each, under another id
        var terug = await PlanAsync(client, dossier, besluit, 129410);
        Assert.Equal(["ENER 14800 gepland", "HUUR 61235 gepland", "LEEF 37400 gepland", "ZORG 15975 gepland"], Regels(terug));
        Assert.Equal(string.Empty, await TaakAsync(dossier));
        Assert.Empty(Kenmerken(terug).Intersect(Kenmerken(klaar)));
        Assert.DoesNotContain(Iban, await house.ScalarAsync<string>($"select string_agg(encode(inhoud, 'escape'), '') from betalen.betaalopdracht where dossier_id = '{dossier}'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goedkeuren_ZonderAanvaardeRekeningDoorDeMakerOfDoorEenSysteem_KanNiet()
    {
        var (client, dossier, besluit) = await PersoonAsync(house);
        var klaar = await PlanAsync(client, dossier, besluit, 129410);
        var marieke = await Portaalmedewerker.MeldAanAsync(house, "marieke");
        var pagina = $"/dossiers/{dossier}/ontzorgen";

        // the accounts of this house may be accepted by another test; this one's leefgeld is its own
        var eigen = Opdracht(klaar, "LEEF");
        Assert.Contains("BT-02", (await marieke.PostAsync(pagina, "Vrij", ("Maand", "2024-12"))).Tekst, StringComparison.Ordinal);
        Assert.Contains("Er is niets veranderd", (await marieke.PostAsync(pagina, "Aanvaard", ("OpdrachtId", eigen))).Tekst, StringComparison.Ordinal);

        // the check found another name: not enough, whoever accepts it
        Assert.Equal("gecontroleerd", (await ControleAsync(client, eigen, "naamcontrole", "geen")).Tekst("rekening"));
        Assert.Contains("Er is niets veranderd", (await marieke.PostAsync(pagina, "Aanvaard", ("OpdrachtId", eigen))).Tekst, StringComparison.Ordinal);
        await ControleAsync(client, eigen, "ander-kanaal", "bevestigd");
        Assert.Equal(HttpStatusCode.Redirect, (await marieke.PostAsync(pagina, "Aanvaard", ("OpdrachtId", eigen))).Status);

        // who changed one of them approves none of them
        await Cluster.ExecuteOnAsync(house.Database, $"""
            insert into betalen.betaalgebeurtenis (gemeentecode, opdracht_id, dossier_id, gebeurtenis, stand, door, op)
            select '1708', '{eigen}', '{dossier}', 'bewerkt', 'gepland', account_id::text, now() from identiteit.account where login = 'marieke'
            """, Ct);
        Assert.Contains("BT-08", (await marieke.PostAsync(pagina, "Vrij", ("Maand", "2024-12"))).Tekst, StringComparison.Ordinal);

        // who is not of inkomen sees no such page
        var joost = await Portaalmedewerker.MeldAanAsync(house, "joost");
        Assert.Equal(HttpStatusCode.Forbidden, (await joost.GetAsync(pagina)).Status);
        Assert.DoesNotContain(Iban, (await marieke.GetAsync(pagina)).Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_DoorTweeMensenVerzegeld_GaatEenKeerWegEnAlleenDoorTweeNogEens()
    {
        var dag = Dag();
        var (client, dossier, besluit) = await PersoonAsync(house);
        var klaar = await PlanAsync(client, dossier, besluit, 129410, dag);
        await AanvaardAsync(house, client, dossier, klaar);
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var marieke = await Portaalmedewerker.MeldAanAsync(house, "marieke");
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));

        var batch = await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = dag });
        Assert.Equal((HttpStatusCode.Created, "open", 1), (batch.Status, batch.Tekst("stand"), batch.Body.GetProperty("aantal").GetInt32()));
        var pagina = $"/betalingen/{batch.Tekst("batchId")}";
        await Cluster.ExecuteOnAsync(house.Database, $"update betalen.betaalbatch set gemaakt_door = (select account_id::text from identiteit.account where login = 'marieke') where batch_id = '{batch.Tekst("batchId")}'", Ct);
        Assert.Contains("BT-08", (await marieke.PostAsync(pagina, "KeurGoed")).Tekst, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await tom.PostAsync(pagina, "KeurGoed")).Status);
        var zegel = await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{batch.Tekst("batchId")}");
        Assert.Equal(("verzegeld", 37400L), (zegel.Tekst("stand"), zegel.Body.GetProperty("totaalCenten").GetInt64()));
        Assert.Contains("LEEF 37400 aangeboden", Regels(await LeesAsync(client, dossier)));

        // an order that went to the bank is no longer the gemeente's to change
        Assert.Equal("GW-0506", (await Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{Opdracht(klaar, "LEEF")}/annuleringen", new { reden = "op-verzoek" })).Code);
        Assert.Equal("GW-0504", (await PlanAsync(client, dossier, besluit, 129310, dag)).Code);

        // payments 8, case K: the difference is a task, not an order
        Assert.Equal("GW-0504", (await PlanAsync(client, dossier, besluit, 80000, dag)).Code);
        Assert.Equal("uitkering-veranderd - 2024-12-01", await TaakAsync(dossier));

        var (status, xml) = await tom.PostAsync(pagina, "HaalOp");
        Assert.Equal(HttpStatusCode.OK, status);
        var bestand = XDocument.Parse(xml);
        Assert.Equal(zegel.Tekst("berichtId"), bestand.Descendants().First(e => e.Name.LocalName == "MsgId").Value);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(xml))), zegel.Tekst("hash"));
        Assert.Equal("Uitkering december 2024", bestand.Descendants().Single(e => e.Name.LocalName == "Ustrd").Value);
        Assert.Equal("1|IDN.naam FIN.iban,betalingen|00000003999990020000|betalen-vaste-lasten", await LeveringAsync(dossier));

        // the second download is refused, whoever asks
        Assert.Contains("Er is niets veranderd", (await marieke.PostAsync(pagina, "HaalOp")).Tekst, StringComparison.Ordinal);
        Assert.Contains("laatste vijf tekens", (await tom.PostAsync(pagina, "Ontvangen", ("Tekens", "zzzzz"))).Tekst, StringComparison.Ordinal);

        // nobody knows: one person alone does not make it go again
        await tom.PostAsync(pagina, "Onzeker");
        await tom.PostAsync(pagina, "Afwezig");
        await tom.PostAsync(pagina, "Afwezig");
        Assert.Equal("onbekend", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{batch.Tekst("batchId")}")).Tekst("stand"));
        await marieke.PostAsync(pagina, "Afwezig");
        var (_, weer) = await marieke.PostAsync(pagina, "HaalOp");
        Assert.Equal(xml, weer);
        Assert.Equal((HttpStatusCode.Redirect, $"{pagina}?stand=ontvangen"), await tom.PostAsync(pagina, "Ontvangen", ("Tekens", zegel.Tekst("hash")[^5..].ToUpperInvariant())));

        // what the database itself refuses, also to a fault of ours
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Cluster.ExecuteOnAsync(house.Database, $"update betalen.betaalbatch set inhoud = '\\x00' where batch_id = '{batch.Tekst("batchId")}'", Ct));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => Cluster.ExecuteOnAsync(house.Database, $"update betalen.betaalopdracht set stand = 'gepland' where batch_id = '{batch.Tekst("batchId")}'", Ct));
    }

    /// <summary>Security 25: the database was put back to before the hand-over, and everything was done again.</summary>
    [Fact]
    public async Task Overdracht_NaEenTeruggezetteDatabase_WordtDoorHetJournaalTegengehouden()
    {
        var (client, dossier, besluit) = await PersoonAsync(house);
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var dag = Dag();
        var eerste = await VerzegeldAsync(house, client, tom, dossier, besluit, dag);
        Assert.Equal(HttpStatusCode.OK, (await tom.PostAsync(eerste, "HaalOp")).Status);

        // as a backup of before the month would have it
        await Cluster.ExecuteOnAsync(house.Database, $"""
            alter table betalen.betaalopdracht disable trigger user;
            delete from betalen.betaalgebeurtenis where dossier_id = '{dossier}';
            delete from betalen.betaalopdracht where dossier_id = '{dossier}';
            alter table betalen.betaalopdracht enable trigger user;
            """, Ct);
        var tweede = await VerzegeldAsync(house, client, tom, dossier, besluit, dag);

        Assert.NotEqual(eerste, tweede);
        Assert.Contains("journaal", (await tom.PostAsync(tweede, "HaalOp")).Tekst, StringComparison.Ordinal);
        Assert.Equal("verzegeld", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{tweede.Split('/')[^1]}")).Tekst("stand"));
    }

    /// <summary>A right of the person, or a decision that does not count any more, between approval and sealing.</summary>
    [Theory]
    [InlineData("beperking")]
    [InlineData("besluit")]
    [InlineData("gesloten")]
    public async Task Batch_MetIemandDieNietMeerBetaaldMagWorden_LaatDieAchter(string waarom)
    {
        var dag = Dag();
        var (client, dossier, besluit) = await PersoonAsync(house);
        var klaar = await PlanAsync(client, dossier, besluit, 129410, dag);
        await AanvaardAsync(house, client, dossier, klaar);
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        var batch = await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = dag });

        await Cluster.ExecuteOnAsync(house.Database, waarom switch
        {
            "beperking" => $"insert into dossiers.beperking (gemeentecode, beperking_id, dossier_id, categorie, zaaknummer, van, door) values ('1708', gen_random_uuid(), '{dossier}', 'FIN', 'Z-1', '2024-11-01', 'a')",
            "besluit" => $"update betalen.ontzorgbesluit set actueel = false where besluit_id = '{besluit}'",
            _ => $"update dossiers.dossier set gesloten_op = '2024-11-15' where dossier_id = '{dossier}'",
        }, Ct);

        Assert.Contains("niets meer dat betaald mag worden", (await tom.PostAsync($"/betalingen/{batch.Tekst("batchId")}", "KeurGoed")).Tekst, StringComparison.Ordinal);
        Assert.Equal("open", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{batch.Tekst("batchId")}")).Tekst("stand"));
    }

    [Fact]
    public async Task Invoer_DieNietKlopt_NoemtAllesEnVerandertNiets()
    {
        var (client, dossier, besluit) = await PersoonAsync(house);

        var plan = await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalopdrachten", new { dossierId = dossier, besluitId = besluit, maand = "2024-13", uitkeringCenten = -1, uitvoeringsdatum = "2024-12-25" });
        Assert.Equal((HttpStatusCode.BadRequest, "/maand /uitkeringCenten /uitvoeringsdatum"), (plan.Status, plan.Plaatsen));
        Assert.Equal("GW-0502", (await PlanAsync(client, dossier, $"{Guid.NewGuid()}", 129410)).Code);
        Assert.Equal("GW-0104", (await PlanAsync(client, $"{Guid.NewGuid()}", besluit, 129410)).Code);
        Assert.Equal("/uitvoeringsdatum", (await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = "2024-11-16" })).Plaatsen);
        Assert.Equal("GW-0520", (await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = "2025-10-30" })).Code);
        Assert.Equal("GW-0505", (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{Guid.NewGuid()}")).Code);
        Assert.Equal("GW-0505", (await Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{Guid.NewGuid()}/annuleringen", new { reden = "op-verzoek" })).Code);
        Assert.Equal("dossierId", (await Antwoord.SendAsync(client, HttpMethod.Get, "/v1/betaalopdrachten")).Plaatsen);
        Assert.Equal("cursor", (await Antwoord.SendAsync(client, HttpMethod.Get, "/v1/betaalbatches?cursor=x")).Plaatsen);
        var klaar = await PlanAsync(client, dossier, besluit, 129410);
        Assert.Equal("/reden", (await Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{Opdracht(klaar, "LEEF")}/annuleringen", new { reden = "zomaar" })).Plaatsen);
        Assert.Equal("/uitkomst", (await ControleAsync(client, Opdracht(klaar, "LEEF"), "naamcontrole", "bevestigd")).Plaatsen);
        Assert.Equal("geannuleerd", (await Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{Opdracht(klaar, "LEEF")}/annuleringen", new { reden = "op-verzoek" })).Tekst("stand"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Antwoord.SendAsync(await house.AsAsync("zaaksysteem-1708"), HttpMethod.Get, $"/v1/betaalopdrachten?dossierId={dossier}")).Status);
    }

    private Task<string?> LeveringAsync(string dossier) => house.ScalarAsync<string>($"""
        select concat_ws('|', count(*), string_agg(c.geleverd, ' + '), string_agg(c.ontvanger, ' + '), string_agg(c.doel, ' + ')) from verwerkingslog.regel r
        join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{dossier}' and c.naam = 'Betaalbestand aan de bank aangeboden' and c.resultaat = 0
        """);

    /// <summary>What is to be done for this dossier; empty: nothing.</summary>
    private Task<string?> TaakAsync(string dossier) => house.ScalarAsync<string>($"""
        select coalesce(string_agg(code || ' ' || coalesce(reden, '-') || ' ' || post, ', ' order by nummer), '') from betalen.banksignaal where dossier_id = '{dossier}' and afgehandeld_op is null
        """);
}
