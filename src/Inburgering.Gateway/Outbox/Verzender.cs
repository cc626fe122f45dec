using System.Reflection;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Outbox;

/// <summary>Gives a melding to the sink of its kind, whatever the kind is.</summary>
internal sealed class Verzender(IServiceProvider services)
{
    private static readonly MethodInfo Generic = typeof(Verzender).GetMethod(nameof(SendOneAsync), BindingFlags.Public | BindingFlags.Static)!;

    /// <summary>One attempt.</summary>
    /// <param name="ontvanger">Key of the partner, or of its instance.</param>
    public Task<PartnerReply<Ontvangstbevestiging>> SendAsync(string ontvanger, Melding melding, Envelop envelop, CancellationToken ct) =>
        (Task<PartnerReply<Ontvangstbevestiging>>)Generic.MakeGenericMethod(melding.GetType()).Invoke(null, [services, ontvanger, melding, envelop, ct])!;

    /// <summary>As above, when the type is known. Public only because it is found by name.</summary>
    public static Task<PartnerReply<Ontvangstbevestiging>> SendOneAsync<TMelding>(IServiceProvider services, string ontvanger, TMelding melding, Envelop envelop, CancellationToken ct)
        where TMelding : Melding => services.GetRequiredKeyedService<IMeldingSink<TMelding>>(ontvanger).SendAsync(
            new Zending<TMelding> { Melding = melding, Bsn = envelop.Bsn, Bron = envelop.Bron, Doel = envelop.Doel, BerichtId = envelop.BerichtId }, ct);
}

/// <summary>What stands around a melding on its way.</summary>
/// <param name="Bsn">The person; null: it is about none.</param>
internal sealed record Envelop(Bsn? Bsn, Oin Bron, Oin Doel, Guid BerichtId);
