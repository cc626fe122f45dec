using System.Diagnostics;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Normalization;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Model;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Dossiers;

/// <summary>The gemeente records what it is the source of: names, contact, intake, PIP. Opens the dossier when there is none.</summary>
internal sealed class LegGegevensVast(
    Beleid beleid, AccessDesk access, Verwerking verwerking, ILogWriter log, DossierWriter dossiers, BerichtStore berichten, Kluis kluis, EigenGegevens eigen)
{
    /// <param name="gegevens">Category to fields; a field that is not named keeps its value.</param>
    /// <exception cref="InvalidOperationException">The caller is no gemeente, a category is not the gemeente's, or a field is unknown.</exception>
    public async Task<Guid> HandleAsync(Caller caller, Bsn? bsn, VNummer? vNummer, IReadOnlyDictionary<string, JsonObject> gegevens, CancellationToken ct)
    {
        if (!caller.VanGemeente)
        {
            throw new InvalidOperationException("Alleen de gemeente legt eigen gegevens vast.");
        }

        var recht = Leverrecht.VanGemeente(beleid);
        Check(recht, gegevens);
        verwerking.Naam = "Gegevens vastgelegd";
        verwerking.Actie = Actie.Muteren;
        verwerking.Door(caller);
        access.Aanvaard(recht);
        var dossierId = Guid.Empty;
        verwerking.Bewijs = await log.AppendAsync(
            caller.Gemeentecode,
            async (transactie, stop) =>
            {
                var dossier = await dossiers.FindOrOpenAsync(transactie, caller.Gemeentecode, bsn, vNummer, null, stop);
                dossier.RequireOpen();
                dossierId = dossier.DossierId;
                verwerking.Betrokkene = Betrokkene(caller.Gemeentecode, bsn, vNummer, dossierId);
                verwerking.Gevraagd = await StoreAsync(transactie, dossier, gegevens, stop);
                if (bsn is not null)
                {
                    await berichten.ReleaseAsync(transactie, dossier, bsn, vNummer, Berichtredenen.BsnNogNietBekend, null, stop);
                }

                return [verwerking.NaarRegel()];
            },
            ct);
        return dossierId;
    }

    private void Check(Leverrecht recht, IReadOnlyDictionary<string, JsonObject> gegevens)
    {
        foreach (var (categorie, velden) in gegevens)
        {
            recht.Require(categorie);
            var onbekend = velden.Select(v => v.Key).Except(beleid.Gegevens.Categorieen[categorie].Velden).ToArray();
            if (onbekend.Length > 0)
            {
                throw new InvalidOperationException($"Categorie {categorie} kent geen veld {string.Join(", ", onbekend)}.");
            }
        }
    }

    private async Task<IReadOnlyList<string>> StoreAsync(
        System.Data.Common.DbTransaction transactie, DossierRef dossier, IReadOnlyDictionary<string, JsonObject> gegevens, CancellationToken ct)
    {
        var gewijzigd = new List<string>();
        foreach (var (categorie, nieuw) in gegevens)
        {
            gewijzigd.AddRange(await eigen.PutAsync(transactie, dossier, categorie, nieuw, ct));
        }

        return gewijzigd;
    }

    private Betrokkene Betrokkene(string gemeentecode, Bsn? bsn, VNummer? vNummer, Guid dossierId)
    {
        var (pseudoniem, type) = (bsn, vNummer) switch
        {
            ({ } b, _) => kluis.Pseudoniem(gemeentecode, b),
            (null, { } v) => kluis.Pseudoniem(gemeentecode, v),
            _ => throw new UnreachableException("A person has a number."),
        };
        return new Betrokkene(pseudoniem, type, dossierId);
    }
}
