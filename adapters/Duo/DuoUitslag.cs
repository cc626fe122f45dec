using System.Net;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>What a call expects when DUO does what it asks.</summary>
/// <param name="Goed">The statuses that say so.</param>
/// <param name="LeesAsync">Makes the reply of the body.</param>
internal sealed record DuoUitslag<T>(IReadOnlyList<HttpStatusCode> Goed, Func<HttpContent, CancellationToken, Task<PartnerReply<T>>> LeesAsync);

/// <summary>The three kinds.</summary>
internal static class DuoUitslag
{
    /// <summary>The contracts name one of these by operation; whichever comes, it was done.</summary>
    private static readonly HttpStatusCode[] Gedaan = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.NoContent];

    /// <summary>A record: 200 with JSON.</summary>
    public static DuoUitslag<T> Antwoord<T>(Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical) =>
        new([HttpStatusCode.OK], (content, ct) => DuoInhoud.ReadAsync(content, toCanonical, ct));

    /// <summary>A receipt that says nothing more. With a body it is not DUO's: a page of a machine in between says 200 too.</summary>
    public static DuoUitslag<Ontvangstbevestiging> Ontvangst() => new(Gedaan, async (content, ct) => await PartnerCall.BytesAsync(content, ct) is { Length: 0 }
        ? new PartnerReply<Ontvangstbevestiging>.Answer(new Ontvangstbevestiging())
        : PartnerCall.Unreadable<Ontvangstbevestiging>("DUO zegt dat het gelukt is, maar met een inhoud die het contract niet heeft."));

    /// <summary>A receipt with what DUO made of it.</summary>
    public static DuoUitslag<Ontvangstbevestiging> Ontvangst(Func<ReadOnlyMemory<byte>, PartnerReply<Ontvangstbevestiging>> toCanonical) =>
        new(Gedaan, (content, ct) => DuoInhoud.ReadAsync(content, toCanonical, ct));
}
