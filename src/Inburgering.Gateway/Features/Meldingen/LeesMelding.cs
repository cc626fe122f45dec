using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Meldingen;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>How one melding stands.</summary>
internal sealed class LeesMelding(Regie regie, MeldingLezer meldingen)
{
    public async Task<Uitkomst<MeldingView>> HandleAsync(Caller caller, Guid meldingId, CancellationToken ct) =>
        await regie.OpenMeldingAsync(caller, meldingId, ct) is { } dossier && await meldingen.OneAsync(dossier, meldingId, ct) is { } melding
            ? MeldingView.Of(melding)
            : Uitkomst<MeldingView>.Niet(regie.WeigeringOf(Problems.MeldingOnbekend), string.Empty);
}
