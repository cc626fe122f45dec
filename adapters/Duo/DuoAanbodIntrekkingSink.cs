using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoAanbodIntrekkingSink(HttpClient duo) : IMeldingSink<AanbodIntrekking>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<AanbodIntrekking> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Delete, DuoAanbodMelding.Pad(zending.Melding.Instellingsnummer), body: null, ct);
}
