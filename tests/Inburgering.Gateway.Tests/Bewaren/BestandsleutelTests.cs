namespace Inburgering.Gateway.Tests.Bewaren;

/// <summary>The key of a delivered file goes the night after its bytes: what an old copy of the database still holds stays shut.</summary>
public sealed class BestandsleutelTests(BewaarWereld world) : IClassFixture<BewaarWereld>
{
    [Fact]
    public async Task Sleutel_VanEenBestandZonderInhoud_WordtVernietigdEnDieVanEenWachtendNiet()
    {
        world.Op(2024, 11, 15);
        var (klaar, geweigerd, wacht) = (await BestandAsync(2, "null"), await BestandAsync(3, "null"), await BestandAsync(1, "'x'"));

        await world.RunAsync(proef: true);
        Assert.Equal(3, (await SleutelsAsync(klaar, geweigerd, wacht)).Count);
        await world.RunAsync();

        Assert.Equal([$"{wacht}"], await SleutelsAsync(klaar, geweigerd, wacht));
        Assert.Equal(["2"], await world.ListAsync("""
            select aantal::text from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Sleutels van verwerkte leveringsbestanden vernietigd'
            """));
    }

    private Task<IReadOnlyList<string>> SleutelsAsync(params Guid[] sleutels) =>
        world.ListAsync($"select sleutel_id::text from sleutels.sleutel where sleutel_id in ({string.Join(',', sleutels.Select(s => $"'{s}'"))})");

    private async Task<Guid> BestandAsync(int status, string inhoud)
    {
        var sleutel = Guid.NewGuid();
        await world.ExecuteAsync($"""
            insert into sleutels.sleutel (gemeentecode, sleutel_id, inpak_kid, ingepakt, gemaakt_op) values ('{BewaarWereld.Gemeente}', '{sleutel}', 'k', 'x', now());
            insert into inbox.leveringsbestand (gemeentecode, bestand_id, client_id, partner, inhoud_hash, sleutel_id, inhoud, gedeeltelijk, status, fouten, getoetst, geleverd_tot, ontvangen_op, klaar_op, pogingen, trace_id)
            values ('{BewaarWereld.Gemeente}', gen_random_uuid(), 'taalpunt-1708', 'taalaanbieder', sha256('{sleutel}'), '{sleutel}', {inhoud}, false, {status}, 0, 0, 0, now(), now(), 1, '')
            """);
        return sleutel;
    }
}
