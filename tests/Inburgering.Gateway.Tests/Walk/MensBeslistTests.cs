using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>What comes in changes what we know, never what is decided about a person (AVG 22).</summary>
public sealed class MensBeslistTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Besloten = """
        select concat_ws(' ', d.leerroute,
                         (select count(*) from dossiers.opdracht o where o.dossier_id = d.dossier_id and o.tot is null),
                         (select count(*) from dossiers.feit f where f.dossier_id = d.dossier_id and f.categorie = 'HAN'),
                         (select max(versie) from dossiers.feit f where f.dossier_id = d.dossier_id and f.categorie = 'PIP' and f.bron = 'gemeente'))
        from dossiers.dossier d join dossiers.relatie r using (gemeentecode, dossier_id) where r.client_id = 'schakelcollege-1708' limit 1
        """;

    [Theory]
    [InlineData("SS131")]
    [InlineData("SS199")]
    [InlineData("SS128")]
    public async Task F23_SignalOfAPartner_DecidesNothing(string gebeurtenis)
    {
        var voor = await house.ScalarAsync<string>(Besloten);

        var levering = await Levering.SendAsync(house, Levering.Notificatie(gebeurtenis, "999990019"));

        Assert.Equal((Levering.Verwerkt, null), await levering.AfloopAsync());
        Assert.Equal(voor, await house.ScalarAsync<string>(Besloten));
    }
}
