using Inburgering.Gateway.Access;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Koppelingen;
using Inburgering.Gateway.Storage.Synchronisaties;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Synchronisaties;

/// <summary>What runs by itself, and its runs: numbers, nobody is in them.</summary>
internal sealed class LeesSynchronisaties(
    AccessDesk desk, Synchronisatieblik blik, Uitvoeringblik uitvoeringen, Verbindingblik verbindingen, SynchronisatieLezer lezer, SynchronisatieHistorie historie, Cursors cursors, Verwerking verwerking)
{
    private const int PerPagina = 50;

    public async Task<Uitkomst<SynchronisatiesView>> AlleAsync(Caller caller, Synchronisatiefilter filter, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } vraag)
        {
            return Uitkomst<SynchronisatiesView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var alle = await blik.AlleAsync(vraag, ct);
        return new SynchronisatiesView([.. alle.Where(filter.Past)], alle.Count, alle.Count(s => s.ActieNodig), await verbindingen.AlleAsync(vraag, ct));
    }

    public async Task<Uitkomst<SynchronisatieView>> OneAsync(Caller caller, Guid synchronisatieId, CancellationToken ct) => desk.AskBeheer(caller) is { } vraag
        ? Of(await blik.OneAsync(vraag, synchronisatieId, ct), Problems.SynchronisatieOnbekend)
        : Uitkomst<SynchronisatieView>.Niet(Problems.For(desk.Refusal), string.Empty);

    public async Task<Uitkomst<UitvoeringView>> UitvoeringAsync(Caller caller, Guid synchronisatieId, Guid uitvoeringId, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } vraag)
        {
            return Uitkomst<UitvoeringView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var uitvoering = await lezer.OneAsync(caller.Gemeentecode, synchronisatieId, uitvoeringId, ct);
        return Of(uitvoering is null ? null : await uitvoeringen.OfAsync(vraag, uitvoering, await lezer.GewoonlijkAsync(vraag, ct), ct), Problems.UitvoeringOnbekend);
    }

    /// <summary>A run after something was done with it, as it may be read; what was decided and written stays as it was.</summary>
    public async Task<Uitkomst<UitvoeringView>> NaAsync(Caller caller, Uitkomst<Uitvoering> gedaan, CancellationToken ct) => gedaan.Waarde is { } uitvoering
        ? await UitvoeringAsync(caller, uitvoering.SynchronisatieId, uitvoering.UitvoeringId, ct)
        : Uitkomst<UitvoeringView>.Niet(gedaan.Probleem!, gedaan.Reden ?? string.Empty, gedaan.Fouten);

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
            return Uitkomst<UitvoeringenView>.Niet(Problems.OngeldigeInvoer, string.Empty, [Cursors.Vreemd]);
        }

        var gevonden = await lezer.LeesAsync(vraag, synchronisatieId, na, PerPagina + 1, ct);
        var pagina = await uitvoeringen.OfAsync(vraag, [.. gevonden.Take(PerPagina)], await lezer.GewoonlijkAsync(vraag, ct), ct);
        return new UitvoeringenView(
            pagina, await historie.TelAsync(vraag, synchronisatieId, ct), gevonden.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].BegonnenOp, pagina[^1].UitvoeringId)) : null);
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

/// <summary>Which of them; null: that does not matter.</summary>
internal sealed record Synchronisatiefilter(string? Partner = null, string? Status = null, bool ActieNodig = false)
{
    public bool Past(SynchronisatieView view) => (Partner ?? view.Partner) == view.Partner && (Status ?? view.Status) == view.Status && (!ActieNodig || view.ActieNodig);
}
