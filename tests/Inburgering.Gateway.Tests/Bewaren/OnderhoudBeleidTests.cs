using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Tests.Access;

namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>`gateway onderhoud bewaartermijnen` follows the policy in force, not the files that happen to lie beside the program (security 12).</summary>
public sealed class OnderhoudBeleidTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bewaartermijn_InWerkingGesteldInDeDatabase_GeldtEnNietDieVanDeMap()
    {
        using var map = new Sleutelkopie(world);
        world.Op(2018, 1, 10);
        var (dossier, _) = await world.VolAsync();
        await world.EindeAsync(dossier, new DateOnly(2019, 11, 14));

        await ActivateAsync("P10Y");
        var langer = await map.RunAsync("onderhoud", "bewaartermijnen");
        Assert.True(langer.Exit == 0, langer.Output);
        Assert.Contains("IDN:2 PLI:1", await world.FeitenAsync(dossier), StringComparison.Ordinal);

        await world.ExecuteAsync("insert into toegang.beleid (hash, sinds, inhoud) values ('onleesbaar', now(), 'van een nieuwere gateway'); insert into toegang.beleid_actief (hash, sinds) values ('onleesbaar', now())");
        await AssertRefusedAsync(map, "Dit programma kan het beleid dat geldt niet lezen");
        await world.ExecuteAsync("update toegang.beleid set inhoud = (select inhoud from toegang.beleid where hash <> 'onleesbaar' limit 1) where hash = 'onleesbaar'");
        await AssertRefusedAsync(map, "Het beleid in de database is niet het beleid dat van kracht werd.");
        await world.ExecuteAsync("delete from toegang.beleid_actief");
        await AssertRefusedAsync(map, "Er is nog geen beleid van kracht");
        Assert.Contains("IDN:2 PLI:1", await world.FeitenAsync(dossier), StringComparison.Ordinal);

        await ActivateAsync("P5Y");
        Assert.Equal(0, (await map.RunAsync("onderhoud", "bewaartermijnen")).Exit);
        Assert.Equal(["dossiers.verwijdering"], await world.StaatInAsync(dossier.DossierId));
    }

    private static async Task AssertRefusedAsync(Sleutelkopie map, string zin)
    {
        var (exit, output) = await map.RunAsync("onderhoud", "bewaartermijnen");

        Assert.Equal(2, exit);
        Assert.StartsWith(zin, output, StringComparison.Ordinal);
        Assert.EndsWith("Er is niets verwijderd.", output, StringComparison.Ordinal);
    }

    /// <summary>The committed policy with another term after the end of the inburgeringsplicht.</summary>
    private async Task ActivateAsync(string termijn)
    {
        using var config = new ConfigCopy();
        var hoger = termijn == "P5Y" ? 2 : 1;
        config.Edit("gegevens.json", j =>
        {
            j["bewaartermijnen"]!["R5"]!["termijn"] = termijn;
            foreach (var (_, activiteit) in j["activiteiten"]!.AsObject())
            {
                activiteit!["versie"] = activiteit["versie"]!.GetValue<int>() + hoger;
            }
        });
        config.Edit("partners/sociaalwerk.json", j => j["register"]!["VA-10-begeleiding"] = j["register"]!["VA-10-begeleiding"]!.GetValue<int>() + hoger);
        Assert.IsType<Activering.InWerking>(await new BeleidStore(world.Applicatie, world.Klok).ActiveerAsync(config.Load(), Ct));
    }
}
