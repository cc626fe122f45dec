using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoVerlengingsgrondenSource(HttpClient duo) : IRecordSource<Verlengingsgronden>
{
    public Task<PartnerReply<Verlengingsgronden>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Verlengingsgronden, DuoVerlengingsgronden.ToCanonical, ct);
}
