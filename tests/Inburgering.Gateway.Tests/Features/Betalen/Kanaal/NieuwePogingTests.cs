using System.Globalization;
using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen.Kanaal;

/// <summary>Security 25 and payments 5: what the bank refused or gave back is paid again once, and a refusal alone does not permit it.</summary>
[Collection(Kanaalhuis.Collection)]
public sealed class NieuwePogingTests(Kanaalhuis house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weigering_Alleen_IsGeenVerlofEnTweeMensenDieDeBankVroegenWel()
    {
        var (weg, client, opdracht) = await MisluktAsync("MS03");
        var (tom, marieke) = (await Portaalmedewerker.MeldAanAsync(house, "tom"), await Portaalmedewerker.MeldAanAsync(house, "marieke"));
        var pagina = $"/dossiers/{weg.Dossier}/ontzorgen/{opdracht}";

        Assert.Equal(("GW-0527", true), await WeigeringAsync(client, opdracht, "nog geen bewijs"));
        Assert.Contains("Nog niemand heeft het bij de bank nagevraagd", (await tom.GetAsync(pagina)).Tekst, StringComparison.Ordinal);
        Assert.Equal($"{pagina}?stand=bevestigd", (await tom.PostAsync(pagina, "Bevestig")).Tekst);

        // one person, how often so ever, is one
        await tom.PostAsync(pagina, "Bevestig");
        Assert.Equal(("GW-0527", true), await WeigeringAsync(client, opdracht, "nog geen bewijs"));
        Assert.Contains("Een tweede moet dat ook doen", (await tom.GetAsync(pagina)).Tekst, StringComparison.Ordinal);

        await marieke.PostAsync(pagina, "Bevestig");
        var poging = await ProbeerAsync(client, opdracht, new { uitvoeringsdatum = Dag() });
        Assert.Equal(("gepland", opdracht, "aanvaard"), (poging.Tekst("stand"), poging.Tekst("vorige"), poging.Tekst("rekening")));

        // asked again it is that one, and the month planned again leaves it alone
        Assert.Equal(poging.Tekst("opdrachtId"), (await ProbeerAsync(client, opdracht, new { })).Tekst("opdrachtId"));
        Assert.Contains(poging.Tekst("kenmerk"), Kenmerken(await PlanAsync(client, weg.Dossier, poging.Tekst("besluitId"), 129410)));

        var weer = await house.VerzegelAsync(client, weg.Dossier, poging.Tekst("uitvoeringsdatum"));
        Assert.Equal(poging.Tekst("kenmerk"), weer.Kenmerk);
        await weer.IsEenKeerBetaaldAsync();
        Assert.Equal((0, 0), await BoekAsync(weg.Kenmerk));
        Assert.Equal(("GW-0527", true), await WeigeringAsync(client, poging.Tekst("opdrachtId"), "niet geweigerd en niet teruggekomen"));
    }

    [Fact]
    public async Task Weigering_MetAfschriftenZonderGatTotTweeBankdagenNaDeDag_IsVerlof()
    {
        var (weg, client, opdracht) = await MisluktAsync("MS03");
        var dag = DateOnly.ParseExact(weg.Dag, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        await SluitAsync(dag);
        await SluitAsync(Partners.Betalen.Bankdagen.Na(dag, 1));
        Assert.Equal(("GW-0527", true), await WeigeringAsync(client, opdracht, "nog geen bewijs"));

        await SluitAsync(Partners.Betalen.Bankdagen.Na(dag, 2));
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        Assert.Contains($"Betaal {weg.Kenmerk} opnieuw", (await tom.PostAsync($"/dossiers/{weg.Dossier}/ontzorgen", "Toon")).Tekst, StringComparison.Ordinal);
        Assert.Equal($"/dossiers/{weg.Dossier}/ontzorgen?stand=poging", (await tom.PostAsync($"/dossiers/{weg.Dossier}/ontzorgen/{opdracht}", "Probeer")).Tekst);
        Assert.DoesNotContain($"Betaal {weg.Kenmerk} opnieuw", (await tom.PostAsync($"/dossiers/{weg.Dossier}/ontzorgen", "Toon")).Tekst, StringComparison.Ordinal);

        // he made it, so he does not approve it
        await tom.PostAsync($"/dossiers/{weg.Dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        Assert.Equal("gepland", await house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where vorige = '{opdracht}'"));
    }

    /// <summary>Case G: leefgeld comes back because the account is closed.</summary>
    [Fact]
    public async Task Retour_VanEenGeslotenRekening_MagMeteenMaarNaarEenAndereDieEerstIsNagegaan()
    {
        var (client, weg) = await house.VerzegelMetAsync(null);
        await weg.IsEenKeerBetaaldAsync();
        await house.BankAsync("retouren", new { endToEndId = weg.Kenmerk, reden = "AC04" });
        await house.SluitDagAsync(Dag());
        await house.UntilAsync($"select stand = 'teruggeboekt' from betalen.betaalopdracht where kenmerk = '{weg.Kenmerk}'");
        var opdracht = (await house.ScalarAsync<Guid>($"select opdracht_id from betalen.betaalopdracht where kenmerk = '{weg.Kenmerk}'")).ToString();

        Assert.Equal(("GW-0527", true), await WeigeringAsync(client, opdracht, "Vraag een ander rekeningnummer"));
        Assert.Equal("/iban /naam /uitvoeringsdatum", (await ProbeerAsync(client, opdracht, new { iban = "NL00TEST5000000001", uitvoeringsdatum = "2024-12-25" })).Plaatsen);

        var nieuw = Nummer();
        var dag = Dag();
        var poging = await ProbeerAsync(client, opdracht, new { iban = nieuw, naam = "H. Kamaal", uitvoeringsdatum = dag });
        Assert.Equal(("gepland", nieuw, "onbekend"), (poging.Tekst("stand"), poging.Tekst("iban"), poging.Tekst("rekening")));

        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        await tom.PostAsync($"/dossiers/{weg.Dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        Assert.Equal("gepland", await house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where vorige = '{opdracht}'"));

        await AanvaardAsync(house, client, weg.Dossier, await LeesAsync(client, weg.Dossier));
        var weer = await house.VerzegelAsync(client, weg.Dossier, dag);
        await weer.IsEenKeerBetaaldAsync();

        Assert.Equal("3 -37400", await house.ScalarAsync<string>($"select concat_ws(' ', count(*), sum(bedrag_centen)) from betalen.boeking where dossier_id = '{weg.Dossier}' and soort = 'geboekt'"));
        Assert.Equal(((1, 1), (1, 0)), (await BoekAsync(weg.Kenmerk), await BoekAsync(weer.Kenmerk)));
    }

    [Fact]
    public async Task Poging_VanEenDossierDatStopt_MagNiet()
    {
        var (_, client, opdracht) = await MisluktAsync("MD07");

        Assert.Equal("GW-0525", (await ProbeerAsync(client, opdracht, new { })).Code);
    }

    [Fact]
    public async Task Poging_DieDeToezichthouderNietWil_KomtErNiet()
    {
        var (weg, client, opdracht) = await MisluktAsync("RR04");
        foreach (var login in new[] { "tom", "marieke" })
        {
            await (await Portaalmedewerker.MeldAanAsync(house, login)).PostAsync($"/dossiers/{weg.Dossier}/ontzorgen/{opdracht}", "Bevestig");
        }

        Assert.Equal(("GW-0527", true), await WeigeringAsync(client, opdracht, "RR04"));
    }

    [Fact]
    public async Task Poging_VanEenBetalingVanEenAnder_BestaatNiet()
    {
        var (weg, client, opdracht) = await MisluktAsync("MS03");
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");

        Assert.Equal("GW-0505", (await ProbeerAsync(client, Guid.NewGuid().ToString(), new { })).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await ProbeerAsync(await house.AsAsync("zaaksysteem-1708"), opdracht, new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync($"/dossiers/{Guid.NewGuid()}/ontzorgen/{opdracht}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync($"/dossiers/{weg.Dossier}/ontzorgen/{Guid.NewGuid()}")).Status);
    }

    /// <summary>A payment that the bank refused, as the bank told us by itself.</summary>
    private async Task<(Verzegeld Weg, HttpClient Client, string Opdracht)> MisluktAsync(string reden)
    {
        var (client, weg) = await house.VerzegelMetAsync(reden);
        await house.UntilAsync($"select stand = 'afgewezen' from betalen.betaalopdracht where kenmerk = '{weg.Kenmerk}'");
        return (weg, client, (await house.ScalarAsync<Guid>($"select opdracht_id from betalen.betaalopdracht where kenmerk = '{weg.Kenmerk}'")).ToString());
    }

    /// <summary>The bank ends this day, and its statement is booked.</summary>
    private async Task SluitAsync(DateOnly dag)
    {
        await house.SluitDagAsync($"{dag:yyyy-MM-dd}");
        await house.UntilAsync($"select exists (select 1 from betalen.afschriftstand where eind_dag = '{dag:yyyy-MM-dd}')");
    }

    private static Task<Antwoord> ProbeerAsync(HttpClient client, string opdracht, object invoer) => Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{opdracht}/pogingen", invoer);

    /// <returns>The code, and whether it says this.</returns>
    private static async Task<(string? Code, bool Zegt)> WeigeringAsync(HttpClient client, string opdracht, string woorden)
    {
        var antwoord = await ProbeerAsync(client, opdracht, new { });
        return (antwoord.Code, antwoord.Body.ToString().Contains(woorden, StringComparison.Ordinal));
    }

    private async Task<(int Geboekt, int Terug)> BoekAsync(string kenmerk)
    {
        using var boek = JsonDocument.Parse(await house.Sandbox.GetStringAsync("/_sandbox/bank/boek", Ct));
        var regel = boek.RootElement.EnumerateArray().Single(r => r.GetProperty("endToEndId").GetString() == kenmerk);
        return (regel.GetProperty("geboekt").GetInt32(), regel.GetProperty("terug").GetInt32());
    }
}
