using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoTermijnSource(HttpClient duo) : IRecordSource<Inburgeringstermijn>
{
    public Task<PartnerReply<Inburgeringstermijn>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Termijn, DuoTermijn.ToCanonical, ct);
}
