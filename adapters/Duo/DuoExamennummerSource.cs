using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

internal sealed class DuoExamennummerSource(HttpClient duo) : IRecordSource<LeerbaarheidstoetsExamennummer>
{
    public Task<PartnerReply<LeerbaarheidstoetsExamennummer>> ReadAsync(Raadpleging raadpleging, CancellationToken ct) =>
        duo.AskAsync(raadpleging, DuoPaths.Examennummer, DuoExamennummer.ToCanonical, ct);
}
