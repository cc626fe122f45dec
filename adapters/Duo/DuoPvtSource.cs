using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoPvtSource(HttpClient duo) : IRecordSource<PvtRegistratie>
{
    public Task<PartnerReply<PvtRegistratie>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Pvt, DuoPvt.ToCanonical, ct);
}
