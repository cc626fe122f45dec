using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoContactpersoonWijzigingSink(HttpClient duo) : IMeldingSink<ContactpersoonWijziging>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<ContactpersoonWijziging> zending, CancellationToken ct) =>
        duo.TellAsync(zending, HttpMethod.Put, DuoContactpersoon.Pad(DuoPaths.Contactpersoon, zending.Melding.Nummer), DuoContactpersoon.FromCanonical(zending.Melding), ct);
}
