using System.Collections.Concurrent;
using System.Net.Sockets;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Clients of two gemeenten that read and deliver all at once, on one or more nodes, and what was acknowledged to them.</summary>
internal sealed class Last
{
    /// <summary>Of this many deliveries one makes work: DUO is asked, and what it says is recorded.</summary>
    private const int PerWerk = 16;

    private static readonly (string Code, string Oin, string Bsn)[] Gemeenten =
        [("1708", Notificaties.Noorderveld, "999990019"), ("0171", "00000001999990002000", VerhuizingTests.Amal)];

    private readonly ConcurrentQueue<string> besluiten = new();
    private readonly TaskCompletionSource bereikt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Schrijver> schrijvers = [];
    private readonly int tot;
    private int aantal;
    private volatile bool klaar;

    private Last(int tot) => this.tot = tot;

    /// <summary>The decision of every answer that a client received.</summary>
    public IReadOnlyCollection<string> Besluiten => besluiten;

    /// <summary>Eight writers, spread over gemeenten and nodes.</summary>
    /// <param name="tot">After how many answers <see cref="UntilAsync"/> comes back.</param>
    /// <param name="knopen">Nodes beside the house's own.</param>
    public static async Task<Last> MaakAsync(RunningHouse house, int tot, params Uri[] knopen)
    {
        var last = new Last(tot);
        foreach (var (code, oin, bsn) in Gemeenten)
        {
            var regie = await house.AsAsync($"zaaksysteem-{code}");
            var dossier = await RunningHouse.FindAsync(regie, bsn, "regie-voeren");
            foreach (var knoop in knopen.Prepend(new Uri(house.Address)))
            {
                var schrijver = new Schrijver(At(regie, knoop), At(await house.AsAsync("duo"), knoop), dossier, oin, bsn);
                last.schrijvers.AddRange(Enumerable.Repeat(schrijver, 8 / Gemeenten.Length / (1 + knopen.Length)));
            }
        }

        return last;
    }

    /// <summary>Reads and delivers until it is stopped, or the process goes away.</summary>
    public Task RunAsync() => Task.WhenAll(schrijvers.Select((schrijver, wie) => Task.Run(() => WriteAsync(schrijver, wie))));

    public void Stop() => klaar = true;

    /// <summary>Until so many answers are in, or the writers ended before.</summary>
    public Task UntilAsync(Task schrijven) => Task.WhenAny(bereikt.Task, schrijven);

    private static HttpClient At(HttpClient client, Uri knoop)
    {
        var daar = new HttpClient(new CheckedHandler { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = knoop };
        daar.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        return daar;
    }

    private async Task WriteAsync(Schrijver schrijver, int wie)
    {
        var beurt = wie;
        while (!klaar)
        {
            try
            {
                using var answer = await schrijver.DoeAsync(beurt++);
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
                besluiten.Enqueue(answer.Headers.GetValues("Besluit-Id").Single());
            }
            catch (Exception e) when (e is HttpRequestException or SocketException)
            {
                return;                     // killed before it answered, or while it was being connected to
            }

            if (Interlocked.Increment(ref aantal) == tot)
            {
                bereikt.SetResult();
            }
        }
    }

    /// <summary>One gemeente on one node.</summary>
    private sealed record Schrijver(HttpClient Regie, HttpClient Duo, string Dossier, string Oin, string Bsn)
    {
        /// <summary>A read and a delivery in turn.</summary>
        public Task<HttpResponseMessage> DoeAsync(int beurt) => beurt % 2 == 0 ? LeesAsync() : LeverAsync(beurt / 2);

        private Task<HttpResponseMessage> LeesAsync() => Regie.GetAsync($"/v1/dossiers/{Dossier}?doel=regie-voeren", TestContext.Current.CancellationToken);

        private Task<HttpResponseMessage> LeverAsync(int keer) =>
            Notificaties.SendAsync(Duo, RunningHouse.Json(Levering.Notificatie(keer % PerWerk == 0 ? "SS102" : "SS127", Bsn)), Guid.NewGuid().ToString("D"), doel: Oin);
    }
}
