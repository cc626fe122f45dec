using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoMapSource(HttpClient duo) : IRecordSource<MapRegistratie>
{
    public Task<PartnerReply<MapRegistratie>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Map, DuoMap.ToCanonical, ct);
}
