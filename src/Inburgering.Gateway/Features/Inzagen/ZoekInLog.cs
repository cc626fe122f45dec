using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Logboek;
using Inburgering.Gateway.Storage.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>The log of the whole gemeente, or of one dossier found by its number, for who reviews its use.</summary>
internal sealed class ZoekInLog(Logtoegang toegang, LogLezer log, Lijstregels lijst, Cursors cursors)
{
    /// <summary>Counted no further: beyond it a number says nothing more.</summary>
    public const int MeestGeteld = 10_001;

    /// <summary>Days one question may span.</summary>
    public const int MeesteDagen = 92;

    /// <param name="nummer">BSN, V-nummer or dossier id; null: all dossiers.</param>
    /// <param name="tel">Also how many there are, at most <see cref="MeestGeteld"/>.</param>
    public async Task<InzagenUitkomst> HandleAsync(Caller caller, InzagenVraag vraag, string? nummer, bool tel, CancellationToken ct)
    {
        var (niet, dossierId) = await toegang.OpenAsync(caller, nummer, ct);
        if (niet is not null)
        {
            return niet;
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "log", $"{dossierId}", $"{vraag with { Cursor = null }}"];
        var na = vraag.Cursor is null ? null : LeesInzagen.Plaats(cursors.Open(gebonden, vraag.Cursor));
        if (vraag.Cursor is not null && na is null)
        {
            return new InzagenUitkomst.OnbekendeCursor();
        }

        var filter = vraag.Filter(dossierId);
        var pagina = await log.ReadAsync(caller.Gemeentecode, filter, na, ct);
        // before this search itself comes to stand in the log
        long? gevonden = tel ? await log.CountAsync(caller.Gemeentecode, filter, MeestGeteld, ct) : null;
        if (dossierId is null)
        {
            await lijst.LegVastAsync([.. pagina.Regels.Select(r => r.Regel.Betrokkene?.DossierId).OfType<Guid>().Distinct()], pagina.Regels.Count == 0 ? [] : ["LOG.regels"], ct);
        }

        return new InzagenUitkomst.Pagina(new Inzagenpagina
        {
            DossierId = dossierId,
            Periode = vraag.Periode,
            Gevonden = gevonden,
            Regels = [.. pagina.Regels.Select(r => Inzage.Of(r, metActor: true))],
            EerstePagina = na is null,
            Volgende = pagina.Volgende is { } plaats ? cursors.Maak(gebonden, LeesInzagen.Tekst(plaats)) : null,
        });
    }
}
