using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoExamenresultatenSource(HttpClient duo) : IRecordSource<Examenresultaten>
{
    public Task<PartnerReply<Examenresultaten>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Examenresultaten, DuoExamenresultaten.ToCanonical, ct);
}
