using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>Who looked at one dossier, who delivered, who received, who was refused.</summary>
internal sealed class LeesInzagen(AccessDesk desk, GatewayDb db, LogLezer log, Inzagetelling telling, Cursors cursors)
{
    private const string Regie = "regie-voeren";

    private static readonly string[] Doelen = [Regie, AccessDesk.Toezicht];

    /// <summary>Reads one page.</summary>
    /// <param name="dossierId">As this caller names it.</param>
    /// <param name="doel">regie-voeren or toezicht-gebruik.</param>
    public async Task<InzagenUitkomst> HandleAsync(Caller caller, Guid dossierId, string? doel, InzagenVraag vraag, CancellationToken ct)
    {
        if (desk.Ask(caller, doel, alleenRelatie: true, Doelen) is not { } question)
        {
            return new InzagenUitkomst.Geweigerd(desk.Refusal);
        }

        var facts = await db.ReadAsync(question, dossierId, ct);
        if (desk.Decide(question, facts) is not { } granted)
        {
            return new InzagenUitkomst.Geweigerd(desk.Refusal);
        }

        var toezicht = question.Doel == AccessDesk.Toezicht;
        var filter = vraag.Filter(granted.DossierId, toezicht);
        string[] gebonden = [caller.Id, caller.Gemeentecode, "inzagen", question.Doel, $"{granted.DossierId}", $"{vraag with { Cursor = null }}"];
        if (!Plaats(gebonden, vraag.Cursor, out var na))
        {
            return new InzagenUitkomst.OnbekendeCursor();
        }

        var pagina = await log.ReadAsync(caller.Gemeentecode, filter, na, ct);
        return new InzagenUitkomst.Pagina(new Inzagenpagina
        {
            DossierId = dossierId,
            Periode = vraag.Periode,
            Regels = [.. pagina.Regels.Select(r => Inzage.Of(r, metActor: toezicht))],
            Groepen = na is null ? await telling.GroepenAsync(caller.Gemeentecode, filter, ct) : [],
            EerstePagina = na is null,
            Volgende = pagina.Volgende is { } plaats ? cursors.Maak(gebonden, Tekst(plaats)) : null,
        });
    }

    /// <summary>Counts of the dossier's whole period for whoever just read a page of it; the tabs do not narrow them.</summary>
    public Task<Overzicht> TelAsync(Caller caller, Guid dossierId, InzagenVraag vraag, CancellationToken ct) => telling.OverzichtAsync(caller.Gemeentecode, dossierId, vraag, ct);

    internal static string Tekst(LogPlaats plaats) =>
        string.Create(CultureInfo.InvariantCulture, $"{plaats.Tijdstip.UtcTicks} {plaats.Registratie.UtcTicks} {plaats.Seq} {plaats.Slot}");

    internal static LogPlaats? Plaats(string? tekst)
    {
        var delen = tekst?.Split(' ').Select(d => long.Parse(d, CultureInfo.InvariantCulture)).ToArray();
        return delen is [var tijdstip, var registratie, var seq, var slot]
            ? new LogPlaats(new DateTimeOffset(tijdstip, TimeSpan.Zero), new DateTimeOffset(registratie, TimeSpan.Zero), seq, (int)slot)
            : null;
    }

    private bool Plaats(string[] gebonden, string? cursor, out LogPlaats? na)
    {
        na = cursor is null ? null : Plaats(cursors.Open(gebonden, cursor));
        return cursor is null || na is not null;
    }
}

/// <summary>How a question about the log ended.</summary>
internal abstract record InzagenUitkomst
{
    private InzagenUitkomst()
    {
    }

    public sealed record Pagina(Inzagenpagina Inhoud) : InzagenUitkomst;

    public sealed record Geweigerd(Refusal Refusal) : InzagenUitkomst;

    /// <summary>The number names no dossier of this gemeente.</summary>
    public sealed record OnbekendDossier : InzagenUitkomst;

    /// <summary>Not a BSN, V-nummer or dossier id.</summary>
    public sealed record GeenNummer : InzagenUitkomst;

    /// <summary>The cursor was made for another caller, dossier or filter.</summary>
    public sealed record OnbekendeCursor : InzagenUitkomst;
}
