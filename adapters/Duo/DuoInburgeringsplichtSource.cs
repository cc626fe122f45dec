using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoInburgeringsplichtSource(HttpClient duo) : IRecordSource<Inburgeringsplicht>
{
    public Task<PartnerReply<Inburgeringsplicht>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Inburgeringsplicht, DuoInburgeringsplicht.ToCanonical, ct);
}
