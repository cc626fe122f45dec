using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Outbox;

/// <summary>Sends what waits.</summary>
internal sealed class MeldingWorker(
    IServiceScopeFactory scopes, Meldingwachtrij wachtrij, BeleidHouder houder, Meldingsignaal signaal, TimeProvider systeemklok, IOptions<OutboxOptions> options, ILogger<MeldingWorker> logger)
    : Werkronde(houder, signaal, systeemklok, logger)
{
    private const int Hoogstens = 16;
    private readonly TimeSpan lease = TimeSpan.FromSeconds(options.Value.LeaseSeconden);

    protected override Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct) => wachtrij.ClaimAsync(gemeentecode, Hoogstens, lease, ct);

    protected override async Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MeldingVerzending>().WorkAsync(gemeentecode, id, ct);
    }
}
