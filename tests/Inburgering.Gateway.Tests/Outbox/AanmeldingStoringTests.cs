using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>A partner that misbehaves, a log that does not write, a gateway that dies: the partner has a person once, and no byte leaves without its line.</summary>
[Collection(Aanmeldhuizen.Collection)]
public sealed class AanmeldingStoringTests(Aanmeldhuis house)
{
    private const string School = "taalaanbieder", Schakel = "schakelcollege-1708";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("503", false)]
    [InlineData("503", true)]
    [InlineData("reset", true)]
    [InlineData("halverwege", true)]
    public async Task Aanmelding_AntwoordVerlorenOfNietGegeven_GaatOnderHetzelfdeNummerEnTeltEenKeer(string kind, bool naVerwerking)
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        await house.StoorAsync(School, new { kind, times = 1, naVerwerking });
        var id = await persoon.GeefAsync(Schakel, "leerroute");
        await house.UntilAsync($"select reden = 'partner-niet-bereikbaar' from outbox.melding where melding_id = '{id}'");
        Assert.Equal("wacht", (await persoon.MeldingAsync(id)).Tekst("status"));

        await persoon.TotAsync(id, Bevestigd);

        var aanmelding = Assert.Single(await house.OntvangenAsync(School, id));
        Assert.Equal(naVerwerking ? 2 : 1, aanmelding.GetProperty("keren").GetInt32());
        Assert.Equal((2L, 1L), (await persoon.RegelsAsync("Melding verzonden: aanmelding"), await persoon.RegelsAsync("Melding bevestigd: aanmelding")));
    }

    [Theory]
    [InlineData("400", "partner-weigert")]
    [InlineData("404", "partner-weigert")]
    [InlineData("onzin", "antwoord-onleesbaar")]
    [InlineData("302", "antwoord-onleesbaar")]
    public async Task Aanmelding_PartnerWeigertOfPraatOnzin_WachtOpEenMensEnGaatNietVanzelfOpnieuw(string kind, string reden)
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        await house.StoorAsync(School, new { kind, times = 1 });

        var id = await persoon.GeefAsync(Schakel, "leerroute");

        await house.UntilAsync($"select status = {WachtOpMens} from outbox.melding where melding_id = '{id}'");
        var melding = await persoon.MeldingAsync(id);
        Assert.Equal((reden, 1), (melding.Tekst("reden"), melding.Body.GetProperty("pogingen").GetInt32()));
        Assert.Empty(await house.OntvangenAsync(School, id));
    }

    [Fact]
    public async Task Aanmelding_HetLogKanNietSchrijven_ErGaatGeenByteUitEnDaarnaGaatZijAlsnog()
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        var id = await persoon.GeefTerwijlWegAsync(School, Schakel, "leerroute");
        await using (await LogUitval.BeginAsync(house, Uitval.GeenRecht))
        {
            await Cluster.ExecuteOnAsync(house.Database, $"update outbox.melding set volgende_poging = now() where melding_id = '{id}'", Ct);
            await RunningHouse.UntilAsync(_ => Task.FromResult(house.Output.Contains(id, StringComparison.Ordinal)));
            Assert.Empty(await house.OntvangenAsync(School, id));
            Assert.True(await house.ScalarAsync<bool>($"select onderweg_als is null from outbox.melding where melding_id = '{id}'"));
        }

        await Cluster.ExecuteOnAsync(house.Database, $"update outbox.melding set bezet_tot = null where melding_id = '{id}'", Ct);
        await persoon.TotAsync(id, Bevestigd);
        Assert.Equal(1, Assert.Single(await house.OntvangenAsync(School, id)).GetProperty("keren").GetInt32());
    }

    [Fact]
    public async Task Aanmelding_GatewayGekildTerwijlDePartnerHaarHeeft_GaatNaHerstartOnderHetzelfdeNummer()
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        await house.StoorAsync(School, new { kind = "hangt", times = 1, naVerwerking = true });
        var id = await persoon.GeefAsync(Schakel, "leerroute");
        await RunningHouse.UntilAsync(async _ => (await house.OntvangenAsync(School, id)).Count == 1);

        await house.KillGatewayAsync();
        await Cluster.ExecuteOnAsync(house.Database, "update outbox.melding set bezet_tot = now() where bezet_tot is not null", Ct);
        await house.StartGatewayAsync();

        await persoon.TotAsync(id, Bevestigd);
        Assert.Equal(2, Assert.Single(await house.OntvangenAsync(School, id)).GetProperty("keren").GetInt32());
        Assert.Equal((2L, 1L), (await persoon.RegelsAsync("Melding verzonden: aanmelding"), await persoon.RegelsAsync("Melding bevestigd: aanmelding")));
    }
}
