using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Afstemmingen;
using Microsoft.Extensions.Options;

namespace Inburgering.Gateway.Inbox;

/// <summary>Works on the round of each gemeente, person by person.</summary>
internal sealed class AfstemWorker(
    IServiceScopeFactory scopes, Afstemwachtrij wachtrij, PartnerCatalog partners, BeleidHouder houder, Afstemsignaal signaal, TimeProvider systeemklok, IOptions<InboxOptions> options, ILogger<AfstemWorker> logger)
    : Werkronde(houder, signaal, systeemklok, logger)
{
    private readonly BeleidHouder houder = houder;
    private readonly TimeSpan lease = TimeSpan.FromSeconds(options.Value.AfstemLeaseSeconden);

    protected override async Task<IReadOnlyList<Guid>> ClaimAsync(string gemeentecode, CancellationToken ct)
    {
        foreach (var partner in houder.Beleid.Partners.Values.Where(p => p.Afstemming is not null))
        {
            var budget = new Afstembudget(
                partner.Partnertype, partner.Afstemming!.Gelijktijdig, Afstemvragen.Tussenpoos(partner.Afstemming), Afstemvragen.Of(partners, partner.Partnertype).Count, lease);
            if (await wachtrij.ClaimAsync(gemeentecode, budget, ct) is { Count: > 0 } ids)
            {
                return ids;
            }
        }

        return [];
    }

    protected override async Task WorkAsync(string gemeentecode, Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Afstemwerk>().WorkAsync(gemeentecode, id, lease, ct);
    }
}
