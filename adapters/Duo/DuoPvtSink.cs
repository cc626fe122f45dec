using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoPvtSink(HttpClient duo) : IMeldingSink<PvtMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<PvtMelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Put, DuoPaths.Pvt, DuoPvt.FromCanonical(zending.Melding), ct);
}
