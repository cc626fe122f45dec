namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>What was tried again, and what was decided about a rejected message, goes with the history of the exchange; whose it was is forgotten with the body.</summary>
public sealed class HerhaalgeschiedenisTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    [Fact]
    public async Task Herhaling_NaDertienMaanden_GaatMetHaarBerichtenEnBesluitenBehalveWatNogWacht()
    {
        world.Op(2024, 11, 15);
        await HerhalingAsync("2023-10-14", 1);
        await HerhalingAsync("2023-10-14", 0);
        await HerhalingAsync("2023-10-16", 3);
        await BesluitAsync("2023-10-14", 3);
        await BesluitAsync("2023-10-14", 2);

        await world.RunAsync();
        await world.RunAsync();

        Assert.Equal(["0 2023-10-14 1", "3 2023-10-16 1"], await world.ListAsync("""
            select status || ' ' || begonnen_op::date || ' ' || (select count(*) from inbox.herhalingdeel d where d.herhaling_id = h.herhaling_id) from inbox.herhaling h order by 1
            """));
        Assert.Equal(["2"], await world.ListAsync("select b.status::text from inbox.afkeurbesluit join inbox.bericht b using (gemeentecode, bericht_id)"));
        Assert.Equal(["2"], await world.ListAsync("select count(*)::text from inbox.herhalingdeel"));
        Assert.Equal(["2 f", "3 t"], await world.ListAsync("select status || ' ' || case when persoon_hash is null then 't' else 'f' end from inbox.bericht order by 1"));
    }

    [Fact]
    public async Task Standmelding_NaDertienMaanden_GaatBehalveDeLaatsteVanElkeKoppeling()
    {
        world.Op(2024, 11, 15);
        await world.ExecuteAsync($"""
            insert into synchronisatie.standmelding (gemeentecode, melding_id, synchronisatie_id, volgnummer, naam, van, naar, zin, gezien_op)
            select '{BewaarWereld.Gemeente}', gen_random_uuid(), k::uuid, n, 'k', case when n % 2 = 0 then 'mislukt' else 'gelukt' end, case when n % 2 = 0 then 'gelukt' else 'mislukt' end, 'z', op::date
            from (values ('00000000-0000-0000-0000-000000000001', 1, '2023-09-01'), ('00000000-0000-0000-0000-000000000001', 2, '2023-10-14'), ('00000000-0000-0000-0000-000000000002', 1, '2023-10-14'),
                         ('00000000-0000-0000-0000-000000000002', 2, '2023-10-16')) m (k, n, op)
            """);

        await world.RunAsync();

        Assert.Equal(["2 2023-10-14", "2 2023-10-16"], await world.ListAsync("select volgnummer || ' ' || gezien_op::date from synchronisatie.standmelding order by 1"));
    }

    private Task HerhalingAsync(string begonnen, int status) => world.ExecuteAsync($"""
        with h as (
            insert into inbox.herhaling (gemeentecode, herhaling_id, gestart_door, reden, trace_id, begonnen_op, status, reeks)
            values ('{BewaarWereld.Gemeente}', gen_random_uuid(), 'a', 'b', '', '{begonnen}', {status}, 0) returning *)
        insert into inbox.herhalingdeel (gemeentecode, herhaling_id, bericht_id, volgorde, groep, reden_voor) select gemeentecode, herhaling_id, gen_random_uuid(), 1, 0, 'r' from h
        """);

    private Task BesluitAsync(string op, int status) => world.ExecuteAsync($"""
        with b as (
            insert into inbox.bericht (gemeentecode, bericht_id, client_id, partner, extern_id_hash, inhoud_hash, code, status, reden, ontvangen_op, sleutel_id, inhoud, persoon_hash, pogingen, trace_id)
            values ('{BewaarWereld.Gemeente}', gen_random_uuid(), 'duo', 'duo', sha256('{status}'), sha256('i'), 'SS102', {status}, 'r', '2023-10-01', gen_random_uuid(), 'x', sha256('p'), 0, '') returning *)
        insert into inbox.afkeurbesluit (gemeentecode, besluit_id, bericht_id, soort, op, door, reden, redencode, pogingen)
        select gemeentecode, gen_random_uuid(), bericht_id, 'sluiting', '{op}', 'a', 'b', 'r', 0 from b
        """);
}
