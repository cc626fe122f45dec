using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Berichten;

namespace Inburgering.Gateway.Features.Voorstellen;

/// <summary>The gemeente says no to what a partner proposed: nothing goes to DUO, and what the partner said stays in the dossier as the partner's.</summary>
internal sealed class WijsVoorstelAf(Regie regie, Dossierwerk werk)
{
    public async Task<Uitkomst<AfwijzingView>> HandleAsync(Caller caller, Guid dossierId, Guid voorstelId, CancellationToken ct) =>
        await regie.OpenAsync(caller, dossierId, ct) is not { } dossier
            ? Uitkomst<AfwijzingView>.Niet(regie.Weigering, string.Empty)
            : await werk.DoeAsync<AfwijzingView>(
                dossier,
                async (transactie, vast, stop) => await Voorstelstore.WijsAfAsync(transactie, vast, voorstelId, stop)
                    ? new AfwijzingView(voorstelId)
                    : Uitkomst<AfwijzingView>.Niet(Problems.VoorstelOnbekend, "onbekend"),
                ct);
}
