using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Caseload;

/// <summary>A partner says for which of its persons one of its users works; from the answer on she reads, finds and delivers about no other.</summary>
internal sealed class ZetCaseload(CaseloadStore caseloads, Zoekbudget budget, ILogWriter log, Verwerking verwerking)
{
    private const string GeenOpdracht = "U heeft voor deze persoon geen opdracht die loopt. Controleer de referentie, of haal haar van de lijst.";

    /// <param name="vraag">Made by the desk.</param>
    /// <param name="gebruiker">As the partner names her.</param>
    public async Task<Uitkomst<CaseloadView>> HandleAsync(Question vraag, string gebruiker, IReadOnlyList<string> referenties, CancellationToken ct)
    {
        var uitkomst = Uitkomst<CaseloadView>.Niet(Problems.InterneFout, string.Empty);
        verwerking.Bewijs = await log.AppendAgainAsync(
            vraag.Caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var bekend = await caseloads.KnownAsync(transactie, vraag, referenties, stop);
                if (referenties.Index().Where(r => !bekend.Contains(r.Item)).Select(r => CaseloadInvoer.Fout(r.Index, GeenOpdracht)).ToArray() is { Length: > 0 } fouten)
                {
                    // whoever tries out references is stopped as by a search (security 16)
                    await budget.AddAsync(transactie, vraag.Caller.Gemeentecode, vraag.Caller.Id, fouten.Length, stop);
                    uitkomst = Uitkomst<CaseloadView>.Niet(Problems.OngeldigeInvoer, "caseload-past-niet", fouten);
                    return Regels(uitkomst, []);
                }

                var gewijzigd = await caseloads.ReplaceAsync(transactie, vraag, gebruiker, referenties, stop);
                uitkomst = Uitkomst<CaseloadView>.Gedaan(CaseloadView.Of(await caseloads.ReadAsync(transactie, vraag, gebruiker, stop)), herhaling: gewijzigd.Count == 0);
                return Regels(uitkomst, gewijzigd);
            },
            ct);
        return uitkomst;
    }

    /// <summary>The act itself, and a line in the file of every person who came or went.</summary>
    private IReadOnlyList<Logregel> Regels(Uitkomst<CaseloadView> uitkomst, IReadOnlyList<Guid> dossiers)
    {
        verwerking.Besluit = uitkomst.Probleem is null ? Resultaat.Toegestaan : Resultaat.Geweigerd;
        verwerking.Reden = uitkomst.Reden;
        verwerking.Aantal = dossiers.Count;
        verwerking.Geleverd = uitkomst.Waarde?.GeleverdeVelden() ?? [];
        return Lijstregels.Of(verwerking.NaarRegel(), dossiers);
    }
}
