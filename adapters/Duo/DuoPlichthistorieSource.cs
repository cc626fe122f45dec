using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoPlichthistorieSource(HttpClient duo) : IRecordSource<Plichthistorie>
{
    public Task<PartnerReply<Plichthistorie>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Plichthistorie, DuoPlichthistorie.ToCanonical, ct);
}
