using System.Globalization;
using System.Xml.Linq;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>What a statement and an advice have alike: an account, and entries that are read one by one.</summary>
/// <param name="naam">Name of one of them in its message.</param>
internal sealed class Rekeninglezer(Isobestand bestand, string naam)
{
    private const string Post = "Ntry";

    private readonly List<Rekeningdeel> delen = [];

    /// <summary>The bank's MsgId.</summary>
    public string BerichtId { get; private set; } = string.Empty;

    public IReadOnlyList<Rekeningdeel> Lees()
    {
        bestand.Binnen(_ => bestand.Binnen(Lees));
        return delen;
    }

    private void Lees(string element)
    {
        bestand.Plaats = $"/{element}";
        if (element == naam)
        {
            delen.Add(Deel(string.Create(CultureInfo.InvariantCulture, $"/{naam}/{delen.Count + 1}")));
        }
        else if (element == "GrpHdr")
        {
            BerichtId = new Isodeel(bestand.Neem(), bestand.Plaats, bestand.Fouten).Tekst("MsgId") ?? string.Empty;
        }
        else
        {
            bestand.SlaOver();
        }
    }

    private Rekeningdeel Deel(string plaats)
    {
        var kop = new List<XElement>();
        var posten = new List<Bankpost>();
        bestand.Binnen(element =>
        {
            bestand.Plaats = element == Post ? string.Create(CultureInfo.InvariantCulture, $"{plaats}/{Post}/{posten.Count + 1}") : $"{plaats}/{element}";
            if (element == Post)
            {
                posten.Add(Postlezer.Lees(new Isodeel(bestand.Neem(), bestand.Plaats, bestand.Fouten), posten.Count + 1));
            }
            else
            {
                kop.Add(bestand.Neem());
            }
        });
        var deel = Iso.Samen(naam, kop, plaats, bestand.Fouten);
        EigenNamen(deel, posten);
        return new Rekeningdeel(deel, Rekening(deel), deel.Tekst("Id") ?? string.Empty, posten);
    }

    private static Iban Rekening(Isodeel deel)
    {
        if (deel.Tekst("Acct", "Ccy") is { } valuta && valuta != Isobericht.Euro)
        {
            deel.Twijfel("De rekening is niet in euro.");
        }

        return Iban.TryParse(deel.Tekst("Acct", "Id", "IBAN"), out var iban) ? iban : deel.Twijfel<Iban>("De rekening is geen IBAN.");
    }

    /// <summary>Two entries under one reference would be one entry to who books them.</summary>
    private static void EigenNamen(Isodeel deel, IReadOnlyList<Bankpost> posten)
    {
        if (posten.Where(post => post.Referentie is not null).GroupBy(post => post.Referentie, StringComparer.Ordinal).Any(groep => groep.Skip(1).Any()))
        {
            deel.Twijfel("Twee posten hebben dezelfde referentie.");
        }
    }
}

/// <summary>A statement or an advice without what only one of them has.</summary>
/// <param name="Deel">All but its entries.</param>
internal sealed record Rekeningdeel(Isodeel Deel, Iban Rekening, string Id, IReadOnlyList<Bankpost> Posten);
