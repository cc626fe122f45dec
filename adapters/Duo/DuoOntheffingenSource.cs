using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoOntheffingenSource(HttpClient duo) : IRecordSource<Ontheffingen>
{
    public Task<PartnerReply<Ontheffingen>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Ontheffingen, DuoOntheffingen.ToCanonical, ct);
}
