using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <remarks>The one receipt that says something: DUO's number, without which the contact can never be linked, changed or removed.</remarks>
internal sealed class DuoContactpersoonSink(HttpClient duo) : IMeldingSink<ContactpersoonMelding>
{
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(Zending<ContactpersoonMelding> zending, CancellationToken ct) => duo.SendAsync(
        DuoVerzoek.Of(zending, HttpMethod.Post, DuoPaths.Contactpersonen, DuoContactpersoon.FromCanonical(zending.Melding)),
        DuoUitslag.Ontvangst(DuoContactpersoon.ToCanonical),
        ct);
}
