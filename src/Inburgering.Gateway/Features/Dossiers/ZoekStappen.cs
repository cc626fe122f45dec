using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>What a search needs of storage and log.</summary>
internal sealed class ZoekStappen(GatewayDb db, Dossierverwijzing verwijzing, Kluis kluis, RelatieStore relaties, ILogWriter log, Verwerking verwerking)
{
    /// <summary>The line gets the pseudonym of what was asked, found or not, allowed or not.</summary>
    public void Note(Caller caller, Zoekvraag vraag)
    {
        if (Bsn.TryParse(vraag.Bsn, out var bsn))
        {
            var (pseudoniem, type) = kluis.Pseudoniem(caller.Gemeentecode, bsn);
            verwerking.Betrokkene = new Betrokkene(pseudoniem, type, null);
        }
        else if (VNummer.TryParse(vraag.VNummer, out var vNummer))
        {
            var (pseudoniem, type) = kluis.Pseudoniem(caller.Gemeentecode, vNummer);
            verwerking.Betrokkene = new Betrokkene(pseudoniem, type, null);
        }
    }

    /// <summary>Refused before anything was read: the line still tells whose dossier it was about.</summary>
    public async Task NoteDossierAsync(Caller caller, Zoekvraag vraag, CancellationToken ct) => verwerking.GaatOver(vraag switch
    {
        { Bsn: { } tekst } when Bsn.TryParse(tekst, out var bsn) => await verwijzing.WhoseAsync(caller, bsn, ct),
        { VNummer: { } tekst } when VNummer.TryParse(tekst, out var vNummer) => await verwijzing.WhoseAsync(caller, vNummer, ct),
        _ => await verwijzing.WhoseAsync(caller, vraag.PartnerReferentie!, ct),
    });

    /// <summary>Finds by the one number given.</summary>
    public Task<IAccessFacts> FindAsync(Question question, Zoekvraag vraag, CancellationToken ct)
    {
        if (Bsn.TryParse(vraag.Bsn, out var bsn))
        {
            return db.FindAsync(question, bsn, ct);
        }

        return VNummer.TryParse(vraag.VNummer, out var vNummer)
            ? db.FindAsync(question, vNummer, ct)
            : db.FindAsync(question, vraag.PartnerReferentie!, ct);
    }

    /// <summary>The caller's id; a new one is stored together with this request's line.</summary>
    public async Task<Guid> ExternIdAsync(Granted grant, CancellationToken ct)
    {
        if (grant.ExternId is { } bekend)
        {
            return bekend;
        }

        var id = Guid.Empty;
        verwerking.Geleverd = new Zoekresultaat(id).GeleverdeVelden();
        verwerking.Bewijs = await log.AppendAsync(
            grant.Question.Caller.Gemeentecode,
            async (transactie, stop) =>
            {
                id = await relaties.GetOrMakeAsync(transactie, grant, stop);
                return [verwerking.NaarRegel()];
            },
            ct);
        return id;
    }
}
