using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoUrenSink(HttpClient duo) : IMeldingSink<UrenMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<UrenMelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Put, DuoUrenMelding.Pad(zending.Melding.Urensoort), DuoUrenMelding.FromCanonical(zending.Melding), ct);
}
