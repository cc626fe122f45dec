using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Meldingen;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>How one melding stands.</summary>
internal sealed class LeesMelding(Regie regie, Dossierwerk werk, MeldingStore meldingen)
{
    public async Task<Uitkomst<MeldingView>> HandleAsync(Caller caller, Guid meldingId, CancellationToken ct) =>
        await regie.OpenMeldingAsync(caller, meldingId, ct) is { } dossier
            ? await werk.DoeAsync<MeldingView>(
                dossier,
                async (transactie, vast, stop) => MeldingView.Of((await meldingen.FindAsync(transactie, vast.Gemeentecode, meldingId, stop))!),
                ct)
            : Uitkomst<MeldingView>.Niet(regie.WeigeringOf(Problems.MeldingOnbekend), string.Empty);
}
