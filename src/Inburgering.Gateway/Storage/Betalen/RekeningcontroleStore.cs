using System.Data.Common;
using Inburgering.Gateway.Verwerkingslog;
using static Inburgering.Gateway.Storage.Persoonsleutel;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>Checks of accounts. A new outcome is a new check: who accepted the one before it accepted that one.</summary>
internal sealed class RekeningcontroleStore([FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    public async Task PutAsync(DbTransaction transactie, string gemeentecode, byte[] rekening, Rekeningcontrole controle, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            insert into betalen.rekeningcontrole (gemeentecode, rekening_hash, wijze, uitkomst, door, op) values ($1, $2, $3, $4, $5, $6)
            on conflict (gemeentecode, rekening_hash) do update
                set wijze = $3, uitkomst = $4, door = $5, op = $6, aanvaard_door = null, aanvaard_op = null, geblokkeerd_om = null
            """);
        command.Add([Value(gemeentecode), Value(rekening), Value(controle.Wijze), Value(controle.Uitkomst), Value(controle.Door), Value(zaakklok.GetUtcNow())]);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <returns>False: there is nothing for this person to accept.</returns>
    public async Task<bool> AcceptAsync(DbTransaction transactie, string gemeentecode, byte[] rekening, string door, CancellationToken ct)
    {
        await using var command = transactie.Command("""
            update betalen.rekeningcontrole set aanvaard_door = $3, aanvaard_op = $4
            where gemeentecode = $1 and rekening_hash = $2 and aanvaard_door is null and geblokkeerd_om is null and door <> $3
            """);
        command.Add([Value(gemeentecode), Value(rekening), Value(door), Value(zaakklok.GetUtcNow())]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
