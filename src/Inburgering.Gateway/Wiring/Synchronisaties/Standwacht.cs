using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Inbox;
using Inburgering.Gateway.Storage.Synchronisaties;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Wiring.Synchronisaties;

/// <summary>Every minute, for each gemeente that has a sink: which exchange changed its status, and what of that the sink does not have yet.</summary>
internal sealed partial class Standwacht(
    IServiceScopeFactory scopes, StandmeldingStore meldingen, Meldpunten meldpunten, BeleidHouder houder, IOptions<InboxOptions> options, TimeProvider systeemklok, ILogger<Standwacht> logger)
    : BackgroundService
{
    private const int Hoogstens = 20;
    private readonly TimeSpan ronde = TimeSpan.FromSeconds(options.Value.RoosterwachtSeconden);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var gemeentecode in houder.Beleid.Gemeenten.Keys.Where(meldpunten.Heeft))
            {
                await OneAsync(gemeentecode, stoppingToken);
            }

            await Task.Delay(ronde, systeemklok, stoppingToken);
        }
    }

    private async Task OneAsync(string gemeentecode, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NoteerStandwissels>().HandleAsync(gemeentecode, ct);
            foreach (var melding in await meldingen.ClaimAsync(gemeentecode, Hoogstens, ct))
            {
                await SendAsync(melding, ct);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(gemeentecode, e.GetType().Name);
        }
    }

    private async Task SendAsync(Standmelding melding, CancellationToken ct)
    {
        if (await meldpunten.StuurAsync(melding, ct))
        {
            await meldingen.VerstuurdAsync(melding, ct);
        }
        else
        {
            await meldingen.MisluktAsync(melding, ct);
            LogNietAangekomen(melding.Gemeentecode, melding.MeldingId);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Het melden aan gemeente {Gemeentecode} brak af: {Fout}")]
    private partial void LogFault(string gemeentecode, string fout);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Het meldpunt van gemeente {Gemeentecode} nam melding {MeldingId} niet aan; zij gaat later nog eens.")]
    private partial void LogNietAangekomen(string gemeentecode, Guid meldingId);
}
