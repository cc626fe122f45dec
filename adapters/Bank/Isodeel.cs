using System.Globalization;
using System.Xml.Linq;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>One part of a message, read element by element; its schema has been looked at already, so what is missing is null and no fault.</summary>
internal sealed class Isodeel(XElement element, string plaats, FaultList fouten)
{
    private readonly XNamespace ruimte = element.Name.Namespace;

    /// <summary>Where it stands in the file, for a fault.</summary>
    public string Plaats => plaats;

    /// <summary>The element itself.</summary>
    public XElement Element => element;

    /// <summary>The text below this path; null when it is not there.</summary>
    public string? Tekst(params ReadOnlySpan<string> pad) => Zoek(pad)?.Value.Trim();

    /// <summary>The first of these that is there.</summary>
    public Isodeel? Deel(params ReadOnlySpan<string> pad) => Zoek(pad) is { } gevonden ? new Isodeel(gevonden, $"{plaats}/{string.Join('/', pad)}", fouten) : null;

    /// <summary>All of this name directly in it, numbered from 1.</summary>
    public IReadOnlyList<Isodeel> Delen(string naam) => [.. element.Elements(ruimte + naam).Select((deel, i) => new Isodeel(deel, Nummer(naam, i + 1), fouten))];

    /// <summary>An amount in euros, at most two decimals; null when it is not there. Another currency or more decimals: null too, and a fault when it has to be right.</summary>
    /// <param name="moet">False: what cannot be used is as if it were not there.</param>
    public Bedrag? Euro(string naam, bool moet = true)
    {
        if (Deel(naam) is not { } deel)
        {
            return null;
        }

        if (deel.Element.Attribute("Ccy")?.Value != Isobericht.Euro)
        {
            return moet ? deel.Twijfel<Bedrag?>("Is niet in euro.") : null;
        }

        return XmlBedrag.Lees(deel.Element.Value) is { } bedrag ? bedrag : deel.Twijfel<Bedrag?>("Is geen bedrag met hoogstens twee decimalen.");
    }

    /// <summary>A day, of a date or of a moment by the bank's own clock; null when it is not there or is none.</summary>
    public DateOnly? Dag(string naam) => (Tekst(naam, "Dt") ?? Tekst(naam, "DtTm")) is { Length: >= 10 } tekst
        && DateOnly.TryParseExact(tekst[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            ? dag
            : null;

    /// <summary>A count; null when it is not there or larger than an int.</summary>
    public int? Aantal(params ReadOnlySpan<string> pad) => int.TryParse(Tekst(pad), NumberStyles.None, CultureInfo.InvariantCulture, out var aantal) ? aantal : null;

    /// <summary>True when it is there and says so.</summary>
    public bool IsWaar(params ReadOnlySpan<string> pad) => Tekst(pad) is "true" or "1";

    /// <summary>A doubt: the file goes to quarantine.</summary>
    public void Twijfel(string detail, string code = "BK-02") => fouten.Add(new BerichtFout(plaats, detail) { Code = code });

    /// <summary>A doubt about a value, in whose place comes one that nobody will see.</summary>
    public T? Twijfel<T>(string detail)
    {
        Twijfel(detail);
        return default;
    }

    private string Nummer(string naam, int nummer) => string.Create(CultureInfo.InvariantCulture, $"{plaats}/{naam}/{nummer}");

    private XElement? Zoek(ReadOnlySpan<string> pad)
    {
        var hier = element;
        foreach (var naam in pad)
        {
            if (hier?.Element(ruimte + naam) is not { } volgende)
            {
                return null;
            }

            hier = volgende;
        }

        return hier;
    }
}
