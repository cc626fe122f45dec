using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoContactpersoonKoppelingSink(HttpClient duo) : IMeldingSink<ContactpersoonKoppeling>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<ContactpersoonKoppeling> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Post, DuoContactpersoon.Pad(DuoPaths.Contactkoppeling, zending.Melding.Nummer), body: null, ct);
}
