using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoPipIntrekkingSink(HttpClient duo) : IMeldingSink<PipIntrekking>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<PipIntrekking> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Delete, DuoPaths.Pip, body: null, ct);
}
