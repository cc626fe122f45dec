namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>What a reconciliation found of a person is kept as long as the body of a message; the round and its numbers stay.</summary>
public sealed class AfstemuitkomstTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    [Fact]
    public async Task Uitkomst_NaDertigDagen_GaatEnDeTellingBlijft()
    {
        world.Op(2024, 11, 15);
        var (dossier, _) = await world.PersoonAsync();
        await RondeAsync(dossier.DossierId, "2024-10-15");
        await RondeAsync(dossier.DossierId, "2024-10-20");
        await RondeAsync(dossier.DossierId, null);

        await world.RunAsync(proef: true);
        Assert.Equal(["3"], await world.ListAsync("select count(*)::text from inbox.afstempersoon"));
        await world.RunAsync();

        Assert.Equal(["2"], await world.ListAsync("select count(*)::text from inbox.afstempersoon"));
        Assert.Equal(["3"], await world.ListAsync("select count(*)::text from inbox.afstemming"));
        Assert.Equal(["1"], await world.ListAsync("""
            select aantal::text from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Uitkomsten van afstemming verwijderd na bewaartermijn'
            """));
    }

    private Task RondeAsync(Guid dossierId, string? geeindigd) => world.ExecuteAsync($"""
        with ronde as (
            insert into inbox.afstemming (gemeentecode, afstemming_id, partner, aanleiding, gestart_door, trace_id, begonnen_op, geeindigd_op, status, totaal,
                gelijk, gemist, verschillend, mislukt, tegengehouden, gemiste_gebeurtenissen, pauzes)
            values ('{BewaarWereld.Gemeente}', gen_random_uuid(), 'duo', 'verzoek', 'a', '', '2024-10-14', {(geeindigd is null ? "null" : $"'{geeindigd}'")}, {(geeindigd is null ? 0 : 1)}, 1, 0, 0, 1, 0, 0, 0, 0)
            returning afstemming_id)
        insert into inbox.afstempersoon (gemeentecode, afstempersoon_id, afstemming_id, dossier_id, pogingen)
        select '{BewaarWereld.Gemeente}', gen_random_uuid(), afstemming_id, '{dossierId}', 1 from ronde
        """);
}
