using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Berichten;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Inbox;

/// <summary>Works on what was received.</summary>
internal sealed class BerichtWorker(
    IServiceScopeFactory scopes, Berichtwachtrij wachtrij, BeleidHouder houder, WerkSignaal signaal, TimeProvider systeemklok, IOptions<InboxOptions> options, ILogger<BerichtWorker> logger)
    : Werkronde(houder, signaal, systeemklok, logger)
{
    private const int Hoogstens = 16;
    private readonly TimeSpan lease = TimeSpan.FromSeconds(options.Value.LeaseSeconden);

    protected override Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct) => wachtrij.ClaimAsync(gemeentecode, Hoogstens, lease, ct);

    protected override async Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BerichtVerwerking>().WorkAsync(gemeentecode, id, ct);
    }
}
