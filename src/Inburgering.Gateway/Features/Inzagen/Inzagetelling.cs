using Inburgering.Gateway.Storage.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzagen;

/// <summary>What a page about one dossier shows beside its lines: numbers, and the lines put together by day.</summary>
internal sealed class Inzagetelling(LogTelling telling, LogGroepen groepen)
{
    public async Task<Overzicht> OverzichtAsync(string gemeentecode, Guid dossierId, InzagenVraag vraag, CancellationToken ct)
    {
        var gefilterd = telling.ReadAsync(gemeentecode, vraag.Filter(dossierId), ct);
        var alles = telling.ReadAsync(gemeentecode, new InzagenVraag { Periode = vraag.Periode }.Filter(dossierId), ct);
        return Overzicht.Of(await alles, (await gefilterd).Sum(t => t.Aantal));
    }

    public async Task<IReadOnlyList<Inzagegroep>> GroepenAsync(string gemeentecode, LogFilter filter, CancellationToken ct) =>
        Inzagegroep.Of(await groepen.ReadAsync(gemeentecode, filter, Inzagegroep.Meest, ct));
}
