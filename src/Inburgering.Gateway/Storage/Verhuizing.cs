using System.Data.Common;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>A person moves: the facts that travel go to the new gemeente's dossier under its own key, the old one closes.</summary>
/// <remarks>Inside the one transaction that may see two gemeenten (interface 5).</remarks>
public sealed class Verhuizing(DossierWriter dossiers, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    /// <summary>What the old gemeente said stands beside what the new one says, and never wins from it.</summary>
    public const string VorigeGemeente = "vorige-gemeente";

    /// <summary>Takes over what travels and closes the old dossier with its opdrachten.</summary>
    /// <returns>Null when the old gemeente has no open dossier of this person, so nothing happened.</returns>
    public async Task<Overgenomen?> OvernemenAsync(DbTransaction transactie, DossierRef nieuw, Bsn bsn, Overdracht recht, CancellationToken ct)
    {
        if (await dossiers.FindAsync(transactie, recht.Van, bsn, null, ct) is not { GeslotenOp: null } oud)
        {
            return null;
        }

        var velden = new List<string>();
        foreach (var feit in await TravellingAsync(transactie, oud, recht, ct))
        {
            if (await dossiers.PutAsync(transactie, nieuw, feit, ct))
            {
                velden.AddRange(feit.Velden.Select(v => $"{feit.Categorie}.{v.Key}"));
            }
        }

        await Dossiersluiting.CloseAsync(transactie, oud, recht.Naar, "verhuizing", zaakklok.GetUtcNow(), ct);
        return new Overgenomen(oud.DossierId, [.. velden.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The person came back, or came after all: the old dossier goes on, with the history it kept.</summary>
    public static async Task HeropenAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command(
            "update dossiers.dossier set gesloten_op = null, verhuisd_naar = null where gemeentecode = $1 and dossier_id = $2 and gesloten_op is not null and samengevoegd_in is null");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What the policy lets travel, without what is under restriction (AVG 18).</summary>
    private async Task<IEnumerable<Feit>> TravellingAsync(DbTransaction transactie, DossierRef oud, Overdracht recht, CancellationToken ct)
    {
        var beperkt = (await Stopgronden.ReadAsync(transactie, oud, zaakklok.GetUtcNow(), ct)).Beperkt;
        var feiten = await Feitlezer.ReadAsync(transactie, oud, [.. recht.Categorieen.Except(beperkt)], ct);
        return from feit in feiten
               let mee = recht.Projecteer(feit.Categorie, feit.Velden)
               where mee is not null
               select feit with { Bron = feit.Bron == "gemeente" ? VorigeGemeente : feit.Bron, OvergenomenVan = oud.Gemeentecode, Velden = mee };
    }
}

/// <summary>What a move took along.</summary>
/// <param name="OudDossierId">Inner id at the old gemeente.</param>
/// <param name="Velden">"PIP.leerroute", sorted.</param>
public sealed record Overgenomen(Guid OudDossierId, IReadOnlyList<string> Velden);
