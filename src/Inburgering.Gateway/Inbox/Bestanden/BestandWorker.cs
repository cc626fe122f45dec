using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Bestanden;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Inbox.Bestanden;

/// <summary>Works on files that were delivered, one at a time per gemeente.</summary>
internal sealed class BestandWorker(
    IServiceScopeFactory scopes, BestandStore bestanden, BeleidHouder houder, Bestandsignaal signaal, TimeProvider systeemklok, IOptions<InboxOptions> options, ILogger<BestandWorker> logger)
    : Werkronde(houder, signaal, systeemklok, logger)
{
    private readonly TimeSpan lease = TimeSpan.FromSeconds(options.Value.LeaseSeconden);

    protected override Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct) => bestanden.ClaimAsync(gemeentecode, lease, ct);

    protected override async Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Bestandwerk>().WorkAsync(gemeentecode, id, lease, ct);
    }
}

/// <summary>Wakes the worker on files.</summary>
internal sealed class Bestandsignaal : WerkSignaal;
