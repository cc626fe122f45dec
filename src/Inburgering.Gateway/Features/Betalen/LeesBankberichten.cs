using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Reports of the bank, newest first, and what came of each.</summary>
internal sealed class LeesBankberichten(AccessDesk desk, BankberichtStore store, BanktaakStore signalen, Cursors cursors)
{
    private const int PerPagina = 50;

    public async Task<Uitkomst<BankberichtenView>> HandleAsync(Caller caller, string? cursor, CancellationToken ct)
    {
        string[] gebonden = [caller.Id, caller.Gemeentecode, "bankberichten"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            return Uitkomst<BankberichtenView>.Niet(Problems.OngeldigeInvoer, "ongeldig", [Cursors.Vreemd]);
        }

        if (desk.AskOntzorgen(caller) is not { } vraag)
        {
            return Uitkomst<BankberichtenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var regels = await store.ReadAsync(vraag, na, PerPagina + 1, ct);
        Ontvangenbericht[] pagina = [.. regels.Take(PerPagina)];
        var gemeld = (await signalen.ReadAsync(vraag, [.. pagina.Select(b => b.BerichtId)], ct)).ToLookup(s => s.BerichtId);
        return new BankberichtenView(
            [.. pagina.Select(b => BankberichtView.Of(b, gemeld[b.BerichtId]))], regels.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].OntvangenOp, pagina[^1].BerichtId)) : null);
    }

    /// <summary>One of them.</summary>
    public async Task<Uitkomst<BankberichtView>> FindAsync(Caller caller, Guid berichtId, CancellationToken ct) =>
        desk.AskOntzorgen(caller) is { } vraag ? await FindAsync(vraag, berichtId, ct) : Uitkomst<BankberichtView>.Niet(Problems.For(desk.Refusal), string.Empty);

    /// <summary>As above, for who was asked.</summary>
    public async Task<Uitkomst<BankberichtView>> FindAsync(Question vraag, Guid berichtId, CancellationToken ct) =>
        await store.FindAsync(vraag, berichtId, ct) is { } bericht
            ? BankberichtView.Of(bericht, await signalen.ReadAsync(vraag, [berichtId], ct))
            : Uitkomst<BankberichtView>.Niet(Problems.BankberichtOnbekend, "geen-bankbericht");
}
