using Inburgering.Gateway.Access;
using Inburgering.Gateway.Features.Inzagen;
using Inburgering.Gateway.Storage.Sleutels;
using Inburgering.Gateway.Storage.Verwerkingslog;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Logboek;

/// <summary>The log as LDV's extension Lezen gives it: of one gemeente, for who reviews its use. The question itself is decided and logged.</summary>
internal sealed class ZoekLogboek(AccessDesk desk, Logboekbron bron, LdvVorm vorm, Lijstregels lijst, Cursors cursors)
{
    public async Task<LogboekUitkomst> HandleAsync(Caller caller, Logboekvraag vraag, string? cursor, CancellationToken ct)
    {
        if (desk.AskToezicht(caller) is not { } question)
        {
            return new LogboekUitkomst.Geweigerd(desk.Refusal);
        }

        string[] gebonden = [caller.Id, caller.Gemeentecode, "logboek", question.Doel, $"{vraag}"];
        var na = cursor is null ? null : LeesInzagen.Plaats(cursors.Open(gebonden, cursor));
        if (cursor is not null && na is null)
        {
            return new LogboekUitkomst.OnbekendeCursor();
        }

        var (pagina, personen) = await bron.ReadAsync(caller, vraag, na, ct);
        var antwoord = new ProcessingActivities([.. pagina.Regels.Select(r => vorm.Of(r.Regel, Logboekbron.Persoon(r.Regel, personen)))]);
        await lijst.LegVastAsync([.. personen.Keys], antwoord.GeleverdeVelden(), ct);
        return new LogboekUitkomst.Pagina(antwoord, pagina.Volgende is { } plaats ? cursors.Maak(gebonden, LeesInzagen.Tekst(plaats)) : null);
    }
}

/// <summary>The lines of a question, and who they are about.</summary>
internal sealed class Logboekbron(LogLezer log, PersoonLezer personen, Kluis kluis, Verwerking verwerking, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    public DateTimeOffset Nu => zaakklok.GetUtcNow();

    public async Task<(LogPagina Pagina, IReadOnlyDictionary<Guid, Persoon> Personen)> ReadAsync(Caller caller, Logboekvraag vraag, LogPlaats? na, CancellationToken ct)
    {
        var gemeente = caller.Gemeentecode;
        var (van, tot) = vraag.Periode(Nu);
        var filter = new LogFilter
        {
            TraceId = vraag.Trace,
            Verwerkingsactiviteit = vraag.Activiteit,
            Van = van,
            Tot = tot,
            Persoon = Betreft(gemeente, vraag) is { } pseudoniem ? new LogPersoon(pseudoniem, await personen.DossiersAsync(gemeente, pseudoniem, ct)) : null,
        };
        var pagina = await log.ReadAsync(gemeente, filter, na, ct);
        return (pagina, await personen.OfAsync(gemeente, [.. pagina.Regels.Select(r => r.Regel.Betrokkene?.DossierId).OfType<Guid>().Distinct()], ct));
    }

    /// <summary>One pseudonym per person: that of the dossier; without one that of the number that was asked.</summary>
    public static Persoon? Persoon(Logregel regel, IReadOnlyDictionary<Guid, Persoon> personen) => regel.Betrokkene switch
    {
        { DossierId: { } dossierId } => personen[dossierId],
        { Pseudoniem: { } pseudoniem, Type: var type } => new Persoon(pseudoniem, type),
        _ => null,
    };

    /// <summary>Whom the question is about; the line of the question says so too.</summary>
    private string? Betreft(string gemeente, Logboekvraag vraag)
    {
        (string Pseudoniem, string Type)? persoon = vraag switch
        {
            { Bsn: { } bsn } => kluis.Pseudoniem(gemeente, bsn),
            { VNummer: { } nummer } => kluis.Pseudoniem(gemeente, nummer),
            { Pseudoniem: { } pseudoniem } => (pseudoniem, vraag.DataSubjectIdType ?? "pseudoniem"),
            _ => null,
        };
        verwerking.Betrokkene = persoon is { } p ? new Betrokkene(p.Pseudoniem, p.Type, null) : null;
        return persoon?.Pseudoniem;
    }
}

/// <summary>How a question to the log ended.</summary>
internal abstract record LogboekUitkomst
{
    private LogboekUitkomst()
    {
    }

    /// <param name="Volgende">Cursor; null on the last page.</param>
    public sealed record Pagina(ProcessingActivities Antwoord, string? Volgende) : LogboekUitkomst;

    public sealed record Geweigerd(Refusal Refusal) : LogboekUitkomst;

    /// <summary>The cursor was made for another caller or question.</summary>
    public sealed record OnbekendeCursor : LogboekUitkomst;
}
