using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoContactpersoonVerwijderingSink(HttpClient duo) : IMeldingSink<ContactpersoonVerwijdering>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<ContactpersoonVerwijdering> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Delete, DuoContactpersoon.Pad(DuoPaths.Contactpersoon, zending.Melding.Nummer), body: null, ct);
}
