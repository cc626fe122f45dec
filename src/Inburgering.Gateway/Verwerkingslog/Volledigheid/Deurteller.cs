namespace Inburgering.Gateway.Verwerkingslog.Volledigheid;

/// <summary>Counts what the front door answered, apart from the log writer, so that a line that went missing can be told (issue: completeness).</summary>
/// <remarks>
/// An answer is counted after it was allowed to leave, so after its line. Every second the counts are stored. A process that is killed loses
/// at most what it had not stored yet: those answers are not compared, which can hide a line lost in that same second and never gives a false alarm.
/// </remarks>
public sealed partial class Deurteller(ITelstore store, TimeProvider systeemklok, ILogger<Deurteller> logger) : BackgroundService
{
    private const int SpanLengte = 8;

    /// <summary>Answers kept while the database cannot be reached; beyond it the oldest way out is to say so and let go.</summary>
    private const int Meest = 1_000_000;

    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(1);

    private readonly Lock one = new();
    private Dictionary<(string, Actie, Resultaat), Stapel> stapels = [];
    private int wachtend;

    /// <summary>One answer that left.</summary>
    public void Tel(Verwerking verwerking)
    {
        lock (one)
        {
            var sleutel = (verwerking.Gemeentecode, verwerking.Actie, verwerking.Besluit ?? Resultaat.Geweigerd);
            if (!stapels.TryGetValue(sleutel, out var stapel))
            {
                stapels[sleutel] = stapel = new Stapel();
            }

            stapel.Add(verwerking.Tijdstip, Convert.FromHexString(verwerking.SpanId));
            wachtend++;
        }
    }

    /// <summary>Stores what was counted so far.</summary>
    public async Task SchrijfAsync(CancellationToken ct)
    {
        Dictionary<(string, Actie, Resultaat), Stapel> nu;
        int aantal;
        lock (one)
        {
            (nu, stapels, aantal, wachtend) = (stapels, [], wachtend, 0);
        }

        if (aantal == 0)
        {
            return;
        }

        try
        {
            await store.AddAsync([.. nu.Select(s => new Telling(s.Key.Item1, s.Key.Item2, s.Key.Item3, s.Value.Van, s.Value.Tot, s.Value.Spans()))], ct);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or TimeoutException or InvalidOperationException or OperationCanceledException)
        {
            TerugLeggen(nu, aantal, e.GetType().Name);
        }
    }

    /// <summary>The last counts of a process that ends as it should.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SchrijfAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Ronde, systeemklok);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SchrijfAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // the rest is stored by StopAsync
        }
    }

    private void TerugLeggen(Dictionary<(string, Actie, Resultaat), Stapel> nu, int aantal, string fout)
    {
        lock (one)
        {
            if (wachtend + aantal > Meest)
            {
                LogLost(aantal, fout);
                return;
            }

            foreach (var (sleutel, stapel) in nu)
            {
                if (stapels.TryGetValue(sleutel, out var nieuw))
                {
                    nieuw.Add(stapel);
                }
                else
                {
                    stapels[sleutel] = stapel;
                }
            }

            wachtend += aantal;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "De telling van {Aantal} antwoorden is niet bewaard ({Fout}); die worden niet met het log vergeleken.")]
    private partial void LogLost(int aantal, string fout);

    private sealed class Stapel
    {
        private readonly List<byte[]> spans = [];

        public DateTimeOffset Van { get; private set; } = DateTimeOffset.MaxValue;

        public DateTimeOffset Tot { get; private set; } = DateTimeOffset.MinValue;

        public void Add(DateTimeOffset moment, byte[] span)
        {
            (Van, Tot) = (moment < Van ? moment : Van, moment > Tot ? moment : Tot);
            spans.Add(span);
        }

        public void Add(Stapel ander)
        {
            (Van, Tot) = (ander.Van < Van ? ander.Van : Van, ander.Tot > Tot ? ander.Tot : Tot);
            spans.AddRange(ander.spans);
        }

        public byte[] Spans()
        {
            var alle = new byte[spans.Count * SpanLengte];
            for (var i = 0; i < spans.Count; i++)
            {
                spans[i].CopyTo(alle, i * SpanLengte);
            }

            return alle;
        }
    }
}
