using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Partners.Betalen;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Files for the bank, newest first.</summary>
internal sealed class LeesBatches(AccessDesk desk, BatchStore store, Bankkanalen kanalen, Cursors cursors)
{
    private const int PerPagina = 50;

    public async Task<Uitkomst<BetaalbatchesView>> HandleAsync(Caller caller, string? cursor, CancellationToken ct)
    {
        string[] gebonden = [caller.Id, caller.Gemeentecode, "betaalbatches"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            return Uitkomst<BetaalbatchesView>.Niet(Problems.OngeldigeInvoer, "ongeldig", [Cursors.Vreemd]);
        }

        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<BetaalbatchesView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var regels = await store.ReadAsync(vraag, na, PerPagina + 1, ct);
        Betaalbatch[] pagina = [.. regels.Take(PerPagina)];
        return new BetaalbatchesView([.. pagina.Select(BetaalbatchView.Of)], regels.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].GemaaktOp, pagina[^1].BatchId)) : null);
    }

    /// <summary>One of them.</summary>
    public async Task<Uitkomst<BetaalbatchView>> FindAsync(Caller caller, Guid batchId, CancellationToken ct)
    {
        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<BetaalbatchView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await store.FindAsync(vraag, batchId, ct) is not { } batch)
        {
            return Uitkomst<BetaalbatchView>.Niet(Problems.BetalingOnbekend, "geen-batch");
        }

        var ontkend = batch.Stand == Batchstand.Onbekend && await store.IsDeniedAsync(vraag, batchId, ct);
        return BetaalbatchView.Of(batch) with { Kanaal = kanalen.Van(caller.Gemeentecode)?.Kanaal.Soort, BankKentNiet = ontkend ? true : null };
    }
}
