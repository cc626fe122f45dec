using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage;

/// <summary>A dossier takes no more, and nobody works on it any more; what stands in it stays.</summary>
internal static class Dossiersluiting
{
    /// <param name="verhuisdNaar">Gemeentecode; null: the person did not move.</param>
    /// <param name="door">Word by which the end of an assignment says why.</param>
    /// <param name="nu">Business clock.</param>
    public static async Task CloseAsync(DbTransaction transactie, DossierRef dossier, string? verhuisdNaar, string door, DateTimeOffset nu, CancellationToken ct)
    {
        await using var sluiting = transactie.Command("update dossiers.dossier set gesloten_op = $3, verhuisd_naar = $4 where gemeentecode = $1 and dossier_id = $2");
        sluiting.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(nu), Text(verhuisdNaar)]);
        await sluiting.ExecuteNonQueryAsync(ct);
        await using var opdrachten = transactie.Command("""
            update dossiers.opdracht set tot = greatest(van, $3), versie = versie + 1, beeindigd_door = $4
            where gemeentecode = $1 and dossier_id = $2 and (tot is null or tot > $3)
            """);
        opdrachten.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(nu), Value(door)]);
        await opdrachten.ExecuteNonQueryAsync(ct);
    }
}
