using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Afstemmingen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afstemmingen;

/// <summary>The rounds of a gemeente: numbers, nobody is in them.</summary>
internal sealed class LeesAfstemmingen(AccessDesk desk, AfstemmingLezer lezer, Cursors cursors, Verwerking verwerking)
{
    private const int PerPagina = 50;

    /// <param name="cursor">Of the page before; null: the first page.</param>
    public async Task<Uitkomst<AfstemmingenView>> ListAsync(Caller caller, string? cursor, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } question)
        {
            return Uitkomst<AfstemmingenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "afstemmingen"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<AfstemmingenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [Cursors.Vreemd]);
        }

        var gevonden = await lezer.LeesAsync(question, na, PerPagina + 1, ct);
        var pagina = gevonden.Take(PerPagina).Select(AfstemmingView.Of).ToArray();
        return new AfstemmingenView(pagina, gevonden.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].BegonnenOp, pagina[^1].AfstemmingId)) : null)
        {
            Alle = await lezer.TelAsync(question, ct),
        };
    }

    /// <summary>One round.</summary>
    public async Task<Uitkomst<AfstemmingView>> ReadAsync(Caller caller, Guid afstemmingId, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is null)
        {
            return Uitkomst<AfstemmingView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await lezer.OneAsync(caller.Gemeentecode, afstemmingId, ct) is { } afstemming)
        {
            return AfstemmingView.Of(afstemming);
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        return Uitkomst<AfstemmingView>.Niet(Problems.AfstemmingOnbekend, string.Empty);
    }
}
