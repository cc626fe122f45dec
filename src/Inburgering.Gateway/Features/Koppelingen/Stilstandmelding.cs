using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Koppelingen;

namespace Inburgering.Gateway.Features.Koppelingen;

/// <summary>Whether all for a partner waits, for who looks after the exchange.</summary>
internal sealed class Stilstandmelding(AccessDesk desk, StilstandLezer lezer, Beleid beleid)
{
    /// <summary>Per partner that stands still; empty: none does, or it is not this role's to know.</summary>
    public async Task<IReadOnlyList<Uitleg>> VoorAsync(Caller caller, CancellationToken ct) => desk.AskBeheer(caller) is { } vraag
        ? [.. (await lezer.LopendAsync(vraag, ct)).Select(s => Koppelwoorden.Stil(s.Oorzaak, beleid.Bestemmingen.TryGetValue(s.Partner, out var partner) ? partner.Naam : s.Partner))]
        : [];
}
