using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>How a dossier stands while the person is on his way from the reception agency: its first phases, open or closed.</summary>
public sealed class Opvangstand([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const string InAankomst = "fase in ('gekoppeld', 'overgedragen', 'gehuisvest')";

    /// <summary>Moves between the first phases; what came after them stays.</summary>
    public static async Task FaseAsync(DbTransaction transactie, DossierRef dossier, string fase, CancellationToken ct)
    {
        await using var command = transactie.Command($"update dossiers.dossier set fase = $3 where gemeentecode = $1 and dossier_id = $2 and {InAankomst}");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(fase)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The koppeling lapsed: the dossier closes, unless another source already made more of it.</summary>
    /// <returns>True when it closed now.</returns>
    public async Task<bool> SluitAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command($"select 1 from dossiers.dossier where gemeentecode = $1 and dossier_id = $2 and gesloten_op is null and {InAankomst}");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        if (await command.ExecuteScalarAsync(ct) is null)
        {
            return false;
        }

        await Dossiersluiting.CloseAsync(transactie, dossier, null, "koppeling-vervallen", zaakklok.GetUtcNow(), ct);
        return true;
    }

    /// <summary>The person is the gemeente's again: a dossier that closed because the koppeling lapsed goes on.</summary>
    /// <returns>True when it opened now.</returns>
    public static async Task<bool> HeropenAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update dossiers.dossier set gesloten_op = null
            where gemeentecode = $1 and dossier_id = $2 and gesloten_op is not null and verhuisd_naar is null and samengevoegd_in is null
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
