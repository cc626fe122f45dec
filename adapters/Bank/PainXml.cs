using System.Globalization;
using System.Text;
using System.Xml;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank;

/// <summary>Renders pain.001: nothing in it that the bank can do without (payments 2).</summary>
internal sealed class PainXml
{
    private const string Waar = "true", Onwaar = "false";

    private readonly XmlWriter xml;
    private readonly Betaalbestand bestand;
    private readonly string ruimte;

    private PainXml(XmlWriter xml, Betaalbestand bestand) => (this.xml, this.bestand, ruimte) = (xml, bestand, Isobericht.Naamruimte(Isobericht.Soort(bestand.Profiel.Versie)));

    /// <summary>UTF-8 without a byte order mark; the same record gives the same bytes.</summary>
    public static byte[] Schrijf(Betaalbestand bestand)
    {
        using var inhoud = new MemoryStream();
        using (var writer = XmlWriter.Create(inhoud, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            new PainXml(writer, bestand).Document();
        }

        return inhoud.ToArray();
    }

    private void Document()
    {
        xml.WriteStartDocument();
        xml.WriteStartElement(Isobericht.Wortel, ruimte);
        In("CstmrCdtTrfInitn", () =>
        {
            In("GrpHdr", Kop);
            In("PmtInf", Batch);
        });
        xml.WriteEndDocument();
    }

    private void Kop()
    {
        Tekst("MsgId", bestand.BerichtId.ToString());
        Tekst("CreDtTm", bestand.Gemaakt.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Totalen();
        In("InitgPty", () => Tekst("Nm", bestand.Opdrachtgever.Tekst));
    }

    private void Batch()
    {
        Tekst("PmtInfId", bestand.BatchId.ToString());
        Tekst("PmtMtd", "TRF");
        Tekst("BtchBookg", bestand.Profiel.Verzamelboeking ? Waar : Onwaar);
        Totalen();
        In("PmtTpInf", () => In("SvcLvl", () => Tekst("Cd", "SEPA")));
        Datum();
        In("Dbtr", () => Tekst("Nm", bestand.Opdrachtgever.Tekst));
        Rekening("DbtrAcct", bestand.Rekening);
        In("DbtrAgt", () => In("FinInstnId", () => In("Othr", () => Tekst("Id", Isobericht.NietGegeven))));
        Tekst("ChrgBr", "SLEV");
        foreach (var opdracht in bestand.Opdrachten)
        {
            In("CdtTrfTxInf", () => Opdracht(opdracht));
        }
    }

    private void Totalen()
    {
        Tekst("NbOfTxs", bestand.Opdrachten.Count.ToString(CultureInfo.InvariantCulture));
        Tekst("CtrlSum", XmlBedrag.Schrijf(Bedrag.Som(bestand.Opdrachten.Select(opdracht => opdracht.Bedrag))));
    }

    /// <remarks>The element Dt within it is new in .09.</remarks>
    private void Datum()
    {
        var dag = bestand.Uitvoeringsdatum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (bestand.Profiel.Versie == Painversie.V03)
        {
            Tekst("ReqdExctnDt", dag);
        }
        else
        {
            In("ReqdExctnDt", () => Tekst("Dt", dag));
        }
    }

    private void Opdracht(Betaalopdracht opdracht)
    {
        In("PmtId", () => Tekst("EndToEndId", opdracht.Kenmerk.ToString()));
        In("Amt", () =>
        {
            xml.WriteStartElement("InstdAmt", ruimte);
            xml.WriteAttributeString("Ccy", Isobericht.Euro);
            xml.WriteString(XmlBedrag.Schrijf(opdracht.Bedrag));
            xml.WriteEndElement();
        });
        In("Cdtr", () => Tekst("Nm", opdracht.Naam.Tekst));
        Rekening("CdtrAcct", opdracht.Rekening);
        In("RmtInf", () => Schrijf(opdracht.Omschrijving));
    }

    private void Schrijf(Omschrijving omschrijving)
    {
        switch (omschrijving)
        {
            case Omschrijving.Vrij(var tekst):
                Tekst("Ustrd", tekst.Tekst);
                break;
            case Omschrijving.Kenmerk(var referentie):
                In("Strd", () => In("CdtrRefInf", () => Referentie(referentie)));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Referentie(Crediteurreferentie referentie)
    {
        In("Tp", () =>
        {
            In("CdOrPrtry", () => Tekst("Cd", "SCOR"));
            Tekst("Issr", Isobericht.Uitgever(referentie.Soort));
        });
        Tekst("Ref", referentie.Reveal());
    }

    private void Rekening(string naam, Iban iban) => In(naam, () => In("Id", () => Tekst("IBAN", iban.Reveal())));

    private void Tekst(string naam, string tekst) => xml.WriteElementString(naam, ruimte, tekst);

    private void In(string naam, Action inhoud)
    {
        xml.WriteStartElement(naam, ruimte);
        inhoud();
        xml.WriteEndElement();
    }
}
