using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afkeuringen;

namespace Inburgering.Gateway.Inbox;

/// <summary>Offers what a person had tried again, step by step; the work itself is that of every message.</summary>
internal sealed class HerhaalWorker(
    Herhaalwachtrij wachtrij, BeleidHouder houder, Herhaalsignaal signaal, WerkSignaal berichten, TimeProvider systeemklok, ILogger<HerhaalWorker> logger)
    : Werkronde(houder, signaal, systeemklok, logger)
{
    private static readonly TimeSpan Adempauze = TimeSpan.FromSeconds(2);
    private readonly TimeProvider systeemklok = systeemklok;

    protected override Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct) => wachtrij.ClaimAsync(gemeentecode, ct);

    protected override async Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        try
        {
            if (await wachtrij.StapAsync(gemeentecode, id, ct))
            {
                berichten.Wek();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // a step holds no lease: without a pause it would be tried at once, again and again
            await Task.Delay(Adempauze, systeemklok, ct);
            throw;
        }
    }
}
