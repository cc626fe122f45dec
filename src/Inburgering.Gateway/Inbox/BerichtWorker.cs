using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Berichten;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Inbox;

/// <summary>Works on what was received.</summary>
internal sealed class BerichtWorker(
    IServiceScopeFactory scopes, Berichtwachtrij wachtrij, PartnerCatalog partners, BeleidHouder houder, WerkSignaal signaal, TimeProvider systeemklok, IOptions<InboxOptions> options, ILogger<BerichtWorker> logger)
    : Werkronde(houder, signaal, systeemklok, logger)
{
    private const int Hoogstens = 16;

    /// <summary>Delivered messages in one transaction: few enough not to keep whoever needs a log line waiting.</summary>
    private const int Samen = 200;

    private readonly TimeSpan lease = TimeSpan.FromSeconds(options.Value.LeaseSeconden);

    protected override Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct) =>
        wachtrij.ClaimAsync(gemeentecode, Hoogstens, (Samen, [.. partners.Leveranciers]), lease, ct);

    protected override async Task WorkAsync(string gemeentecode, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var gedaan = new HashSet<Guid>();
        if (ids.Count > 1)
        {
            await TogetherAsync(gemeentecode, ids, gedaan, ct);
        }

        await base.WorkAsync(gemeentecode, [.. ids.Where(id => !gedaan.Contains(id))], ct);
    }

    protected override async Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BerichtVerwerking>().WorkAsync(gemeentecode, id, ct);
    }

    private async Task TogetherAsync(string gemeentecode, IReadOnlyList<Guid> ids, HashSet<Guid> gedaan, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<BerichtVerwerking>().WorkAsync(gemeentecode, ids, gedaan, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Apart(e);
        }
    }
}
