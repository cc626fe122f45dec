using System.Net;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>Payments 6.7: what somebody paid without the gateway keeps its obligation, so that the gateway does not pay it again.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class BuitenbetalingTests(RunningHouse house)
{
    [Fact]
    public async Task Melding_VanEenVrijgegevenBetaling_HaaltHaarUitDeOpenBatchEnBetaaltHaarNietMeer()
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var (client, dossier, besluit) = await PersoonAsync(house);
        var dag = Dag();
        var plan = await PlanAsync(client, dossier, besluit, 129410, dag);
        await AanvaardAsync(house, client, dossier, plan);
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        var batch = await Antwoord.SendAsync(client, HttpMethod.Post, "/v1/betaalbatches", new { uitvoeringsdatum = dag });
        var leefgeld = Opdracht(plan, "LEEF");

        var gemeld = await MeldAsync(client, leefgeld, "2024-11-15", "spoed");

        Assert.Equal(("buiten_gateway", "2024-11-15", true), (gemeld.Tekst("stand"), gemeld.Tekst("uitvoeringsdatum"), await house.ScalarAsync<bool>($"select batch_id is null from betalen.betaalopdracht where opdracht_id = '{leefgeld}'")));
        Assert.Equal(0, (await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/betaalbatches/{batch.Tekst("batchId")}")).Body.GetProperty("aantal").GetInt32());

        Assert.Equal("buiten_gateway 2024-11-15", await FeitAsync(client, dossier));

        // told again it is there already; the month again finds it, and another outcome is for a person
        Assert.Equal(HttpStatusCode.Conflict, (await MeldAsync(client, leefgeld, "2024-11-15", "spoed")).Status);
        Assert.Equal(Kenmerken(plan), Kenmerken(await PlanAsync(client, dossier, besluit, 129410)));
        Assert.Equal("GW-0504", (await PlanAsync(client, dossier, besluit, 150000)).Code);
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        Assert.Equal("buiten_gateway", await StandAsync(leefgeld));
    }

    [Fact]
    public async Task Melding_DieNietKlopt_NoemtElkeFoutEnVerandertNiets()
    {
        var (client, dossier, besluit) = await PersoonAsync(house);
        var huur = Opdracht(await PlanAsync(client, dossier, besluit, 129410), "HUUR");

        Assert.Equal("/betaaldOp /reden", (await MeldAsync(client, huur, "2024-11-16", "zomaar")).Plaatsen);
        Assert.Equal("/betaaldOp", (await MeldAsync(client, huur, "2023-11-14", "spoed")).Plaatsen);
        Assert.Equal("GW-0505", (await MeldAsync(client, Guid.NewGuid().ToString(), "2024-11-15", "spoed")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await MeldAsync(await house.AsAsync("zaaksysteem-1708"), huur, "2024-11-15", "spoed")).Status);
        Assert.Equal("gepland", await StandAsync(huur));
    }

    [Fact]
    public async Task Melding_VanEenBetalingInEenVerzegeldeBatch_IsTeLaat()
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var (client, dossier, besluit) = await PersoonAsync(house);
        await VerzegeldAsync(house, client, tom, dossier, besluit, Dag());
        var leefgeld = Opdracht(await LeesAsync(client, dossier), "LEEF");

        Assert.Equal("GW-0506", (await MeldAsync(client, leefgeld, "2024-11-15", "spoed")).Code);
        Assert.Equal("aangeboden", await StandAsync(leefgeld));
    }

    [Fact]
    public async Task Herstel_DoorEenAnder_IsEenNieuweBetalingVoorTweeMensen()
    {
        var (tom, marieke) = (await Portaalmedewerker.MeldAanAsync(house, "tom"), await Portaalmedewerker.MeldAanAsync(house, "marieke"));
        var (client, dossier, besluit) = await PersoonAsync(house);
        var plan = await PlanAsync(client, dossier, besluit, 129410);
        var huur = Opdracht(plan, "HUUR");
        var pagina = $"/dossiers/{dossier}/ontzorgen/{huur}";
        await AanvaardAsync(house, client, dossier, plan);

        Assert.Contains("Geef de dag", (await tom.PostAsync(pagina, "Buiten", ("BetaaldOp", "morgen"), ("Reden", "spoed"))).Tekst, StringComparison.Ordinal);
        Assert.Equal($"{pagina}?stand=buiten", (await tom.PostAsync(pagina, "Buiten", ("BetaaldOp", "14-11-2024"), ("Reden", "spoed"))).Tekst);
        Assert.Contains("Er is niets veranderd", (await tom.PostAsync(pagina, "Herstel")).Tekst, StringComparison.Ordinal);
        Assert.Equal("buiten_gateway", await StandAsync(huur));

        Assert.Equal($"/dossiers/{dossier}/ontzorgen?stand=hersteld", (await marieke.PostAsync(pagina, "Herstel")).Tekst);
        Assert.Equal("geannuleerd 2024-11-14", await FeitAsync(client, dossier));
        Assert.Equal(("geannuleerd", "gepland"), (await StandAsync(huur), await house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where vorige = '{huur}'")));

        // she made it, so another approves it; and planning again finds it
        await marieke.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        Assert.Equal("gepland", await house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where vorige = '{huur}'"));
        Assert.Equal(4, (await PlanAsync(client, dossier, besluit, 129410)).Body.GetProperty("betaalopdrachten").GetArrayLength());
        await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Vrij", ("Maand", "2024-12"));
        Assert.Equal("vrijgegeven", await house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where vorige = '{huur}'"));
    }

    /// <summary>The only payment of which the dossier tells what became.</summary>
    private static async Task<string> FeitAsync(HttpClient client, string dossier)
    {
        var gezien = await Antwoord.SendAsync(client, HttpMethod.Get, $"/v1/dossiers/{dossier}?doel=financieel-ontzorgen");
        var betaling = Assert.Single(gezien.Body.GetProperty("gegevens").GetProperty("FIN").GetProperty("betalingen").EnumerateArray());
        return $"{betaling.GetProperty("stand").GetString()} {betaling.GetProperty("uitvoeringsdatum").GetString()}";
    }

    private static Task<Antwoord> MeldAsync(HttpClient client, string opdracht, string betaaldOp, string reden) =>
        Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{opdracht}/buitenbetalingen", new { betaaldOp, reden });

    private Task<string?> StandAsync(string opdracht) => house.ScalarAsync<string>($"select stand from betalen.betaalopdracht where opdracht_id = '{opdracht}'");
}
