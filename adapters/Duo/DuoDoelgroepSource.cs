using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoDoelgroepSource(HttpClient duo) : IRecordSource<Doelgroepindeling>
{
    public Task<PartnerReply<Doelgroepindeling>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Doelgroep, DuoDoelgroep.ToCanonical, ct);
}
