using System.Text.RegularExpressions;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Features.Betalen.Betaalproef;

namespace Inburgering.Gateway.Tests.Features.Betalen;

/// <summary>«Ontzorgen» per dossier (issue 8, line 6): what each month is spent on as a picture with its table, and that the last decision ends.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class OntzorgenPaginaTests(RunningHouse house)
{
    [Fact]
    public async Task Maand_NaElkeStand_StaatInDePlaatEnInDeTabel()
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var (client, dossier, besluit) = await PersoonAsync(house);
        var plan = await PlanAsync(client, dossier, besluit, 129410, Dag());
        await Antwoord.SendAsync(client, HttpMethod.Post, $"/v1/betaalopdrachten/{Opdracht(plan, "HUUR")}/buitenbetalingen", new { betaaldOp = "2024-11-15", reden = "spoed" });

        var dicht = await tom.GetAsync($"/dossiers/{dossier}/ontzorgen");
        Assert.DoesNotContain("<svg", dicht.Tekst, StringComparison.Ordinal);
        var pagina = (await tom.PostAsync($"/dossiers/{dossier}/ontzorgen", "Toon")).Tekst;

        Assert.Contains("In december 2024 gaat \u20AC 920,10 naar vaste lasten en blijft \u20AC 374,00 leefgeld over.", Kaal(pagina), StringComparison.Ordinal);
        Assert.Contains("1 maand. Van 4 betalingen is 1 betaald; niets kwam terug.", pagina, StringComparison.Ordinal);
        Assert.Equal(
            ["app-bar--missed 2024: Huur: 612,35", "app-bar--later 2024: Energie: 148,00", "app-bar--later 2024: Zorgverzekering: 159,75", "app-bar--todo 2024: Leefgeld: 374,00"],
            Regex.Matches(Kaal(pagina), """"<title>december (?<jaar>\d+), (?<wat>\w+): \S+ (?<bedrag>[\d.,]+), [^<]*</title>\s*<rect class="(?<klasse>[\w-]+)"""", RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(m => $"{m.Groups["klasse"].Value} {m.Groups["jaar"].Value}: {m.Groups["wat"].Value}: {m.Groups["bedrag"].Value}"));
        Assert.Matches("(?s)Al betaald.*december 2024.*920,10.*374,00.*1\\.294,10.*612,35", Kaal(pagina));
    }

    /// <summary>Payments 8.5: warned of from eight weeks before the end, unless another decision follows.</summary>
    [Theory]
    [InlineData("2024-07-12", null)]
    [InlineData("2024-07-11", "tot en met 10 januari 2025: nog 8 weken")]
    [InlineData("2024-06-14", "tot en met 13 december 2024: nog 4 weken")]
    [InlineData("2024-05-23", "tot en met 22 november 2024: nog 1 week")]
    [InlineData("2024-05-20", "tot en met 19 november 2024: minder dan een week")]
    [InlineData("2024-05-01", null)]
    public async Task Besluit_DatAfloopt_StaatVanafAchtWekenVooraf(string begin, string? zin)
    {
        var tom = await Portaalmedewerker.MeldAanAsync(house, "tom");
        var (_, dossier, _) = await PersoonAsync(house, begin);

        var pagina = Kaal((await tom.GetAsync($"/dossiers/{dossier}/ontzorgen")).Tekst);

        if (zin is null)
        {
            Assert.DoesNotContain("Het ontzorgen loopt tot en met", pagina, StringComparison.Ordinal);
            return;
        }

        Assert.Contains($"Het ontzorgen loopt {zin}.", pagina, StringComparison.Ordinal);
        Assert.Equal("FIN.status", await house.ScalarAsync<string>($"""
            select c.geleverd from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{dossier}' and c.naam = 'Betalingen bekeken'
            """));
    }

    private static string Kaal(string pagina) => System.Net.WebUtility.HtmlDecode(pagina).Replace('\u00A0', ' ');
}
