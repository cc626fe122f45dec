using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Caseload;

/// <summary>For whom one of a partner's users works now.</summary>
internal sealed class LeesCaseload(CaseloadStore caseloads, ILogWriter log, Verwerking verwerking)
{
    /// <param name="vraag">Made by the desk.</param>
    /// <param name="gebruiker">As the partner names her.</param>
    public async Task<CaseloadView> HandleAsync(Question vraag, string gebruiker, CancellationToken ct)
    {
        CaseloadView? view = null;
        verwerking.Bewijs = await log.AppendAsync(
            vraag.Caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var personen = await caseloads.ReadAsync(transactie, vraag, gebruiker, stop);
                view = CaseloadView.Of(personen);
                (verwerking.Besluit, verwerking.Aantal, verwerking.Geleverd) = (Resultaat.Toegestaan, personen.Count, view.GeleverdeVelden());
                return Lijstregels.Of(verwerking.NaarRegel(), [.. personen.Select(p => p.DossierId)]);
            },
            ct);
        return view!;
    }
}
