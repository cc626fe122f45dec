using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>A person looked: the melding may go once more, after the same tests as ever.</summary>
internal sealed class HerhaalMelding(Regie regie, Dossierwerk werk, MeldingStore meldingen, Meldingsignaal signaal)
{
    public async Task<Uitkomst<MeldingView>> HandleAsync(Caller caller, Guid meldingId, CancellationToken ct)
    {
        if (await regie.OpenMeldingAsync(caller, meldingId, ct) is not { } dossier)
        {
            return Uitkomst<MeldingView>.Niet(regie.WeigeringOf(Problems.MeldingOnbekend), string.Empty);
        }

        var uitkomst = await werk.DoeAsync<MeldingView>(
            dossier,
            async (transactie, vast, stop) =>
            {
                var melding = (await meldingen.FindAsync(transactie, vast.Gemeentecode, meldingId, stop))!;
                if (melding.Status != Meldingstatus.WachtOpMens)
                {
                    return Uitkomst<MeldingView>.Niet(Problems.PastNiet, "wacht-op-niemand");
                }

                await meldingen.AgainAsync(transactie, vast.Gemeentecode, melding, stop);
                return MeldingView.Of((await meldingen.FindAsync(transactie, vast.Gemeentecode, meldingId, stop))!);
            },
            ct);
        signaal.Wek();
        return uitkomst;
    }
}
