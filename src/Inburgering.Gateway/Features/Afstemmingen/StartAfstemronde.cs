using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Synchronisaties;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Storage.Synchronisaties;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>Reconciliation of everybody: a run of what runs by itself, begun now. So there is one history, and one at a time.</summary>
internal sealed class StartAfstemronde(SynchronisatieStore synchronisaties, StartUitvoering start, AfstemmingLezer lezer, Beleid beleid)
{
    public async Task<Uitkomst<AfstemmingView>> HandleAsync(Caller caller, CancellationToken ct)
    {
        var alle = await synchronisaties.AlleAsync(caller.Gemeentecode, ct);
        var synchronisatie = alle.FirstOrDefault(s => s.Partner == beleid.Afstempartner && s.Soort == Uitvoeringstart.Afstemming)?.SynchronisatieId ?? Guid.Empty;
        var begonnen = await start.BeginAsync(caller, synchronisatie, null, proef: false, ct);
        if (begonnen.Waarde is not { } uitvoering)
        {
            return Uitkomst<AfstemmingView>.Niet(begonnen.Probleem == Problems.UitvoeringLoopt ? Problems.AfstemmingLoopt : begonnen.Probleem!, string.Empty);
        }

        return AfstemmingView.Of((await lezer.OneAsync(caller.Gemeentecode, uitvoering.UitvoeringId, ct))!);
    }
}
