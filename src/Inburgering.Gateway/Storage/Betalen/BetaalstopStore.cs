using System.Data.Common;
using Inburgering.Gateway.Storage.Rechten;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What the bank said that nothing may be paid for any more: a person who died (MD07), a profile whose files are wrong (FF01, AG02).</summary>
internal static class BetaalstopStore
{
    public static async Task<bool> IsStoppedAsync(DbTransaction transactie, DossierRef dossier, CancellationToken ct)
    {
        await using var command = transactie.Command("select exists (select 1 from betalen.betaalstop where gemeentecode = $1 and dossier_id = $2 and opgeheven_op is null)");
        command.Add([Value(dossier.Gemeentecode), Value(dossier.DossierId)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <param name="profiel">Key of the bank's profile.</param>
    public static async Task<bool> IsStoppedAsync(DbTransaction transactie, string gemeentecode, string profiel, CancellationToken ct)
    {
        await using var command = transactie.Command("select exists (select 1 from betalen.betaalstop where gemeentecode = $1 and profiel = $2 and opgeheven_op is null)");
        command.Add([Value(gemeentecode), Value(profiel)]);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
