using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Meldingen;
using Inburgering.Gateway.Storage.Model;

namespace Inburgering.Gateway.Features.Meldingen;

/// <summary>The outbox for who looks after it: what went, what waits, what failed and what to do.</summary>
internal sealed class LeesMeldingen(AccessDesk desk, MeldingLezer lezer, Beleid beleid, Cursors cursors)
{
    private const int PerPagina = 50;

    /// <summary>Null: this caller may not.</summary>
    /// <param name="cursor">Of the page before; null: the first page.</param>
    public async Task<MeldingenOverzicht?> HandleAsync(Caller caller, Meldingstand stand, string? cursor, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } question)
        {
            return null;
        }

        var filter = Filter(stand);
        string[] gebonden = [caller.Id, caller.Gemeentecode, "meldingen", $"{filter}"];
        var na = cursor is null ? null : Cursors.Plaats(cursors.Open(gebonden, cursor));
        var regels = await lezer.LeesAsync(question, filter, na, PerPagina + 1, ct);
        var pagina = regels.Take(PerPagina).ToArray();
        return new MeldingenOverzicht(
            [.. pagina.Select(Of)],
            Of(await lezer.TelAsync(question, filter, ct)),
            na is null,
            regels.Count > PerPagina ? cursors.Maak(gebonden, Cursors.Plaats(pagina[^1].GemaaktOp, pagina[^1].MeldingId)) : null);
    }

    /// <summary>How many wait for a person, for the start page; null: this caller may not.</summary>
    public async Task<Meldingaantallen?> TelAsync(Caller caller, CancellationToken ct) =>
        desk.AskBeheer(caller) is { } question ? Of(await lezer.TelAsync(question, Filter(Meldingstand.Alle), ct)) : null;

    private static Meldingaantallen Of(MeldingTelling telling) => new(telling.Alle, telling.ActieNodig, telling.Herhaald, telling.Gevonden);

    private static MeldingFilter Filter(Meldingstand stand) => stand switch
    {
        Meldingstand.Alle => new MeldingFilter(null, false),
        Meldingstand.Actie => new MeldingFilter(null, true),
        Meldingstand.Wacht => new MeldingFilter(Meldingstatus.Wacht, false),
        Meldingstand.Bevestigd => new MeldingFilter(Meldingstatus.Bevestigd, false),
        Meldingstand.Afgerond => new MeldingFilter(Meldingstatus.Afgerond, false),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Meldingvermelding Of(MeldingRegel regel)
    {
        var (stand, ernst) = Meldingwoorden.Stand(regel.Status, regel.Pogingen);
        return new Meldingvermelding
        {
            MeldingId = regel.MeldingId,
            Soort = Meldingwoorden.Soort(regel.Soort),
            Ontvanger = beleid.Bestemmingen.TryGetValue(regel.Partner, out var partner) ? partner.Naam : regel.Partner,
            Stand = stand,
            Ernst = ernst,
            Uitleg = Meldingwoorden.Reden(regel.Reden),
            GemaaktOp = regel.GemaaktOp,
            VolgendePoging = regel.VolgendePoging,
        };
    }
}

/// <summary>Filter in words.</summary>
internal enum Meldingstand
{
    Alle,
    Actie,
    Wacht,
    Bevestigd,
    Afgerond,
}

/// <summary>One page.</summary>
/// <param name="Volgende">Cursor; null on the last page.</param>
internal sealed record MeldingenOverzicht(IReadOnlyList<Meldingvermelding> Meldingen, Meldingaantallen Telling, bool EerstePagina, string? Volgende);

/// <summary>Numbers of the gemeente.</summary>
/// <param name="ActieNodig">Refused, or waiting for a person.</param>
/// <param name="Herhaald">Tried again by itself.</param>
/// <param name="Gevonden">By the filter.</param>
internal sealed record Meldingaantallen(long Alle, long ActieNodig, long Herhaald, long Gevonden);

/// <summary>One melding in a list, in words.</summary>
internal sealed record Meldingvermelding
{
    public required Guid MeldingId { get; init; }

    public required string Soort { get; init; }

    public required string Ontvanger { get; init; }

    public required string Stand { get; init; }

    public required Ernst Ernst { get; init; }

    /// <summary>What is wrong and what to do; null when nothing is.</summary>
    public required Uitleg? Uitleg { get; init; }

    public required DateTimeOffset GemaaktOp { get; init; }

    /// <summary>System clock.</summary>
    public required DateTimeOffset? VolgendePoging { get; init; }
}
