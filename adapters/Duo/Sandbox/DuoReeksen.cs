using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Sandbox.Duo;

/// <summary>POST /_sandbox/duo/reeksen: many notifications in the background; GET tells how far it is.</summary>
internal sealed class DuoReeksen(DuoWereld wereld, DuoBezorging bezorging, TimeProvider clock)
{
    private static readonly TimeSpan Aanmelden = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, Voortgang> all = new();
    private int last;
    private int ronde;

    public void Map(RouteGroupBuilder bediening)
    {
        bediening.MapPost("/reeksen", (DuoReeks reeks) => Start(reeks));
        bediening.MapGet("/reeksen/{id:int}", (int id) => all.TryGetValue(id, out var voortgang) ? Results.Json(voortgang.Report()) : Results.NotFound());
    }

    /// <summary>Stops what is still being sent.</summary>
    public void Herstel()
    {
        Interlocked.Increment(ref ronde);
        all.Clear();
    }

    private IResult Start(DuoReeks reeks)
    {
        if (reeks.Fault() is { } fault)
        {
            return Results.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var plan = reeks.Plan(wereld.Personen, clock.GetUtcNow());
        var voortgang = new Voortgang(plan.Count, clock);
        var id = Interlocked.Increment(ref last);
        all[id] = voortgang;
        _ = RunAsync(reeks, plan, voortgang, Volatile.Read(ref ronde));
        return Results.Accepted($"/_sandbox/duo/reeksen/{id.ToString(CultureInfo.InvariantCulture)}", voortgang.Report());
    }

    private async Task RunAsync(DuoReeks reeks, IReadOnlyList<JsonObject> plan, Voortgang voortgang, int begonnenIn)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = reeks.Gelijktijdig };
        using var login = new Aanmelding(bezorging, clock);
        await Parallel.ForEachAsync(plan.Index(), options, async (one, ct) =>
        {
            await voortgang.WaitAsync(one.Index, reeks.PerSeconde, ct);
            if (Volatile.Read(ref ronde) == begonnenIn)
            {
                voortgang.Count(await SendAsync(one.Item, login, ct));
            }
        });
        voortgang.End();
    }

    private async Task<string> SendAsync(JsonObject ordered, Aanmelding login, CancellationToken ct)
    {
        try
        {
            if (bezorging.Make(ordered) is not { } zending)
            {
                return "geen gemeente";
            }

            using var answer = await bezorging.SendAsync(zending, await login.GetAsync(ct), ct);
            return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or InvalidOperationException)
        {
            return "geen antwoord";
        }
    }

    /// <summary>One token for many messages, asked again before it can end.</summary>
    private sealed class Aanmelding(DuoBezorging bezorging, TimeProvider clock) : IDisposable
    {
        private readonly SemaphoreSlim one = new(1);
        private (AuthenticationHeaderValue? Token, DateTimeOffset Until) current;

        public async Task<AuthenticationHeaderValue?> GetAsync(CancellationToken ct)
        {
            await one.WaitAsync(ct);
            try
            {
                if (current.Until <= clock.GetUtcNow())
                {
                    current = (await bezorging.LoginAsync(ct), clock.GetUtcNow() + Aanmelden);
                }

                return current.Token;
            }
            finally
            {
                one.Release();
            }
        }

        public void Dispose() => one.Dispose();
    }

    /// <summary>How far a series is: numbers only.</summary>
    private sealed class Voortgang(int gepland, TimeProvider clock)
    {
        private readonly long start = clock.GetTimestamp();
        private readonly ConcurrentDictionary<string, int> statussen = new(StringComparer.Ordinal);
        private long end;

        public Task WaitAsync(int index, double? perSeconde, CancellationToken ct)
        {
            var due = perSeconde is { } rate ? TimeSpan.FromSeconds(index / rate) - clock.GetElapsedTime(start) : TimeSpan.Zero;
            return due > TimeSpan.Zero ? Task.Delay(due, clock, ct) : Task.CompletedTask;
        }

        public void Count(string status) => statussen.AddOrUpdate(status, 1, (_, count) => count + 1);

        public void End() => Interlocked.Exchange(ref end, clock.GetTimestamp());

        public object Report()
        {
            var ended = Interlocked.Read(ref end);
            return new
            {
                gepland,
                verzonden = statussen.Values.Sum(),
                statussen = statussen.ToArray().OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value),
                klaar = ended != 0,
                seconden = Math.Round((ended == 0 ? clock.GetElapsedTime(start) : clock.GetElapsedTime(start, ended)).TotalSeconds, 3),
            };
        }
    }
}
