using System.Data.Common;
using Inburgering.Gateway.Storage.Model;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Berichten;

/// <summary>Messages that propose something and wait for the gemeente's own word.</summary>
internal static class Voorstelstore
{
    /// <summary>Those of one kind wait no longer: a newer one came, or the gemeente decided.</summary>
    /// <param name="reden">Code of <see cref="Berichtredenen"/> for which they wait.</param>
    /// <param name="clientId">Of this sender alone; null: of all.</param>
    public static async Task SluitAsync(DbTransaction transactie, DossierRef dossier, string reden, string? clientId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.bericht set reden = null
            where gemeentecode = $1 and dossier_id = $2 and status = 1 and reden = $3 and ($4::text is null or client_id = $4)
            """);
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(reden), Text(clientId)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whether one of this kind waits.</summary>
    /// <param name="reden">Code of <see cref="Berichtredenen"/> for which it waits.</param>
    public static async Task<bool> WachtAsync(DbTransaction transactie, DossierRef dossier, string reden, CancellationToken ct)
    {
        await using var command = transactie.Command("select exists (select 1 from inbox.bericht where gemeentecode = $1 and dossier_id = $2 and status = 1 and reden = $3)");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(reden)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The gemeente says no; once more has no second effect.</summary>
    /// <returns>False: no such proposal of this dossier waits.</returns>
    public static async Task<bool> WijsAfAsync(DbTransaction transactie, DossierRef dossier, Guid berichtId, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update inbox.bericht set reden = $4
            where gemeentecode = $1 and dossier_id = $2 and bericht_id = $3 and status = 1 and reden = any($5)
            """);
        command.Add([
            Value(dossier.Gemeentecode), Value(dossier.DossierId), Value(berichtId), Value(Berichtredenen.VoorstelAfgewezen),
            Value(Berichtredenen.Voorstellen.Append(Berichtredenen.VoorstelAfgewezen).ToArray())]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
