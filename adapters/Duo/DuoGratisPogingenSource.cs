using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoGratisPogingenSource(HttpClient duo) : IRecordSource<GratisPogingen>
{
    public Task<PartnerReply<GratisPogingen>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.GratisPogingen, DuoGratisPogingen.ToCanonical, ct);
}
