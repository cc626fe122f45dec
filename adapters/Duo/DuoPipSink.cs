using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoPipSink(HttpClient duo) : IMeldingSink<PipMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<PipMelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Post, DuoPaths.Pip, DuoPipMelding.FromCanonical(zending.Melding), ct);
}
