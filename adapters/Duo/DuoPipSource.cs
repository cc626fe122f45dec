using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoPipSource(HttpClient duo) : IRecordSource<Pip>
{
    public Task<PartnerReply<Pip>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Pip, DuoPip.ToCanonical, ct);
}
