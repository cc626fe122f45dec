using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Door;
using Inburgering.Gateway.Features.Partnerblik;
using Inburgering.Gateway.Verwerkingslog;

namespace Inburgering.Gateway.Features.Inzageverzoeken;

/// <summary>The export as one page that needs nothing else: B1 Dutch, readable with a screen reader, on paper and on a phone.</summary>
internal sealed class InzageHtml(InzageExport export) : IResult, IVerantwoord
{
    public const string MediaType = "text/html";

    private const string Stijl = """
        body{font:1rem/1.5 system-ui,"Noto Sans",Arial,sans-serif;color:#1b1b1b;background:#fff;max-width:60rem;margin:0 auto;padding:1rem}
        h1,h2,h3{line-height:1.25}table{border-collapse:collapse;width:100%;margin-block:1rem}caption{text-align:start;font-weight:bold}
        th,td{border:1px solid #6b7682;padding:.4rem .6rem;text-align:start;vertical-align:top;overflow-wrap:anywhere}
        .breed{overflow-x:auto}@media print{body{max-width:none}h2{break-after:avoid}tr{break-inside:avoid}}
        """;

    private static readonly CultureInfo Nederlands = CultureInfo.GetCultureInfo("nl-NL");

    private readonly StringBuilder html = new();

    public IReadOnlyList<string> GeleverdeVelden() => export.GeleverdeVelden();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = "attachment; filename=\"inzage.html\"";
        await httpContext.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Text()), httpContext.RequestAborted);
    }

    private string Text()
    {
        html.Append("<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Uw gegevens bij ")
            .Append(Safe(export.Gemeente)).Append("</title><style>").Append(Stijl).Append("</style></head><body><main>");
        Element("h1", $"Uw gegevens bij gemeente {export.Gemeente}");
        Element("p", $"U vroeg welke gegevens wij over u hebben voor uw inburgering. Dit is het antwoord, van {Moment(export.GemaaktOp)}.");
        Element("p", "Hieronder leest u: welke gegevens wij hebben, van wie die komen, waarvoor wij ze gebruiken, wie ze mag zien en hoe lang wij ze bewaren. Daarna ziet u wie uw gegevens heeft bekeken.");
        Gegevens();
        Ontbrekend();
        Partners();
        Gebruik();
        Rechten();
        return html.Append("</main></body></html>\n").ToString();
    }

    private void Gegevens()
    {
        Element("h2", "Uw gegevens");
        foreach (var categorie in export.Categorieen)
        {
            Element("h3", categorie.Naam);
            Table($"{categorie.Naam}: wat wij hebben", ["Gegeven", "Wat er staat", "Van wie"], categorie.Bronnen.Select(b => new[]
            {
                b.Naam,
                string.Join(" ", new[] { Waarde(b.Veld, export.Gegevens[categorie.Code][b.Veld]!) }.Concat(b.Anders.Select(a => $"({a.Bron} zegt: {Waarde(b.Veld, a.Waarde)})"))),
                string.Join(", ", b.Bronnen),
            }));
            Element("p", $"Waarvoor: {List(categorie.Waarvoor)}. Waarom dat mag: {List(categorie.Grondslagen)}.");
            Element("p", $"Wie dit mag zien of krijgt, als het nodig is: {List(categorie.Ontvangers)}. Hoe lang wij het bewaren: {categorie.Bewaartermijn}.");
        }
    }

    private void Ontbrekend()
    {
        if (export.NietOpgenomen.Count > 0)
        {
            Element("h2", "Wat niet in dit overzicht staat");
            Table("Gegevens die er wel zijn", ["Gegevens", "Waarom niet hier"], export.NietOpgenomen.Select(n => new[] { n.Naam, n.Reden }));
        }
    }

    private void Partners()
    {
        Element("h2", "Wie voor u werkt");
        Table("Organisaties met een opdracht van de gemeente", ["Organisatie", "Wat", "Van", "Tot"], export.Partners.Select(p => new[] { p.Naam, p.Taak, Dag(p.Van), Dag(p.Tot) }), "Geen organisatie heeft een opdracht.");
        Table("Uw toestemmingen", ["Aan wie", "Waarvoor", "Gegeven op", "Ingetrokken op"], export.Toestemmingen.Select(t => new[] { t.Aan, t.Doel, Dag(t.GegevenOp), Dag(t.IngetrokkenOp) }), "U gaf geen toestemming. Die is vaak ook niet nodig: de wet zegt wat de gemeente mag.");
        Table("Wat u eerder vroeg", ["Soort", "Waarover", "Op", "Tot"], export.Verzoeken.Select(v => new[] { v.Soort, v.Waarover, Dag(v.Op), Dag(v.Tot) }), "U vroeg niet eerder iets over uw gegevens.");
    }

    private void Gebruik()
    {
        Element("h2", "Wie uw gegevens heeft bekeken");
        Element("p", "Wij leggen vast wie uw gegevens bekijkt, krijgt of brengt. U ziet de organisatie en de rol. Namen van medewerkers staan er niet bij; u kunt daar apart om vragen.");
        Table("Gebruik van uw gegevens, nieuwste eerst", ["Dag", "Wie", "Wat", "Waarvoor", "Welke gegevens", "Hoe vaak"], export.Gebruik.Select(g => new[]
        {
            g.Dag.ToString("dd-MM-yyyy", Nederlands),
            $"{g.Organisatie}, {g.Rol.ToLower(Nederlands)}",
            $"{g.Wat}{(g.Aan is null ? string.Empty : $" (aan {g.Aan})")}{(g.Toegestaan ? string.Empty : ". Dat mocht niet of lukte niet; er is niets getoond")}",
            g.Waarvoor,
            g.Gegevens.Count == 0 ? "geen" : string.Join(", ", g.Gegevens),
            g.Aantal.ToString(Nederlands),
        }), "Nog niemand gebruikte uw gegevens.");
    }

    private void Rechten()
    {
        Element("h2", "Klopt er iets niet?");
        Element("p", "U kunt de gemeente vragen om gegevens te verbeteren, te verwijderen of even niet te gebruiken. U kunt ook bezwaar maken tegen het gebruik. De gemeente antwoordt binnen een maand.");
        Element("p", "Bent u het niet eens met het antwoord? Dan kunt u klagen bij de Autoriteit Persoonsgegevens.");
    }

    /// <summary>A number of the person is covered: on paper it serves nobody, and the person knows it.</summary>
    private static string Waarde(string veld, JsonNode waarde) => veld is "bsn" or "vNummer" ? Masker.Van(veld, waarde) : Masker.Open(waarde);

    private void Table(string bijschrift, string[] koppen, IEnumerable<string[]> rijen, string? leeg = null)
    {
        var alle = rijen.ToArray();
        if (alle.Length == 0)
        {
            Element("h3", bijschrift);
            Element("p", leeg ?? "Niets.");
            return;
        }

        html.Append("<div class=\"breed\" tabindex=\"0\" role=\"region\" aria-label=\"").Append(Safe(bijschrift)).Append("\"><table><caption>").Append(Safe(bijschrift)).Append("</caption><thead><tr>");
        foreach (var kop in koppen)
        {
            html.Append("<th scope=\"col\">").Append(Safe(kop)).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var rij in alle)
        {
            html.Append("<tr><th scope=\"row\">").Append(Safe(rij[0])).Append("</th>");
            foreach (var cel in rij.Skip(1))
            {
                html.Append("<td>").Append(Safe(cel)).Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>\n");
    }

    private void Element(string naam, string tekst) => html.Append('<').Append(naam).Append('>').Append(Safe(tekst)).Append("</").Append(naam).Append(">\n");

    private static string List(IReadOnlyList<string> delen) => delen.Count == 0 ? "niemand" : string.Join("; ", delen);

    private static string Dag(DateTimeOffset? moment) => moment is { } m ? TimeZoneInfo.ConvertTime(m, Klok.Nederland).ToString("dd-MM-yyyy", Nederlands) : "nog niet";

    private static string Moment(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Klok.Nederland).ToString("d MMMM yyyy", Nederlands);

    private static string Safe(string tekst) => HtmlEncoder.Default.Encode(tekst);
}
