using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoVrijstellingenSource(HttpClient duo) : IRecordSource<Vrijstellingen>
{
    public Task<PartnerReply<Vrijstellingen>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Vrijstellingen, DuoVrijstellingen.ToCanonical, ct);
}
