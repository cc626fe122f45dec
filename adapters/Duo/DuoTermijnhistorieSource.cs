using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoTermijnhistorieSource(HttpClient duo) : IRecordSource<Termijnhistorie>
{
    public Task<PartnerReply<Termijnhistorie>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Termijnhistorie, DuoTermijnhistorie.ToCanonical, ct);
}
