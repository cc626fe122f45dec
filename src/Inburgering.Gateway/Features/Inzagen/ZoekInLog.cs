using Inburgering.Gateway.Access;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>The log of the whole gemeente, for who reviews its use.</summary>
internal sealed class ZoekInLog(AccessDesk desk, LogLezer log, Cursors cursors, Verwerking verwerking)
{
    /// <summary>Counted no further: beyond it a number says nothing more.</summary>
    public const int MeestGeteld = 10_001;

    /// <summary>Days one question may span.</summary>
    public const int MeesteDagen = 92;

    public async Task<InzagenUitkomst> HandleAsync(Caller caller, InzagenVraag vraag, CancellationToken ct)
    {
        if (desk.AskToezicht(caller) is not { } question)
        {
            return new InzagenUitkomst.Geweigerd(desk.Refusal);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "log", question.Doel, $"{vraag with { Cursor = null }}"];
        var na = vraag.Cursor is null ? null : LeesInzagen.Plaats(cursors.Open(gebonden, vraag.Cursor));
        if (vraag.Cursor is not null && na is null)
        {
            return new InzagenUitkomst.OnbekendeCursor();
        }

        var pagina = await log.ReadAsync(caller.Gemeentecode, vraag.Filter(null), na, ct);
        verwerking.Aantal = pagina.Regels.Select(r => r.Regel.Betrokkene?.DossierId).Distinct().Count(id => id is not null);
        return new InzagenUitkomst.Pagina(new Inzagenpagina
        {
            DossierId = null,
            Periode = vraag.Periode,
            Regels = [.. pagina.Regels.Select(r => Inzage.Of(r, metActor: true))],
            EerstePagina = na is null,
            Volgende = pagina.Volgende is { } plaats ? cursors.Maak(gebonden, LeesInzagen.Tekst(plaats)) : null,
        });
    }

    /// <summary>How many lines there are, at most <see cref="MeestGeteld"/>.</summary>
    public Task<long> TelAsync(Caller caller, InzagenVraag vraag, CancellationToken ct) =>
        log.CountAsync(caller.Gemeentecode, vraag.Filter(null), MeestGeteld, ct);
}
