using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoContactpersoonOntkoppelingSink(HttpClient duo) : IMeldingSink<ContactpersoonOntkoppeling>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<ContactpersoonOntkoppeling> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Delete, DuoContactpersoon.Pad(DuoPaths.Contactkoppeling, zending.Melding.Nummer), body: null, ct);
}
