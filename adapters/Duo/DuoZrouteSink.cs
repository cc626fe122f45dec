using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoZrouteSink(HttpClient duo) : IMeldingSink<ZrouteMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<ZrouteMelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Put, DuoPaths.Zroute, DuoZroute.FromCanonical(zending.Melding), ct);
}
