using System.Diagnostics;
using System.Net;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk.Vloed;

/// <summary>Eight senders at DUO at once, and what the house must hold when all is done.</summary>
internal sealed class Vloedgolf
{
    private const int Banen = 8, PerBlok = 10;

    /// <summary>A breaker that opened closes again well before the last try.</summary>
    private static readonly TimeSpan Stap = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Stil = TimeSpan.FromSeconds(60);
    private readonly RunningHouse house;
    private readonly Vloedpersoon[] personen;
    private readonly Vloedbaan[] banen;

    /// <param name="vanaf">Place of its first person in what the demo left free of the fictional range; no two golven of one house share persons.</param>
    public Vloedgolf(RunningHouse house, int vanaf, int aantalPersonen)
    {
        this.house = house;
        personen = [.. Bsnreeks.Vrij.Skip(vanaf).Take(aantalPersonen).Select(bsn => new Vloedpersoon(bsn))];
        banen = [.. Enumerable.Range(0, Banen).Select(baan => new Vloedbaan(house, [.. personen.Where((_, i) => i % Banen == baan)], new Random(baan)))];
    }

    public IReadOnlyList<Vloedpersoon> Personen => personen;

    public int Gebeurtenissen => banen.Sum(b => b.Gebeurtenissen);

    public int Aanvaard => banen.Sum(b => b.Aanvaard);

    public int Mislukt => banen.Sum(b => b.Mislukt);

    public async Task StuurAsync(int aantal)
    {
        // before the gateway may be away: a lane that begins late needs it too
        await house.TokenAsync("duo");
        await Task.WhenAll(banen.Select(baan => Task.Run(() => baan.RunAsync(aantal / Banen, PerBlok))));
    }

    /// <summary>DUO tells all of it once more, as events of their own.</summary>
    public Task VertelOpnieuwAsync() => Task.WhenAll(banen.Select(baan => Task.Run(baan.VertelOpnieuwAsync)));

    /// <summary>Waits until nothing is left to work on; however long, as long as it goes on.</summary>
    /// <param name="vooruit">Lets what waits for its next try be tried at once: the test's clock.</param>
    public async Task LeegAsync(bool vooruit, TimeSpan? stil = null)
    {
        var (over, sinds, laatst) = (long.MaxValue, Stopwatch.GetTimestamp(), 0L);
        while (over > 0)
        {
            if (vooruit && Stopwatch.GetElapsedTime(laatst) > Stap)
            {
                laatst = Stopwatch.GetTimestamp();
                await Cluster.ExecuteOnAsync(house.Database, "update inbox.bericht set volgende_poging = now() where status = 0 and bezet_tot is null and volgende_poging > now()", TestContext.Current.CancellationToken);
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
            var nu = await house.ScalarAsync<long>("select count(*) from inbox.bericht where status = 0");
            sinds = nu < over ? Stopwatch.GetTimestamp() : sinds;
            over = Math.Min(nu, over);
            Assert.True(Stopwatch.GetElapsedTime(sinds) < (stil ?? Stil), $"{nu} berichten blijven liggen.");
        }
    }

    /// <summary>Every dossier says what DUO knew last, and nothing older ever came after something newer.</summary>
    /// <param name="gemist">Parts that may still be older: what a person has to look at first.</param>
    public async Task GelijkAsync(long gemist = 0)
    {
        var (anders, dossiers) = await VergelijkAsync();
        Assert.True(anders.Count <= gemist, string.Join(Environment.NewLine, anders));
        var van = $"dossier_id in ('{string.Join("', '", dossiers)}') and veldgroep in ('plicht', 'termijn', 'resultaat', 'resultaten')";
        Assert.Equal(0L, await house.ScalarAsync<long>($"""
            select count(*) from (
                select gevraagd_op < lag(gevraagd_op) over (partition by dossier_id, categorie, veldgroep order by versie) as terug from dossiers.feit where {van}) f
            where terug
            """));
        Assert.True(await house.ScalarAsync<long>($"select count(*) from dossiers.feit where {van}") <= personen.Sum(p => p.Wijzigingen));
    }

    /// <summary>Parts that the dossier has otherwise than DUO, and the dossiers.</summary>
    private async Task<(List<string> Anders, List<string> Dossiers)> VergelijkAsync()
    {
        var (anders, dossiers) = (new List<string>(), new List<string>());
        foreach (var blok in personen.Chunk(500))
        {
            var regie = await house.AsAsync("zaaksysteem-1708");
            foreach (var persoon in blok)
            {
                var gevonden = await Antwoord.SendAsync(regie, HttpMethod.Post, "/v1/dossiers/_zoek", new { bsn = persoon.Bsn, doel = "regie-voeren" });
                if (gevonden.Status == HttpStatusCode.NotFound)
                {
                    anders.AddRange(persoon.Verwacht.Select(v => $"geen dossier, DUO: {v}"));
                    continue;
                }

                dossiers.Add(gevonden.Tekst("dossierId"));
                var gelezen = await Antwoord.SendAsync(regie, HttpMethod.Get, $"/v1/dossiers/{dossiers[^1]}?doel=regie-voeren");
                anders.AddRange(Vloedpersoon.Gelezen(gelezen.Body.GetProperty("gegevens")).Zip(persoon.Verwacht).Where(p => p.First != p.Second).Select(p => $"{p.First}, DUO: {p.Second}"));
            }
        }

        return (anders, dossiers);
    }
}
