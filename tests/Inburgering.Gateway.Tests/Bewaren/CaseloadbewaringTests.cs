namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>Who worked for whom is kept no longer than the history of an exchange.</summary>
public sealed class CaseloadbewaringTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    [Fact]
    public async Task Caseload_DertienMaandenNaHaarEindeOfDatVanDeOpdracht_IsWeg()
    {
        world.Op(2024, 11, 15);
        var (dossier, _) = await world.PersoonAsync();
        await world.OpdrachtAsync(dossier, "pvt", null);
        await world.OpdrachtAsync(dossier, "begeleiding", new DateTimeOffset(2023, 10, 14, 12, 0, 0, TimeSpan.Zero));
        foreach (var (taak, wie, tot) in new[] { ("pvt", "a", "null"), ("pvt", "b", "'2023-10-14'"), ("pvt", "c", "'2023-10-16'"), ("begeleiding", "d", "null") })
        {
            await world.ExecuteAsync($"""
                insert into dossiers.caseload (gemeentecode, caseload_id, opdracht_id, dossier_id, client_id, gebruiker, sinds, tot)
                select gemeentecode, gen_random_uuid(), opdracht_id, dossier_id, client_id, '{wie}', '2023-09-01', {tot} from dossiers.opdracht where dossier_id = '{dossier.DossierId}' and taak = '{taak}'
                """);
        }

        await world.RunAsync();

        Assert.Equal(["a", "c"], await world.ListAsync("select gebruiker from dossiers.caseload order by 1"));
    }
}
