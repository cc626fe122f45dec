using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>What an employee types to name a dossier: a BSN, a V-nummer or the dossier's id; the line gets the pseudonym.</summary>
internal sealed class DossierOpNummer(GatewayDb db, Kluis kluis, Verwerking verwerking)
{
    /// <returns>Null: the text is none of these, which the line then says.</returns>
    public async Task<IAccessFacts?> FindAsync(Question question, string? nummer, CancellationToken ct)
    {
        var tekst = (nummer ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal);
        var gemeente = question.Caller.Gemeentecode;
        if (Bsn.TryParse(tekst, out var bsn))
        {
            Betreft(kluis.Pseudoniem(gemeente, bsn));
            return await db.FindAsync(question, bsn, ct);
        }

        if (VNummer.TryParse(tekst, out var vNummer))
        {
            Betreft(kluis.Pseudoniem(gemeente, vNummer));
            return await db.FindAsync(question, vNummer, ct);
        }

        if (Guid.TryParse(tekst, out var dossierId))
        {
            return await db.ReadAsync(question, dossierId, ct);
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        verwerking.Reden = "nummer-ongeldig";
        return null;
    }

    private void Betreft((string Pseudoniem, string Type) persoon) => verwerking.Betrokkene = new Betrokkene(persoon.Pseudoniem, persoon.Type, null);
}
