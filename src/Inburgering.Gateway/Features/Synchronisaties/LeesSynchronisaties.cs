using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>What runs by itself, and its runs: numbers, nobody is in them.</summary>
internal sealed class LeesSynchronisaties(AccessDesk desk, Synchronisatieblik blik, SynchronisatieLezer lezer, Cursors cursors, Verwerking verwerking)
{
    private const int PerPagina = 50;

    private static readonly InvoerFout VreemdeCursor = new("Deze cursor hoort niet bij deze lijst.", Parameter: "cursor");

    public async Task<Uitkomst<SynchronisatiesView>> AlleAsync(Caller caller, CancellationToken ct) => desk.AskBeheer(caller) is { } vraag
        ? new SynchronisatiesView(await blik.AlleAsync(vraag, ct))
        : Uitkomst<SynchronisatiesView>.Niet(Problems.For(desk.Refusal), string.Empty);

    public async Task<Uitkomst<SynchronisatieView>> OneAsync(Caller caller, Guid synchronisatieId, CancellationToken ct) => desk.AskBeheer(caller) is { } vraag
        ? Of(await blik.OneAsync(vraag, synchronisatieId, ct), Problems.SynchronisatieOnbekend)
        : Uitkomst<SynchronisatieView>.Niet(Problems.For(desk.Refusal), string.Empty);

    public async Task<Uitkomst<UitvoeringView>> UitvoeringAsync(Caller caller, Guid synchronisatieId, Guid uitvoeringId, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is null)
        {
            return Uitkomst<UitvoeringView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var uitvoering = await lezer.OneAsync(caller.Gemeentecode, synchronisatieId, uitvoeringId, ct);
        return Of(uitvoering is null ? null : Synchronisatieblik.Of(uitvoering), Problems.UitvoeringOnbekend);
    }

    /// <param name="cursor">Of the page before; null: the first page.</param>
    public async Task<Uitkomst<UitvoeringenView>> UitvoeringenAsync(Caller caller, Guid synchronisatieId, string? cursor, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } vraag)
        {
            return Uitkomst<UitvoeringenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        if (await blik.OneAsync(vraag, synchronisatieId, ct) is null)
        {
            return Of<UitvoeringenView>(null, Problems.SynchronisatieOnbekend);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "uitvoeringen", $"{synchronisatieId}"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<UitvoeringenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [VreemdeCursor]);
        }

        var gevonden = await lezer.LeesAsync(vraag, synchronisatieId, na, PerPagina + 1, ct);
        var pagina = gevonden.Take(PerPagina).Select(Synchronisatieblik.Of).ToArray();
        return new UitvoeringenView(
            pagina, gevonden.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].BegonnenOp, pagina[^1].UitvoeringId)) : null);
    }

    private Uitkomst<T> Of<T>(T? gevonden, Probleem onbekend)
        where T : class
    {
        if (gevonden is not null)
        {
            return gevonden;
        }

        verwerking.Besluit = Resultaat.Geweigerd;
        return Uitkomst<T>.Niet(onbekend, string.Empty);
    }
}
