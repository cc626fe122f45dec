using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoLeerbaarheidstoetsSource(HttpClient duo) : IRecordSource<Leerbaarheidstoetsresultaten>
{
    public Task<PartnerReply<Leerbaarheidstoetsresultaten>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Leerbaarheidstoets, DuoLeerbaarheidstoets.ToCanonical, ct);
}
