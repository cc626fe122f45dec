using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoDoelgroephistorieSource(HttpClient duo) : IRecordSource<Doelgroephistorie>
{
    public Task<PartnerReply<Doelgroephistorie>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Doelgroephistorie, DuoDoelgroephistorie.ToCanonical, ct);
}
