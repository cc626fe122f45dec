using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoInstellingenSource(HttpClient duo) : IRecordSource<Instellingen>
{
    public Task<PartnerReply<Instellingen>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Instellingen, DuoInstellingen.ToCanonical, ct);
}
