namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>What a reconciliation found of a person is kept as long as the body of a message; the round and its numbers stay.</summary>
public sealed class AfstemuitkomstTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    private static readonly Guid Synchronisatie = Guid.NewGuid();

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

    [Fact]
    public async Task Geschiedenis_NaDertienMaanden_GaatBehalveWatNogGeldtOfLoopt()
    {
        world.Op(2024, 11, 15);
        await UitvoeringAsync("2023-10-14", 1);
        await UitvoeringAsync("2023-10-14", 0);
        await UitvoeringAsync("2023-10-16", 1);
        await WijzigingAsync("rooster", "2023-01-01");
        await WijzigingAsync("rooster", "2023-02-01");
        await WijzigingAsync("pauze", "2023-01-01");

        await world.RunAsync(proef: true);
        Assert.Equal(["3"], await world.ListAsync("select count(*)::text from synchronisatie.uitvoering"));
        await world.RunAsync();
        await world.RunAsync();

        Assert.Equal(["0 2023-10-14", "1 2023-10-16"], await world.ListAsync("select status || ' ' || begonnen_op::date from synchronisatie.uitvoering order by 1"));
        Assert.Equal(["pauze 2023-01-01", "rooster 2023-02-01"], await world.ListAsync("select soort || ' ' || op::date from synchronisatie.wijziging order by 1"));
        Assert.Equal(["2"], await world.ListAsync("""
            select aantal::text from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Geschiedenis van uitwisseling verwijderd na bewaartermijn'
            """));
    }

    private Task UitvoeringAsync(string begonnen, int status) => world.ExecuteAsync($"""
        insert into synchronisatie.uitvoering (gemeentecode, uitvoering_id, synchronisatie_id, aanleiding, gestart_door, trace_id, begonnen_op, status,
                                               ontvangen, nieuw, gewijzigd, gelijk, verschillend, afgekeurd, tegengehouden)
        values ('{BewaarWereld.Gemeente}', gen_random_uuid(), '{Synchronisatie}', 'hand', 'a', '', '{begonnen}', {status}, 0, 0, 0, 0, 0, 0, 0)
        """);

    private Task WijzigingAsync(string soort, string op) => world.ExecuteAsync($"""
        insert into synchronisatie.wijziging (gemeentecode, wijziging_id, synchronisatie_id, soort, op, door, reden)
        values ('{BewaarWereld.Gemeente}', gen_random_uuid(), '{Synchronisatie}', '{soort}', '{op}', 'a', 'b')
        """);

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
