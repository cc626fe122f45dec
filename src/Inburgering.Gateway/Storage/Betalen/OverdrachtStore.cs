using Inburgering.Gateway.Access;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Rechten;
using Inburgering.Gateway.Storage.Sleutels;
using Npgsql;

namespace Inburgering.Gateway.Storage.Betalen;

/// <summary>What goes into the journal before a file leaves.</summary>
internal sealed class OverdrachtStore(NpgsqlDataSource bron, Kluis kluis, BetalingLezer lezer, Overdrachtjournaal journaal, TimeProvider systeemklok)
{
    /// <summary>A machine that entered and lives moves its batch well within this.</summary>
    private static readonly TimeSpan Ruim = TimeSpan.FromMinutes(1);

    /// <summary>Enters the next hand-over of a sealed batch, unless its profile is stopped: what stands in the journal counts as begun.</summary>
    /// <exception cref="IOException">The journal cannot be written: nothing may leave.</exception>
    public async Task<Inschrijving> EnterAsync(Question question, Betaalbatch batch, CancellationToken ct)
    {
        var gemeentecode = question.Caller.Gemeentecode;
        IReadOnlyList<Betaling> betalingen;
        await using (var verbinding = await bron.OpenConnectionAsync(ct))
        {
            await using var transactie = await verbinding.BeginTenantAsync(gemeentecode, ct);
            if (await BetaalstopStore.IsStoppedAsync(transactie, gemeentecode, batch.Profiel, ct))
            {
                return Inschrijving.Gestopt;
            }

            betalingen = [.. (await lezer.ReadBatchAsync(transactie, gemeentecode, batch.BatchId, ct)).Where(b => Opdrachtverloop.IsBijBank(b.Stand))];
        }

        return await journaal.EnterAsync(
            new Overdrachtregel(gemeentecode, batch.BerichtId.ToString(), batch.Aanbieding + 1, systeemklok.GetUtcNow(), batch.Hash!, [.. betalingen.Select(b => kluis.Poging(gemeentecode, b))]), ct);
    }

    /// <summary>Those of these batches of which the journal knows a hand-over that the database does not: a machine died between, or the database was put back. Their files may have left.</summary>
    /// <returns>With the number of the last hand-over that the journal knows.</returns>
    /// <exception cref="IOException">The journal cannot be read.</exception>
    public async Task<IReadOnlyList<(Betaalbatch Batch, int Aanbieding)>> AheadAsync(IReadOnlyList<Betaalbatch> verzegeld, CancellationToken ct)
    {
        if (verzegeld.Count == 0)
        {
            return [];
        }

        var (laatste, grens) = (await journaal.LastAsync(ct), systeemklok.GetUtcNow() - Ruim);
        return
        [
            .. verzegeld.Select(b => (Batch: b, Laatste: laatste.GetValueOrDefault(b.BerichtId.ToString())))
                .Where(b => b.Laatste.Aanbieding > b.Batch.Aanbieding && b.Laatste.Op < grens)
                .Select(b => (b.Batch, b.Laatste.Aanbieding)),
        ];
    }
}
