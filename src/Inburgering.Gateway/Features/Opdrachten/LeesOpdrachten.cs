using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage;

namespace Inburgering.Gateway.Features.Opdrachten;

/// <summary>What the gemeente gave its partners to do for one person.</summary>
internal sealed class LeesOpdrachten(Regie regie, OpdrachtLezer opdrachten, Partnerrecht recht, Cursors cursors)
{
    private const int PerPagina = 50;

    private static readonly InvoerFout VreemdeCursor = new("Deze cursor hoort niet bij deze vraag.", Parameter: "cursor");

    /// <summary>One page.</summary>
    /// <param name="cursor">From the page before; null: the first.</param>
    public async Task<Uitkomst<OpdrachtenView>> ListAsync(Caller caller, Guid dossierId, string? cursor, CancellationToken ct)
    {
        if (await regie.OpenAsync(caller, dossierId, ct) is not { } dossier)
        {
            return Uitkomst<OpdrachtenView>.Niet(regie.Weigering, string.Empty);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "opdrachten", $"{dossier.DossierId}"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            return Uitkomst<OpdrachtenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [VreemdeCursor]);
        }

        var gevonden = await opdrachten.ListAsync(dossier, na, PerPagina + 1, ct);
        var pagina = gevonden.Take(PerPagina).Select(o => OpdrachtView.Of(o, caller.Gemeentecode, recht)).ToArray();
        return new OpdrachtenView(pagina, gevonden.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].Van, pagina[^1].OpdrachtId)) : null);
    }

    /// <summary>One assignment.</summary>
    public async Task<Uitkomst<OpdrachtView>> ReadAsync(Caller caller, Guid opdrachtId, CancellationToken ct) =>
        await regie.OpenOpdrachtAsync(caller, opdrachtId, ct) is { } dossier && await opdrachten.ReadAsync(dossier, opdrachtId, ct) is { } opdracht
            ? OpdrachtView.Of(opdracht, caller.Gemeentecode, recht)
            : Uitkomst<OpdrachtView>.Niet(regie.WeigeringOf(Problems.OpdrachtOnbekend), string.Empty);
}
