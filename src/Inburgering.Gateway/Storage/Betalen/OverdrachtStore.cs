using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What goes into the journal before a file leaves.</summary>
internal sealed class OverdrachtStore(NpgsqlDataSource bron, Kluis kluis, BetalingLezer lezer, Overdrachtjournaal journaal)
{
    /// <summary>Enters a sealed batch.</summary>
    /// <returns>False: it is refused, and may not leave.</returns>
    /// <exception cref="IOException">The journal cannot be written: nothing may leave.</exception>
    public async Task<bool> EnterAsync(Question question, Betaalbatch batch, CancellationToken ct)
    {
        var gemeentecode = question.Caller.Gemeentecode;
        IReadOnlyList<Betaling> betalingen;
        await using (var verbinding = await bron.OpenConnectionAsync(ct))
        {
            await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
            betalingen = [.. (await lezer.ReadBatchAsync(transactie, gemeentecode, batch.BatchId, ct)).Where(b => Opdrachtverloop.IsBijBank(b.Stand))];
        }

        return await journaal.EnterAsync(
            new Overdrachtregel(gemeentecode, batch.BerichtId.ToString(), batch.Hash!, [.. betalingen.Select(b => kluis.Poging(gemeentecode, b))]), ct);
    }
}
