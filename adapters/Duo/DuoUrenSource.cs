using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoUrenSource(HttpClient duo) : IRecordSource<GevolgdeUren>
{
    public Task<PartnerReply<GevolgdeUren>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Uren, DuoUren.ToCanonical, ct);
}
