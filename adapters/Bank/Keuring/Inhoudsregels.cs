using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Keuring;

/// <summary>The rules of payments 2 on every element: nothing but what the bank needs, in its characters, and nothing that says why the gemeente pays or who the person is.</summary>
internal static partial class Inhoudsregels
{
    private const string Bericht = "/Document/CstmrCdtTrfInitn", Kop = $"{Bericht}/GrpHdr", Batch = $"{Bericht}/PmtInf", Opdracht = $"{Batch}/CdtTrfTxInf", Kenmerk = $"{Opdracht}/RmtInf/Strd/CdtrRefInf";

    /// <summary>All that we write, in both versions.</summary>
    private static readonly HashSet<string> Plaatsen = Met(
        $"{Kop}/MsgId", $"{Kop}/CreDtTm", $"{Kop}/NbOfTxs", $"{Kop}/CtrlSum", $"{Kop}/InitgPty/Nm",
        $"{Batch}/PmtInfId", $"{Batch}/PmtMtd", $"{Batch}/BtchBookg", $"{Batch}/NbOfTxs", $"{Batch}/CtrlSum", $"{Batch}/PmtTpInf/SvcLvl/Cd", $"{Batch}/ReqdExctnDt/Dt",
        $"{Batch}/Dbtr/Nm", $"{Batch}/DbtrAcct/Id/IBAN", $"{Batch}/DbtrAgt/FinInstnId/Othr/Id", $"{Batch}/ChrgBr",
        $"{Opdracht}/PmtId/EndToEndId", $"{Opdracht}/Amt/InstdAmt", $"{Opdracht}/Cdtr/Nm", $"{Opdracht}/CdtrAcct/Id/IBAN", $"{Opdracht}/RmtInf/Ustrd",
        $"{Kenmerk}/Tp/CdOrPrtry/Cd", $"{Kenmerk}/Tp/Issr", $"{Kenmerk}/Ref");

    /// <summary>Ids and names: no number of a person belongs in them, whatever it is.</summary>
    private static readonly string[] ZonderNummer = [$"{Kop}/MsgId", $"{Kop}/InitgPty/Nm", $"{Batch}/PmtInfId", $"{Batch}/Dbtr/Nm", $"{Opdracht}/PmtId/EndToEndId", $"{Opdracht}/Cdtr/Nm"];

    public static void Keur(XDocument document, FaultList fouten)
    {
        if (document.DescendantNodes().Any(node => node.NodeType is XmlNodeType.Comment or XmlNodeType.ProcessingInstruction))
        {
            fouten.Add(new BerichtFout(string.Empty, "Heeft commentaar of een opdracht aan de lezer.") { Code = "BB-15" });
        }

        Element(document.Root!, $"/{document.Root!.Name.LocalName}", fouten);
    }

    private static void Element(XElement element, string plaats, FaultList fouten)
    {
        if (!Plaatsen.Contains(plaats) || element.Name.Namespace != element.Document!.Root!.Name.Namespace)
        {
            fouten.Add(Vreemd(element));
            return;
        }

        if (element.Attributes().Any(a => !a.IsNamespaceDeclaration && a.Name != "Ccy"))
        {
            fouten.Add(Fout(element, "Heeft een kenmerk dat hier niet hoort.", "BB-15"));
        }

        foreach (var deel in element.Elements())
        {
            Element(deel, $"{plaats}/{deel.Name.LocalName}", fouten);
        }

        if (!element.HasElements)
        {
            Tekst(element, plaats, fouten);
        }
    }

    /// <summary>Rules 5, 9 and 12 name what must be left out; rule 15 is the rest.</summary>
    private static BerichtFout Vreemd(XElement element) => element.Name.LocalName switch
    {
        "PstlAdr" => Fout(element.Parent, "Heeft een adres; dat gaat niet naar de bank.", "BB-12"),
        "CdtrAgt" or "BICFI" or "BIC" => Fout(element.Parent, "Noemt een bank; die zoekt de bank zelf bij het IBAN.", "BB-09"),
        "LclInstrm" or "InstrPrty" or "CtgyPurp" => Fout(element.Parent, "Vraagt een andere soort betaling dan een gewone.", "BB-05"),
        _ => Fout(element.Parent, "Heeft een onderdeel dat hier niet hoort.", "BB-15"),
    };

    private static void Tekst(XElement element, string plaats, FaultList fouten)
    {
        var tekst = element.Value;
        if (tekst.Length == 0 || tekst.Trim() != tekst)
        {
            fouten.Add(Fout(element, "Is leeg of heeft spaties aan het begin of eind.", "BB-13"));
        }

        if (!tekst.All(Banktekst.IsBankteken))
        {
            fouten.Add(Fout(element, "Heeft tekens die de bank niet aanneemt.", "BT-05"));
        }

        if (Woorden().IsMatch(tekst) || (plaats == $"{Opdracht}/RmtInf/Ustrd" && LijktPersoonsnummer(tekst)) || (ZonderNummer.Contains(plaats) && LangNummer().IsMatch(tekst)))
        {
            fouten.Add(Fout(element, "Lijkt een BSN of V-nummer te hebben, of zegt waarom de gemeente betaalt. Laat dat weg; een nummer van de ontvanger zelf kan als betalingskenmerk.", "BB-15"));
        }
    }

    /// <remarks>That no BSN begins with two zeros, and that a V-nummer begins with 28 or 29, is assumed: else one policy number in eleven would be taken for a person's.</remarks>
    private static bool LijktPersoonsnummer(string tekst) =>
        Vnummer().IsMatch(tekst) || NegenCijfers().Matches(tekst).Any(gevonden => string.Concat(gevonden.Value.Where(char.IsAsciiDigit)) is var cijfers && !cijfers.StartsWith("00", StringComparison.Ordinal) && Bsn.TryParse(cijfers, out _));

    private static BerichtFout Fout(XElement? element, string detail, string code) => new(Waar(element), detail) { Code = code };

    /// <summary>Each part with its number among those of its name, so that a person finds the order. Only looked up for a fault.</summary>
    private static string Waar(XElement? element) => element?.Parent is null
        ? string.Empty
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Waar(element.Parent)}/{element.Name.LocalName}/{element.ElementsBeforeSelf(element.Name).Count() + 1}");

    /// <summary>With each path the ones above it.</summary>
    private static HashSet<string> Met(params string[] paden) =>
        [.. paden.SelectMany(pad => Enumerable.Range(1, pad.Split('/').Length - 1).Select(diepte => string.Join('/', pad.Split('/').Take(diepte + 1))))];

    [GeneratedRegex("asiel|statushouder|ontzorg|bijstand|inburger|burgerservicenummer|vreemdeling|\\bBSN|\\bV-?(nummer|nr)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Woorden();

    [GeneratedRegex("[0-9]{9}", RegexOptions.None, 1000)]
    private static partial Regex LangNummer();

    [GeneratedRegex(@"(?<![0-9])([0-9]{9}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3})(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NegenCijfers();

    [GeneratedRegex("(?<![0-9])2[89][0-9]{8}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Vnummer();
}
