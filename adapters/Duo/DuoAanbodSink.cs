using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoAanbodSink(HttpClient duo) : IMeldingSink<AanbodMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<AanbodMelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Post, DuoAanbodMelding.Pad(zending.Melding.Instellingsnummer), DuoAanbodMelding.FromCanonical(zending.Melding), ct);
}
