using System.Globalization;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Berichten;
using Inburgering.Gateway.Storage.Afkeuringen;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Afkeuringen;

/// <summary>What was rejected, oldest first, for who looks after the exchange: reasons and numbers, nobody is in it.</summary>
internal sealed class LeesAfkeuringen(
    AccessDesk desk, AfkeuringLezer lezer, IGebeurteniskennis kennis, Beleid beleid, Cursors cursors, Verwerking verwerking, [FromKeyedServices(Klok.Zaak)] TimeProvider zaakklok)
{
    private const int PerPagina = 50;
    private const int OudsteDagen = 3650;

    /// <summary>Who delivers.</summary>
    public IReadOnlyList<Keuze> Partners => [.. beleid.Partners.Values.Where(p => p.Levert is not null).Select(p => new Keuze(p.Partnertype, p.Naam))];

    public async Task<Uitkomst<AfkeuringenView>> AlleAsync(Caller caller, AfkeurVraag vraag, CancellationToken ct)
    {
        if (desk.AskBeheer(caller) is not { } question)
        {
            return Uitkomst<AfkeuringenView>.Niet(Problems.For(desk.Refusal), string.Empty);
        }

        var filter = Filter(vraag);
        string[] gebonden = [caller.Id, caller.Gemeentecode, "afkeuringen", vraag.Partner ?? string.Empty, vraag.Reden ?? string.Empty, vraag.Beurt ?? string.Empty, $"{vraag.OuderDan}"];
        var na = vraag.Cursor is null ? 0L : Plaats(cursors.Open(gebonden, vraag.Cursor));
        InvoerFout[] fouten = [.. Fouten(vraag), .. na is null ? [Cursors.Vreemd] : (InvoerFout[])[]];
        if (fouten.Length > 0)
        {
            verwerking.Besluit = Resultaat.Geweigerd;
            return Uitkomst<AfkeuringenView>.Niet(Problems.OngeldigeInvoer, string.Empty, fouten);
        }

        var telling = await lezer.TelAsync(question, filter, ct);
        var gevonden = await lezer.LeesAsync(question, filter, na!.Value, PerPagina + 1, ct);
        var pagina = gevonden.Take(PerPagina).ToArray();
        return new AfkeuringenView(
            [.. pagina.Select(Of)], telling.Gevonden, gevonden.Count > PerPagina ? cursors.Maak(gebonden, pagina[^1].Volgnummer.ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>How many are open in all; null: this caller may not.</summary>
    public async Task<long?> TelAsync(Caller caller, CancellationToken ct) =>
        desk.AskBeheer(caller) is { } question ? (await lezer.TelAsync(question, Afkeurregels.Filter(null, null, null, null), ct)).Alle : null;

    /// <summary>As it stands, in words.</summary>
    public AfkeuringView Of(Afkeuring afkeuring)
    {
        var (regel, uitleg) = (Afkeurregels.Van(afkeuring.Reden), Berichtwoorden.Reden(afkeuring.Reden)!);
        var beletsel = Herhaalbaarheid.Beletsel(afkeuring, kennis);
        return new AfkeuringView
        {
            AfkeuringId = afkeuring.AfkeuringId,
            Partner = afkeuring.Partner,
            Code = afkeuring.Code,
            Betekenis = kennis.Betekenis(afkeuring.Partner, afkeuring.Code) ?? Berichtwoorden.Gebeurtenis(afkeuring.Code),
            Redencode = afkeuring.Reden,
            Reden = uitleg.Wat,
            Doen = uitleg.Doen,
            Regel = regel.Regel,
            Veld = regel.Veld,
            Status = Afkeurwoorden.Stand(afkeuring.Stand),
            Beurt = Afkeurregels.Beurt(afkeuring),
            OntvangenOp = afkeuring.OntvangenOp,
            Pogingen = afkeuring.Pogingen,
            LaatstePoging = afkeuring.Pogingen > 0 ? afkeuring.LaatstePoging : null,
            KanOpnieuw = beletsel is null,
            WaaromNiet = beletsel is null ? null : Afkeurwoorden.Waarom(beletsel),
            HerhalingId = afkeuring.HerhalingId,
            Besluit = afkeuring.Besluit is { } b ? new AfkeurbesluitView(b.Soort, b.Op, b.Door, b.Reden) : null,
            TraceId = afkeuring.TraceId,
        };
    }

    private AfkeurFilter Filter(AfkeurVraag vraag) => Afkeurregels.Filter(
        vraag.Partner, vraag.Reden, vraag.Beurt, vraag.OuderDan is { } dagen and >= 0 and <= OudsteDagen ? zaakklok.GetUtcNow().AddDays(-dagen) : null);

    private IEnumerable<InvoerFout> Fouten(AfkeurVraag vraag)
    {
        if (vraag.Partner is { } partner && !beleid.Partners.ContainsKey(partner))
        {
            yield return new InvoerFout("Deze partner kennen wij niet.", Parameter: "partner");
        }

        if (vraag.Reden is { } reden && !Afkeurregels.Redenen.Contains(reden))
        {
            yield return new InvoerFout("Deze reden kennen wij niet.", Parameter: "reden");
        }

        if (vraag.Beurt is { } beurt && !Afkeurregels.Beurten.Contains(beurt))
        {
            yield return new InvoerFout("Kies wij, partner of niemand.", Parameter: "beurt");
        }

        if (vraag.OuderDan is < 0 or > OudsteDagen)
        {
            yield return new InvoerFout("Kies 0 tot en met 3650 dagen.", Parameter: "ouderDan");
        }
    }

    private static long? Plaats(string? tekst) => tekst is null ? null : long.Parse(tekst, CultureInfo.InvariantCulture);
}

/// <summary>Which rejections; null: all.</summary>
/// <param name="Partner">Key.</param>
/// <param name="Reden">Code.</param>
/// <param name="Beurt">wij, partner or niemand.</param>
/// <param name="OuderDan">Days since it was received.</param>
/// <param name="Cursor">Of the page before; null: the first page.</param>
internal sealed record AfkeurVraag(string? Partner, string? Reden, string? Beurt, int? OuderDan, string? Cursor);
