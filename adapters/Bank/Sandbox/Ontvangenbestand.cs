using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace Inburgering.Gateway.Sandbox.Bank;

/// <summary>A payment file as the bank reads it.</summary>
/// <param name="Soort">"pain.001.001.09" or .03.</param>
/// <param name="Sha256">Of the bytes.</param>
internal sealed record Ontvangenbestand(string MsgId, string PmtInfId, string Soort, string Sha256, string Rekening, DateOnly Dag, IReadOnlyList<Ontvangenopdracht> Opdrachten)
{
    private const string Begin = "urn:iso:std:iso:20022:tech:xsd:";

    /// <summary>Null: the bank does not take it.</summary>
    /// <param name="fout">Why not; null when it is taken.</param>
    public static Ontvangenbestand? Lees(byte[] bytes, out string? fout)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var wortel = XDocument.Load(reader).Root!;
            var soort = wortel.Name.NamespaceName.StartsWith(Begin, StringComparison.Ordinal) ? wortel.Name.NamespaceName[Begin.Length..] : string.Empty;
            fout = soort is "pain.001.001.09" or "pain.001.001.03" ? null : "Onbekende berichtversie.";
            return fout is null ? Lees(wortel, soort, Convert.ToHexStringLower(SHA256.HashData(bytes)), out fout) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            fout = "Het bestand is beschadigd of onvolledig.";
            return null;
        }
    }

    private static Ontvangenbestand? Lees(XElement wortel, string soort, string hash, out string? fout)
    {
        XElement Deel(XElement in_, params string[] pad) => pad.Aggregate(in_, (hier, naam) => hier.Element(wortel.Name.Namespace + naam) ?? throw new FormatException(naam));
        var bericht = Deel(wortel, "CstmrCdtTrfInitn");
        var (kop, batch) = (Deel(bericht, "GrpHdr"), Deel(bericht, "PmtInf"));
        Ontvangenopdracht[] opdrachten =
        [
            .. batch.Elements(wortel.Name.Namespace + "CdtTrfTxInf").Select(tx => new Ontvangenopdracht(
                Deel(tx, "PmtId", "EndToEndId").Value, Centen(Deel(tx, "Amt", "InstdAmt").Value), Deel(tx, "CdtrAcct", "Id", "IBAN").Value)),
        ];
        var som = opdrachten.Sum(opdracht => opdracht.Centen);
        fout = new[] { kop, batch }.All(deel => int.Parse(Deel(deel, "NbOfTxs").Value, CultureInfo.InvariantCulture) == opdrachten.Length && Centen(Deel(deel, "CtrlSum").Value) == som)
            ? null
            : "Aantal of totaal klopt niet.";
        return fout is not null ? null : new Ontvangenbestand(
            Deel(kop, "MsgId").Value,
            Deel(batch, "PmtInfId").Value,
            soort,
            hash,
            Deel(batch, "DbtrAcct", "Id", "IBAN").Value,
            DateOnly.ParseExact(Deel(batch, "ReqdExctnDt").Value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            opdrachten);
    }

    private static long Centen(string tekst) => (long)(decimal.Parse(tekst, CultureInfo.InvariantCulture) * 100);
}

/// <summary>One order as the bank reads it.</summary>
internal sealed record Ontvangenopdracht(string EndToEndId, long Centen, string Iban);
