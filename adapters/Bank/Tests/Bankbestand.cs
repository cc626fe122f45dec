using System.Globalization;
using System.Text;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>Files of an invented bank: those of the examples, and statements of any length.</summary>
internal static class Bankbestand
{
    public static string Voorbeeld(string naam) => File.ReadAllText(Path.Combine(SharedContracts.RepositoryRoot, "adapters", "Bank", "Examples", naam, "partner.xml"));

    /// <summary>A statement that adds up: each entry pays 0.01 more than the one before it.</summary>
    public static byte[] Afschrift(int posten)
    {
        var tekst = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>BANK-REEKS</MsgId><CreDtTm>2026-11-28T05:00:00</CreDtTm></GrpHdr><Stmt><Id>REEKS</Id><ElctrncSeqNb>1</ElctrncSeqNb><Acct><Id><IBAN>NL65BNGH0285999901</IBAN></Id><Ccy>EUR</Ccy></Acct>
            """);
        var som = posten * (posten + 1L) / 2;
        tekst.Append(Saldo("OPBD", som)).Append(Saldo("CLBD", 0));
        for (var i = 1; i <= posten; i++)
        {
            tekst.Append(CultureInfo.InvariantCulture, $"""
                <Ntry><NtryRef>{i}</NtryRef><Amt Ccy="EUR">{i / 100}.{i % 100:D2}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-27</Dt></BookgDt><BkTxCd><Prtry><Cd>NL</Cd></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>REEKS-{i:D6}</EndToEndId></Refs><Amt Ccy="EUR">{i / 100}.{i % 100:D2}</Amt><CdtDbtInd>DBIT</CdtDbtInd><RltdPties><CdtrAcct><Id><IBAN>NL42RABO0300012345</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls></Ntry>
                """);
        }

        return Encoding.UTF8.GetBytes(tekst.Append("</Stmt></BkToCstmrStmt></Document>").ToString());
    }

    private static string Saldo(string soort, long centen) => string.Create(
        CultureInfo.InvariantCulture,
        $"""<Bal><Tp><CdOrPrtry><Cd>{soort}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{centen / 100}.{centen % 100:D2}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-27</Dt></Dt></Bal>""");
}
