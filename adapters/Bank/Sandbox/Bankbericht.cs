using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Inburgering.Gateway.Sandbox.Bank;

/// <summary>Reports as the bank writes them.</summary>
internal static class Bankbericht
{
    private const string Begin = "urn:iso:std:iso:20022:tech:xsd:";

    /// <summary>Accepted, but for the orders that are refused.</summary>
    public static byte[] Status(string id, Ontvangenbestand bestand, IReadOnlyList<Boekregel> geweigerd, DateTimeOffset nu)
    {
        XNamespace n = $"{Begin}pain.002.001.10";
        var stand = geweigerd.Count > 0 ? "PART" : "ACCP";
        return Bytes(n, new XElement(
            n + "CstmrPmtStsRpt",
            Kop(n, id, nu),
            new XElement(
                n + "OrgnlGrpInfAndSts",
                new XElement(n + "OrgnlMsgId", bestand.MsgId),
                new XElement(n + "OrgnlMsgNmId", bestand.Soort),
                new XElement(n + "OrgnlNbOfTxs", bestand.Opdrachten.Count),
                new XElement(n + "OrgnlCtrlSum", Euro(bestand.Opdrachten.Sum(o => o.Centen))),
                new XElement(n + "GrpSts", stand)),
            new XElement(n + "OrgnlPmtInfAndSts", new XElement(n + "OrgnlPmtInfId", bestand.PmtInfId), new XElement(n + "PmtInfSts", stand), geweigerd.Select(regel => Weigering(n, regel)))));
    }

    /// <summary>The whole file is refused: its id was seen before.</summary>
    public static byte[] Dubbel(string id, Ontvangenbestand bestand, DateTimeOffset nu)
    {
        XNamespace n = $"{Begin}pain.002.001.10";
        return Bytes(n, new XElement(
            n + "CstmrPmtStsRpt",
            Kop(n, id, nu),
            new XElement(
                n + "OrgnlGrpInfAndSts", new XElement(n + "OrgnlMsgId", bestand.MsgId), new XElement(n + "OrgnlMsgNmId", bestand.Soort), new XElement(n + "GrpSts", "RJCT"), Reden(n, "StsRsnInf", "DUPL"))));
    }

    public static byte[] Advies(string id, string rekening, Bankboeking boeking, DateOnly dag, DateTimeOffset nu)
    {
        XNamespace n = $"{Begin}camt.054.001.08";
        return Bytes(n, new XElement(
            n + "BkToCstmrDbtCdtNtfctn", Kop(n, id, nu), new XElement(n + "Ntfctn", new XElement(n + "Id", id), Rekening(n, rekening), Post(n, boeking, dag, null))));
    }

    public static byte[] Afschrift(string id, string rekening, int nummer, long begin, IReadOnlyList<Bankboeking> boekingen, DateOnly dag, DateTimeOffset nu)
    {
        XNamespace n = $"{Begin}camt.053.001.08";
        return Bytes(n, new XElement(
            n + "BkToCstmrStmt",
            Kop(n, id, nu),
            new XElement(
                n + "Stmt",
                new XElement(n + "Id", id),
                new XElement(n + "ElctrncSeqNb", nummer),
                Rekening(n, rekening),
                Saldo(n, "OPBD", begin, dag),
                Saldo(n, "CLBD", begin + boekingen.Sum(b => b.Centen), dag),
                boekingen.Select((boeking, i) => Post(n, boeking, dag, i + 1)))));
    }

    private static XElement Kop(XNamespace n, string id, DateTimeOffset nu) =>
        new(n + "GrpHdr", new XElement(n + "MsgId", id), new XElement(n + "CreDtTm", nu.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));

    private static XElement Rekening(XNamespace n, string rekening) =>
        new(n + "Acct", new XElement(n + "Id", new XElement(n + "IBAN", rekening)), new XElement(n + "Ccy", "EUR"));

    private static XElement Saldo(XNamespace n, string soort, long centen, DateOnly dag) => new(
        n + "Bal",
        new XElement(n + "Tp", new XElement(n + "CdOrPrtry", new XElement(n + "Cd", soort))),
        Bedrag(n, centen),
        new XElement(n + "Dt", Dag(n, dag)));

    private static XElement Post(XNamespace n, Bankboeking boeking, DateOnly dag, int? nummer) => new(
        n + "Ntry",
        nummer is null ? null : new XElement(n + "NtryRef", nummer),
        Bedrag(n, boeking.Centen),
        new XElement(n + "Sts", new XElement(n + "Cd", "BOOK")),
        new XElement(n + "BookgDt", Dag(n, dag)),
        new XElement(n + "AcctSvcrRef", boeking.Referentie),
        new XElement(n + "BkTxCd", new XElement(n + "Prtry", new XElement(n + "Cd", "SANDBOX"))),
        new XElement(n + "NtryDtls", new XElement(
            n + "TxDtls",
            new XElement(n + "Refs", new XElement(n + "EndToEndId", boeking.Regel.EndToEndId)),
            Bedrag(n, boeking.Centen),
            boeking.Retour is null ? new XElement(n + "RltdPties", new XElement(n + "CdtrAcct", new XElement(n + "Id", new XElement(n + "IBAN", boeking.Regel.Iban)))) : null,
            boeking.Retour is { } reden ? Reden(n, "RtrInf", reden) : null)));

    private static XElement Weigering(XNamespace n, Boekregel regel) => new(
        n + "TxInfAndSts",
        new XElement(n + "OrgnlEndToEndId", regel.EndToEndId),
        new XElement(n + "TxSts", "RJCT"),
        Reden(n, "StsRsnInf", regel.Reden!),
        new XElement(n + "OrgnlTxRef", new XElement(n + "Amt", new XElement(n + "InstdAmt", new XAttribute("Ccy", "EUR"), Euro(regel.Centen)))));

    private static XElement Reden(XNamespace n, string naam, string code) => new(n + naam, new XElement(n + "Rsn", new XElement(n + "Cd", code)));

    /// <summary>Amount and direction.</summary>
    private static object[] Bedrag(XNamespace n, long centen) =>
        [new XElement(n + "Amt", new XAttribute("Ccy", "EUR"), Euro(Math.Abs(centen))), new XElement(n + "CdtDbtInd", centen < 0 ? "DBIT" : "CRDT")];

    private static XElement Dag(XNamespace n, DateOnly dag) => new(n + "Dt", dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Euro(long centen) => (centen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static byte[] Bytes(XNamespace n, XElement inhoud)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            new XDocument(new XElement(n + "Document", inhoud)).Save(xml);
        }

        return stream.ToArray();
    }
}
