using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoMapSink(HttpClient duo) : IMeldingSink<MapMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<MapMelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Put, DuoPaths.Map, DuoMap.FromCanonical(zending.Melding), ct);
}
