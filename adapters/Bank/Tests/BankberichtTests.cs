using System.Text;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>payments 5, 7 and 9: what a bank's file says, and what goes to quarantine with which reason. What a right file says is in the examples.</summary>
public sealed class BankberichtTests
{
    private static readonly string Dag = Bankbestand.Voorbeeld("afschrift-dag");
    private static readonly string Geweigerd = Bankbestand.Voorbeeld("status-een-geweigerd");

    private static readonly (string Wat, Func<byte[]> Bestand, string Code)[] Slecht =
    [
        ("nothing", () => [], "BK-02"),
        ("white space", () => "  \n"u8.ToArray(), "BK-02"),
        ("no XML", () => "HTTP 503"u8.ToArray(), "BK-02"),
        ("JSON", () => "{}"u8.ToArray(), "BK-02"),
        ("cut off", () => Bytes(Dag[..(Dag.Length / 2)]), "BK-02"),
        ("cut off behind the last entry", () => Bytes(Dag[..Dag.LastIndexOf("</Stmt>", StringComparison.Ordinal)]), "BK-02"),
        ("something behind the end", () => Bytes(Dag + "<Document/>"), "BK-02"),
        ("UTF-16 with its mark", () => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Dag)], "BK-02"),
        ("UTF-16 without its mark", () => Encoding.Unicode.GetBytes(Dag), "BK-02"),
        ("UTF-16 by its own word", () => Bytes(Dag.Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal)), "BK-02"),
        ("another encoding", () => Bytes(Dag.Replace("encoding=\"UTF-8\"", "encoding=\"windows-1252\"", StringComparison.Ordinal)), "BK-02"),
        ("no UTF-8", () => Encoding.Latin1.GetBytes(Dag.Replace("Woonvoorbeeld", "Wöonvoorbeeld", StringComparison.Ordinal)), "BK-02"),
        ("entities upon entities", () => Bytes(Dag.Replace("<Document", Entiteiten + "<Document", StringComparison.Ordinal).Replace("leges paspoort", "&i;", StringComparison.Ordinal)), "BK-02"),
        ("a file of ours as an entity", () => Bytes(Dag.Replace("<Document", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document", StringComparison.Ordinal).Replace("leges paspoort", "&x;", StringComparison.Ordinal)), "BK-02"),
        ("an older version", () => Bytes(Dag.Replace("camt.053.001.08", "camt.053.001.02", StringComparison.Ordinal)), "BK-01"),
        ("another message", () => Bytes(Dag.Replace("camt.053.001.08", "camt.052.001.08", StringComparison.Ordinal)), "BK-01"),
        ("a payment file", () => Bytes(Dag.Replace("camt.053.001.08", "pain.001.001.09", StringComparison.Ordinal)), "BK-01"),
        ("no namespace", () => Bytes(Dag.Replace(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"", string.Empty, StringComparison.Ordinal)), "BK-01"),
        ("another root", () => "<html/>"u8.ToArray(), "BK-01"),
        ("another's message under the root of one that we know", () => Bytes(Dag.Replace("camt.053.001.08", "camt.054.001.08", StringComparison.Ordinal)), "BK-02"),
        ("an element that the schema lacks", () => Bytes(Dag.Replace("<NtryRef>1</NtryRef>", "<NtryRef>1</NtryRef><Extra/>", StringComparison.Ordinal)), "BK-02"),
        ("no account", () => Bytes(Dag.Replace("<Acct><Id><IBAN>NL65BNGH0285999901</IBAN></Id><Ccy>EUR</Ccy></Acct>", string.Empty, StringComparison.Ordinal)), "BK-02"),
        ("an account with wrong check digits", () => Bytes(Dag.Replace("NL65BNGH0285999901", "NL66BNGH0285999901", StringComparison.Ordinal)), "BK-02"),
        ("an account without IBAN", () => Bytes(Dag.Replace("<IBAN>NL65BNGH0285999901</IBAN>", "<Othr><Id>0285999901</Id></Othr>", StringComparison.Ordinal)), "BK-02"),
        ("an account in dollars", () => Bytes(Dag.Replace("<Ccy>EUR</Ccy>", "<Ccy>USD</Ccy>", StringComparison.Ordinal)), "BK-02"),
        ("an entry in dollars", () => Bytes(Dag.Replace("<Amt Ccy=\"EUR\">25.00", "<Amt Ccy=\"USD\">25.00", StringComparison.Ordinal)), "BK-02"),
        ("a balance in dollars", () => Bytes(Dag.Replace("<Amt Ccy=\"EUR\">50000.00", "<Amt Ccy=\"USD\">50000.00", StringComparison.Ordinal)), "BK-02"),
        ("three decimals", () => Bytes(Dag.Replace("<Amt Ccy=\"EUR\">25.00", "<Amt Ccy=\"EUR\">25.001", StringComparison.Ordinal)), "BK-02"),
        ("a balance that does not add up", () => Bytes(Dag.Replace("49238.90", "49238.91", StringComparison.Ordinal)), "BK-04"),
        ("an entry more", () => Bytes(Dag.Replace(">25.00<", ">26.00<", StringComparison.Ordinal)), "BK-04"),
        ("an entry that is booked the other way", () => Bytes(Dag.Replace("25.00</Amt><CdtDbtInd>CRDT", "25.00</Amt><CdtDbtInd>DBIT", StringComparison.Ordinal)), "BK-04"),
        ("a closing balance below zero", () => Bytes(Dag.Replace("49238.90</Amt><CdtDbtInd>CRDT", "49238.90</Amt><CdtDbtInd>DBIT", StringComparison.Ordinal)), "BK-04"),
        ("no opening balance", () => Bytes(Dag.Replace("OPBD", "FWAV", StringComparison.Ordinal)), "BK-02"),
        ("no closing balance", () => Bytes(Dag.Replace("CLBD", "CLAV", StringComparison.Ordinal)), "BK-02"),
        ("two opening balances", () => Bytes(Dubbel("OPBD")), "BK-02"),
        ("two closing balances", () => Bytes(Dubbel("CLBD")), "BK-02"),
        ("one reference for two entries", () => Bytes(Dag.Replace("<NtryRef>2<", "<NtryRef>1<", StringComparison.Ordinal)), "BK-02"),
        ("amounts beyond any sum", () => Bytes(Dag.Replace("50000.00", "99999999999999999", StringComparison.Ordinal)), "BK-02"),
        ("a status of another message", () => Bytes(Geweigerd.Replace("<OrgnlMsgNmId>pain.001.001.09", "<OrgnlMsgNmId>pain.008.001.08", StringComparison.Ordinal)), "BK-01"),
        ("a status without an original", () => Bytes(Geweigerd.Replace("<OrgnlMsgId>GW-0384-20261125-000017</OrgnlMsgId>", string.Empty, StringComparison.Ordinal)), "BK-02"),
        ("too large", () => new byte[BankberichtLezer.MeesteBytes + 1], "BK-02"),
    ];

    private static readonly string Entiteiten = "<!DOCTYPE Document [<!ENTITY a \"lachen\">"
        + string.Concat("bcdefghi".Select(letter => $"<!ENTITY {letter} \"{string.Concat(Enumerable.Repeat($"&{(char)(letter - 1)};", 10))}\">")) + "]>";

    public static TheoryData<string> Gevallen => [.. Slecht.Select(geval => geval.Wat)];

    [Theory]
    [MemberData(nameof(Gevallen))]
    public void Lees_BadFile_IsForQuarantineWithTheReason(string wat)
    {
        var (_, bestand, code) = Slecht.Single(geval => geval.Wat == wat);
        var bytes = bestand();
        var voor = GC.GetAllocatedBytesForCurrentThread();

        var fouten = Assert.IsType<PartnerReply<Bankbericht>.Unreadable>(new BankberichtLezer().Lees(bytes)).Fouten;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - voor, 0, 16 * 1024 * 1024);
        Assert.InRange(fouten.Count, 1, 100);
        Assert.Contains(code, fouten.Select(fout => fout.Code));
        Assert.All(fouten, fout => Assert.DoesNotMatch("[0-9]{6}|BNGH|RABO|Voorbeeld|leges", $"{fout.Pointer} {fout.Detail}"));
    }

    /// <summary>Data of the bank's own is legal where the schema has a place for it, however deep.</summary>
    [Fact]
    public void Lees_SupplementaryData_IsNoFault()
    {
        var eigen = string.Concat(Enumerable.Repeat("<d>", 5_000)) + string.Concat(Enumerable.Repeat("</d>", 5_000));
        var bestand = Dag.Replace("</Stmt>", $"</Stmt><SplmtryData><Envlp><x xmlns=\"urn:bank\">{eigen}</x></Envlp></SplmtryData>", StringComparison.Ordinal);

        Assert.IsType<PartnerReply<Bankbericht>.Answer>(new BankberichtLezer().Lees(Bytes(bestand)));
        Assert.IsType<PartnerReply<Bankbericht>.Answer>(new BankberichtLezer().Lees(Bytes($"\ufeff{bestand}")));
    }

    [Theory]
    [InlineData("RJCT", "AC01", Bankoordeel.Afgewezen, Redensoort.RekeningOnjuist)]
    [InlineData("RJCT", "DUPL", Bankoordeel.AlGezien, Redensoort.AlGezien)]
    [InlineData("RJCT", "AM05", Bankoordeel.AlGezien, Redensoort.AlGezien)]
    [InlineData("RJCT", "AC04", Bankoordeel.Afgewezen, Redensoort.RekeningGesloten)]
    [InlineData("RJCT", "AC06", Bankoordeel.Afgewezen, Redensoort.RekeningGesloten)]
    [InlineData("RJCT", "AG01", Bankoordeel.Afgewezen, Redensoort.AndereRekening)]
    [InlineData("RJCT", "AG02", Bankoordeel.Afgewezen, Redensoort.Bestandsfout)]
    [InlineData("RJCT", "AM04", Bankoordeel.Afgewezen, Redensoort.Saldo)]
    [InlineData("RJCT", "BE04", Bankoordeel.Afgewezen, Redensoort.NaamOntbreekt)]
    [InlineData("RJCT", "RR03", Bankoordeel.Afgewezen, Redensoort.NaamOntbreekt)]
    [InlineData("RJCT", "CNOR", Bankoordeel.Afgewezen, Redensoort.AndereRekening)]
    [InlineData("RJCT", "RC01", Bankoordeel.Afgewezen, Redensoort.AndereRekening)]
    [InlineData("RJCT", "ED05", Bankoordeel.Afgewezen, Redensoort.BankVragen)]
    [InlineData("RJCT", "TECH", Bankoordeel.Afgewezen, Redensoort.BankVragen)]
    [InlineData("RJCT", "MS03", Bankoordeel.Afgewezen, Redensoort.BankVragen)]
    [InlineData("RJCT", "NARR", Bankoordeel.Afgewezen, Redensoort.BankVragen)]
    [InlineData("RJCT", "FF01", Bankoordeel.Afgewezen, Redensoort.Bestandsfout)]
    [InlineData("RJCT", "MD07", Bankoordeel.Afgewezen, Redensoort.Overleden)]
    [InlineData("RJCT", "MS02", Bankoordeel.Afgewezen, Redensoort.DoorOntvangerGeweigerd)]
    [InlineData("RJCT", "RR04", Bankoordeel.Afgewezen, Redensoort.Toezicht)]
    [InlineData("RJCT", "XX99", Bankoordeel.Afgewezen, Redensoort.Onbekend)]
    [InlineData("ACCP", "NARR", Bankoordeel.Geaccepteerd, Redensoort.BankVragen)]
    [InlineData("ACSP", "NARR", Bankoordeel.Geaccepteerd, Redensoort.BankVragen)]
    [InlineData("ACWC", "NARR", Bankoordeel.Geaccepteerd, Redensoort.BankVragen)]
    [InlineData("ACSC", "NARR", Bankoordeel.Geaccepteerd, Redensoort.BankVragen)]
    [InlineData("ACCC", "NARR", Bankoordeel.Geaccepteerd, Redensoort.BankVragen)]
    [InlineData("ACSC", "DUPL", Bankoordeel.Geaccepteerd, Redensoort.AlGezien)]
    [InlineData("RCVD", "NARR", Bankoordeel.Ontvangen, Redensoort.BankVragen)]
    [InlineData("ACTC", "NARR", Bankoordeel.Ontvangen, Redensoort.BankVragen)]
    [InlineData("PDNG", "NARR", Bankoordeel.Ontvangen, Redensoort.BankVragen)]
    [InlineData("PART", "NARR", Bankoordeel.Gedeeltelijk, Redensoort.BankVragen)]
    [InlineData("RCVC", "NARR", Bankoordeel.Naamcontrole, Redensoort.BankVragen)]
    [InlineData("RVMC", "NARR", Bankoordeel.Naamcontrole, Redensoort.BankVragen)]
    [InlineData("RVNM", "NARR", Bankoordeel.Naamcontrole, Redensoort.BankVragen)]
    [InlineData("RVNA", "NARR", Bankoordeel.Naamcontrole, Redensoort.BankVragen)]
    [InlineData("RVCM", "NARR", Bankoordeel.Naamcontrole, Redensoort.BankVragen)]
    [InlineData("RVNC", "NARR", Bankoordeel.Naamcontrole, Redensoort.BankVragen)]
    [InlineData("CANC", "NARR", Bankoordeel.Onbekend, Redensoort.BankVragen)]
    public void Lees_Code_MeansWhatPaymentsSays(string status, string reden, Bankoordeel oordeel, Redensoort soort)
    {
        var bestand = Geweigerd.Replace("<TxSts>RJCT<", $"<TxSts>{status}<", StringComparison.Ordinal).Replace("<Cd>AC01<", $"<Cd>{reden}<", StringComparison.Ordinal);

        var gelezen = Assert.IsType<Bankbericht.Status>(Antwoord(Bytes(bestand))).Batches[0].Opdrachten[0].Status!;

        Assert.Equal((status, oordeel, soort), (gelezen.Code, gelezen.Oordeel, gelezen.Redenen[0].Soort));
    }

    /// <summary>What a bank writes in words may name the person or the account.</summary>
    [Fact]
    public void Lees_WordsOfTheBank_LoseLongNumbers()
    {
        var bestand = Geweigerd.Replace("Rekening onjuist", "Rekening NL42RABO0300012345 van 999990019 onjuist", StringComparison.Ordinal);

        var toelichting = Assert.IsType<Bankbericht.Status>(Antwoord(Bytes(bestand))).Batches[0].Opdrachten[0].Status!.Redenen[0].Toelichting;

        Assert.Equal("Rekening NL42RABO(nummer weggelaten) van (nummer weggelaten) onjuist", toelichting);
    }

    [Theory]
    [InlineData(1, false, "OPBD", "ITBD", true)]
    [InlineData(2, false, "ITBD", "ITBD", true)]
    [InlineData(2, true, "ITBD", "CLBD", true)]
    [InlineData(1, true, "OPBD", "CLBD", true)]
    [InlineData(1, true, "PRCD", "CLBD", true)]
    [InlineData(1, false, "ITBD", "ITBD", false)]
    [InlineData(2, true, "ITBD", "ITBD", false)]
    public void Lees_Page_AddsUpByItself(int pagina, bool laatste, string begin, string eind, bool goed)
    {
        var bestand = Dag.Replace("</Id>\n      <ElctrncSeqNb>", $"</Id><StmtPgntn><PgNb>{pagina}</PgNb><LastPgInd>{(laatste ? "true" : "false")}</LastPgInd></StmtPgntn><ElctrncSeqNb>", StringComparison.Ordinal)
            .Replace("OPBD", begin, StringComparison.Ordinal).Replace("CLBD", eind, StringComparison.Ordinal);

        var gelezen = new BankberichtLezer().Lees(Bytes(bestand));

        if (goed)
        {
            var afschrift = Assert.IsType<Bankbericht.Afschriften>(Antwoord(Bytes(bestand))).Lijst.Single();
            Assert.Equal((new Pagina(pagina, laatste), new Bedrag(5_000_000), new Bedrag(4_923_890)), (afschrift.Pagina, afschrift.Begin.Bedrag, afschrift.Eind.Bedrag));
        }
        else
        {
            Assert.IsType<PartnerReply<Bankbericht>.Unreadable>(gelezen);
        }
    }

    /// <summary>Only what is booked moves money.</summary>
    [Theory]
    [InlineData("PDNG", Poststand.InBehandeling)]
    [InlineData("INFO", Poststand.Informatie)]
    [InlineData("FUTR", Poststand.Informatie)]
    public void Lees_EntryThatIsNotBooked_DoesNotCount(string code, Poststand stand)
    {
        var los = Dag.LastIndexOf("<Cd>BOOK", StringComparison.Ordinal);
        var bestand = $"{Dag[..los]}<Cd>{code}{Dag[(los + "<Cd>BOOK".Length)..]}".Replace("49238.90", "49213.90", StringComparison.Ordinal);

        Assert.Equal(stand, Assert.IsType<Bankbericht.Afschriften>(Antwoord(Bytes(bestand))).Lijst[0].Posten[3].Stand);
    }

    /// <summary>The seed of the benchmark: a statement of 20,000 entries; four times the entries cost four times the work.</summary>
    [Fact]
    public void Lees_LongStatement_CostsInProportion()
    {
        new BankberichtLezer().Lees(Bankbestand.Afschrift(10));

        Assert.InRange((double)Kosten(20_000) / Kosten(5_000), 3.0, 5.0);
    }

    [Fact]
    public void Lees_AnyFile_NeverThrowsAndRepeatsNoValue()
    {
        var willekeur = new Random(20261127);
        foreach (var goed in new[] { Dag, Geweigerd, Bankbestand.Voorbeeld("advies-retour") }.Select(Bytes))
        {
            for (var i = 0; i < 1_000; i++)
            {
                var kapot = (byte[])goed.Clone();
                kapot[willekeur.Next(kapot.Length)] = (byte)willekeur.Next(256);
                if (new BankberichtLezer().Lees(kapot.AsMemory(0, i % 5 == 0 ? willekeur.Next(kapot.Length) : kapot.Length)) is PartnerReply<Bankbericht>.Unreadable(var fouten))
                {
                    Assert.NotEmpty(fouten);
                    Assert.All(fouten, fout => Assert.DoesNotMatch("[0-9]{6}|RABO|BNGH", $"{fout.Pointer} {fout.Detail}"));
                }
            }
        }
    }

    /// <summary>The day with one of its balances twice, so that it still adds up.</summary>
    private static string Dubbel(string soort)
    {
        var begin = Dag.LastIndexOf("<Bal>", Dag.IndexOf(soort, StringComparison.Ordinal), StringComparison.Ordinal);
        var eind = Dag.IndexOf("</Bal>", begin, StringComparison.Ordinal) + "</Bal>".Length;
        return Dag.Insert(eind, Dag[begin..eind]);
    }

    private static long Kosten(int posten)
    {
        var bestand = Bankbestand.Afschrift(posten);
        var voor = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(posten, Assert.IsType<Bankbericht.Afschriften>(Antwoord(bestand)).Lijst[0].Posten.Count);
        return GC.GetAllocatedBytesForCurrentThread() - voor;
    }

    private static Bankbericht Antwoord(byte[] bestand) => new BankberichtLezer().Lees(bestand) switch
    {
        PartnerReply<Bankbericht>.Answer(var bericht) => bericht,
        PartnerReply<Bankbericht>.Unreadable(var fouten) => throw new InvalidOperationException(string.Join('\n', fouten)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static byte[] Bytes(string tekst) => Encoding.UTF8.GetBytes(tekst);
}
