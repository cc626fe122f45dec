using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Storage.Berichten;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Berichten;

/// <summary>The inbox for who looks after it: what came in, what waits, what failed and what to do.</summary>
internal sealed class LeesBerichten(AccessDesk desk, BerichtLezer lezer, Beleid beleid, Cursors cursors, IGebeurteniskennis kennis)
{
    private const int PerPagina = 50;

    /// <summary>Null: this caller may not.</summary>
    public async Task<BerichtenView?> HandleAsync(Caller caller, BerichtenVraag vraag, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } question)
        {
            return null;
        }

        var filter = Filter(vraag);
        string[] gebonden = [caller.Id, caller.Gemeentecode, "berichten", $"{filter}"];
        var na = vraag.Cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, vraag.Cursor));
        var telling = await lezer.TelAsync(question, filter, ct);
        var regels = await lezer.LeesAsync(question, filter, na, PerPagina + 1, ct);
        var pagina = regels.Take(PerPagina).ToArray();
        return new BerichtenView
        {
            Berichten = [.. pagina.Select(View)],
            Volgende = regels.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].OntvangenOp, pagina[^1].BerichtId)) : null,
            EerstePagina = na is null,
            Alle = telling.Alle,
            Gevonden = telling.Gevonden,
            ActieNodig = telling.Quarantaine,
            WordtHerhaald = telling.Herhaald,
            Laatste = telling.Laatste,
            Partners = [.. beleid.Partners.Values.Where(p => p.Levert is not null).Select(p => new Keuze(p.Partnertype, p.Naam))],
        };
    }

    /// <summary>How many wait for a person, for the start page; null: this caller may not.</summary>
    public async Task<BerichtenTelling?> TelAsync(Caller caller, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } question)
        {
            return null;
        }

        var telling = await lezer.TelAsync(question, new BerichtFilter(null, ActieNodig: false, null), ct);
        return new BerichtenTelling(telling.Alle, telling.Quarantaine, telling.Herhaald);
    }

    private static BerichtFilter Filter(BerichtenVraag vraag) => vraag.Stand switch
    {
        Berichtstand.Alle => new BerichtFilter(null, false, vraag.Partner),
        Berichtstand.Actie => new BerichtFilter(null, true, vraag.Partner),
        Berichtstand.Wacht => new BerichtFilter(Berichtstatus.Ontvangen, false, vraag.Partner),
        Berichtstand.Verwerkt => new BerichtFilter(Berichtstatus.Verwerkt, false, vraag.Partner),
        Berichtstand.ZonderGevolg => new BerichtFilter(Berichtstatus.ZonderGevolg, false, vraag.Partner),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private BerichtView View(BerichtRegel regel)
    {
        var (stand, ernst) = Berichtwoorden.Stand(regel);
        return new BerichtView
        {
            OntvangenOp = regel.OntvangenOp,
            Afzender = beleid.Partners.TryGetValue(regel.Partner, out var partner) ? partner.Naam : regel.Partner,
            Code = regel.Code,
            Betekenis = kennis.Betekenis(regel.Partner, regel.Code) ?? Berichtwoorden.Gebeurtenis(regel.Code),
            Stand = stand,
            Ernst = ernst,
            Uitleg = Berichtwoorden.Reden(regel.Reden),
            Pogingen = regel.Pogingen,
            VolgendePoging = regel.VolgendePoging,
            BerichtId = regel.BerichtId,
            TraceId = regel.TraceId,
        };
    }
}

/// <summary>What the screen asks.</summary>
/// <param name="Partner">Partner type; null: all.</param>
/// <param name="Cursor">Of the page before; null: the first page.</param>
internal sealed record BerichtenVraag(Berichtstand Stand, string? Partner, string? Cursor);

/// <summary>Filter in words.</summary>
internal enum Berichtstand
{
    Alle,
    Actie,
    Wacht,
    Verwerkt,
    ZonderGevolg,
}

/// <summary>Numbers for the start page.</summary>
internal sealed record BerichtenTelling(long Alle, long ActieNodig, long WordtHerhaald);

/// <summary>One page of messages.</summary>
internal sealed record BerichtenView
{
    public required IReadOnlyList<BerichtView> Berichten { get; init; }

    public required string? Volgende { get; init; }

    public required bool EerstePagina { get; init; }

    public required long Alle { get; init; }

    public required long Gevonden { get; init; }

    public required long ActieNodig { get; init; }

    public required long WordtHerhaald { get; init; }

    public required DateTimeOffset? Laatste { get; init; }

    public required IReadOnlyList<Keuze> Partners { get; init; }
}

/// <summary>One message, in words.</summary>
internal sealed record BerichtView
{
    public required DateTimeOffset OntvangenOp { get; init; }

    public required string Afzender { get; init; }

    public required string Code { get; init; }

    public required string Betekenis { get; init; }

    public required string Stand { get; init; }

    public required Ernst Ernst { get; init; }

    /// <summary>What is wrong and what to do; null when nothing is.</summary>
    public required Uitleg? Uitleg { get; init; }

    public required int Pogingen { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset? VolgendePoging { get; init; }

    public required Guid BerichtId { get; init; }

    public required string TraceId { get; init; }
}
