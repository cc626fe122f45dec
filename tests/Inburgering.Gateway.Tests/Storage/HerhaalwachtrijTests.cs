using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Tests.Storage;

/// <summary>The steps of a herhaling when many machines take them at once, and whether a message is worth trying.</summary>
public sealed class HerhaalwachtrijTests(CloneFixture clone) : IClassFixture<CloneFixture>
{
    private const string Gemeente = "1708";
    private const int Berichten = 12;
    private static readonly Kennis Bekend = new(Kent: true), Onbekend = new(Kent: false);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stap_DoorAchtTegelijk_BiedtErDrieAanEnElkBerichtEenKeer()
    {
        await using var grendel = await BerichtenAsync();
        var herhalingen = new HerhalingStore(clone.Applicatie, clone.Klok);
        var wachtrij = new Herhaalwachtrij(clone.Applicatie, herhalingen, Bekend, clone.Klok, clone.Klok);
        var id = await clone.InAsync(Gemeente, async transactie =>
        {
            var open = await AfkeuringLezer.KiesAsync(transactie, Gemeente, new AfkeurFilter { VanPartner = [], VanNiemand = [] }, Berichten, Ct);
            return await herhalingen.BeginAsync(transactie, Gemeente, new Herhaalopdracht("a", "b", new string('a', 32)), [.. open.Select(a => new Herhaalkeuze(a, null))], Ct);
        });

        for (var ronde = 0; ronde < Berichten / Herhaalwachtrij.Hoogstens; ronde++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => wachtrij.StapAsync(Gemeente, id, Ct)));

            Assert.Equal([$"{Herhaalwachtrij.Hoogstens}"], await clone.ListAsync("select count(*)::text from inbox.herhalingdeel where begonnen_op is not null and uitkomst is null"));
            await clone.ExecuteAsync("update inbox.bericht set status = 1 where status = 0");
        }

        await wachtrij.StapAsync(Gemeente, id, Ct);
        var einde = (await herhalingen.OneAsync(Gemeente, id, Ct))!;
        Assert.Equal((Herhaalstatus.Klaar, Berichten), (einde.Status, einde.Telling.Verwerkt));
        Assert.Equal([$"{Berichten} {Berichten}"], await clone.ListAsync("select count(*) || ' ' || count(distinct bericht_id) from aangeboden"));
    }

    [Theory]
    [InlineData("onbekende-gebeurtenis", true, null)]
    [InlineData("onbekende-gebeurtenis", false, "code-nog-onbekend")]
    [InlineData("zonder-persoon", true, "fout-in-bericht")]
    [InlineData("bsn-faalt-11-proef", true, "fout-in-bericht")]
    [InlineData("zelfde-bericht-id-andere-inhoud", true, "fout-in-bericht")]
    [InlineData("partner-weigert", false, null)]
    public void Beletsel_PerReden_ZegtOfHetZinHeeft(string reden, bool kent, string? beletsel) =>
        Assert.Equal(beletsel, Herhaalbaarheid.Beletsel(Gewoon with { Reden = reden }, kent ? Bekend : Onbekend));

    [Fact]
    public void Beletsel_NaarDeStandVanNu_ZegtWaaromNiet()
    {
        var eigen = Guid.NewGuid();
        (string? Verwacht, Afkeuring Afkeuring)[] gevallen =
        [
            ("inhoud-verwijderd", Gewoon with { HeeftInhoud = false }),
            ("ingehaald", Gewoon with { Ingehaald = true }),
            ("bsn-nog-onbekend", Gewoon with { Reden = Berichtredenen.BsnNogNietBekend, ZonderBsn = true }),
            (null, Gewoon with { Reden = Berichtredenen.BsnNogNietBekend }),
            ("uitwisseling-opgeschort", Gewoon with { Reden = Berichtredenen.Opgeschort, Opgeschort = true }),
            (null, Gewoon with { Reden = Berichtredenen.Opgeschort }),
            ("loopt-al", Gewoon with { HerhalingId = Guid.NewGuid() }),
            (null, Gewoon with { HerhalingId = eigen }),
            ("afgehandeld", Gewoon with { Status = Berichtstatus.ZonderGevolg }),
        ];

        Assert.All(gevallen, g => Assert.Equal(g.Verwacht, Herhaalbaarheid.Beletsel(g.Afkeuring, Bekend, eigen)));
    }

    private static Afkeuring Gewoon { get; } = new()
    {
        AfkeuringId = Guid.NewGuid(),
        Volgnummer = 1,
        Partner = "duo",
        Code = "SS102",
        Status = Berichtstatus.Quarantaine,
        Reden = Berichtredenen.PartnerWeigert,
        OntvangenOp = DateTimeOffset.UnixEpoch,
        LaatstePoging = null,
        Pogingen = 1,
        TraceId = new string('a', 32),
        HeeftInhoud = true,
        Ingehaald = false,
        Opgeschort = false,
        ZonderBsn = false,
        HerhalingId = null,
        Besluit = null,
    };

    /// <summary>Messages of as many persons, and a note of each time one is offered to the inbox.</summary>
    private async Task<IAsyncDisposable> BerichtenAsync()
    {
        await clone.ExecuteAsync($"""
            insert into inbox.bericht (gemeentecode, bericht_id, client_id, partner, extern_id_hash, inhoud_hash, code, status, reden, ontvangen_op, sleutel_id, inhoud, persoon_hash, pogingen, trace_id)
            select '{Gemeente}', gen_random_uuid(), 'duo', 'duo', sha256(i::text::bytea), 'i', 'SS102', 2, 'partner-weigert', now(), gen_random_uuid(), 'x', sha256(i::text::bytea), 1, '' from generate_series(1, {Berichten}) i;
            create table public.aangeboden (bericht_id uuid);
            create function public.noteer() returns trigger language plpgsql security definer as 'begin insert into public.aangeboden values (new.bericht_id); return new; end';
            create trigger noteer after update on inbox.bericht for each row when (new.status = 0) execute function public.noteer()
            """);
        return new Opruimer(clone);
    }

    private sealed record Kennis(bool Kent) : IGebeurteniskennis
    {
        bool IGebeurteniskennis.Kent(string partner, string code) => Kent;

        string? IGebeurteniskennis.Betekenis(string partner, string code) => null;
    }

    private sealed class Opruimer(CloneFixture clone) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await clone.ExecuteAsync("drop trigger noteer on inbox.bericht; drop function public.noteer()");
    }
}
