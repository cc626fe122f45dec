using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoLeerbaarheidstoetsAfmeldingSink(HttpClient duo) : IMeldingSink<LeerbaarheidstoetsAfmelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<LeerbaarheidstoetsAfmelding> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Delete, DuoPaths.Examennummer, body: null, ct);
}
