using Inburgering.Gateway.Wiring.Herstelmodus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inburgering.Gateway.Tests.Wiring;

/// <summary>No job runs on a database that was put back; otherwise a job is what it would be without the guard.</summary>
public sealed class NaVrijgaveTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Taak_Open_BegintMeteenEnStoptAlsHetMoet()
    {
        var (taak, wacht) = Make(new Herstelsein());

        await wacht.StartAsync(Ct);
        await taak.Begonnen.WaitAsync(Ct);
        Assert.Equal("begonnen", taak.Stand);

        await wacht.StopAsync(Ct);
        Assert.Equal("gestopt", taak.Stand);
    }

    [Fact]
    public async Task Taak_Herstelmodus_BegintNaDeVrijgave()
    {
        var sein = new Herstelsein();
        sein.Sluit();
        var (taak, wacht) = Make(sein);

        await wacht.StartAsync(Ct);
        Assert.Equal("nooit begonnen", taak.Stand);
        sein.GeefVrij();

        await taak.Begonnen.WaitAsync(Ct);
        await wacht.StopAsync(Ct);
        Assert.Equal("gestopt", taak.Stand);
    }

    [Fact]
    public async Task Taak_HerstelmodusDieNietEindigt_BegintOokBijHetStoppenNiet()
    {
        var sein = new Herstelsein();
        sein.Sluit();
        var (taak, wacht) = Make(sein);

        await wacht.StartAsync(Ct);
        await wacht.StopAsync(Ct);

        Assert.Equal("nooit begonnen", taak.Stand);
    }

    /// <summary>The host ends when a job breaks; it must see that through the guard.</summary>
    [Fact]
    public async Task Taak_DieBreekt_BreektDeWachtOok()
    {
        var (taak, wacht) = Make(new Herstelsein());
        await wacht.StartAsync(Ct);
        await taak.Begonnen.WaitAsync(Ct);

        taak.Breek();

        await Assert.ThrowsAsync<InvalidDataException>(() => wacht.ExecuteTask!);
    }

    /// <summary>Also a job that a library adds: whatever is registered in the group waits, and what was there before does not.</summary>
    [Fact]
    public void Groep_ElkeTaakErin_Wacht()
    {
        var services = new ServiceCollection().AddSingleton<Herstelsein>().AddHostedService<Taak>();

        services.AddNaVrijgave(taken => taken.AddHostedService<Tweede>().AddHostedService(_ => new Derde()).AddSingleton<IHostedService>(new Vierde()));

        using var gemaakt = services.BuildServiceProvider();
        Assert.Equal(["Taak", "NaVrijgave", "NaVrijgave", "NaVrijgave"], gemaakt.GetServices<IHostedService>().Select(s => s.GetType().Name));
    }

    private static (Taak Taak, NaVrijgave Wacht) Make(Herstelsein sein)
    {
        var taak = new Taak();
        return (taak, new NaVrijgave(taak, sein));
    }

    private class Taak : BackgroundService
    {
        private readonly TaskCompletionSource begonnen = new();
        private readonly TaskCompletionSource breuk = new();

        public string Stand { get; private set; } = "nooit begonnen";

        public Task Begonnen => begonnen.Task;

        public void Breek() => breuk.SetException(new InvalidDataException());

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Stand = "begonnen";
            begonnen.SetResult();
            try
            {
                await breuk.Task.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                Stand = "gestopt";
            }
        }
    }

    private sealed class Tweede : Taak;

    private sealed class Derde : Taak;

    private sealed class Vierde : Taak;
}
