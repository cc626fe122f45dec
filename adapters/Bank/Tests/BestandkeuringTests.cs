using System.Text;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Adapters.Bank.Keuring;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Tests;

/// <summary>payments 2: each rule is broken in a file that was right, and the check names it.</summary>
public sealed partial class BestandkeuringTests
{
    private const string Iban = "NL42RABO0300012345";

    private static readonly DateOnly Vandaag = DateOnly.FromDateTime(Betaalvoorbeeld.Nu.DateTime);
    private static readonly string Goed = Encoding.UTF8.GetString(((Bestanduitkomst.Geschreven)new BetaalbestandSchrijver().Schrijf(Betaalvoorbeeld.Ontzorgen)).Inhoud.Span);

    /// <summary>What is changed, how, the code of the rule, and whether the schema lets it through: there our own check is the only guard.</summary>
    private static readonly (string Wat, Func<string, string> Mutatie, string Code, bool SchemaLaatDoor)[] Mutaties =
    [
        ("1 another version", s => s.Replace("pain.001.001.09", "pain.001.001.03", StringComparison.Ordinal), "BB-01", true),
        ("1 a version that nobody knows", s => s.Replace("pain.001.001.09", "pain.001.001.12", StringComparison.Ordinal), "BB-01", true),
        ("1 two batches of one account and day", s => Laatste(Dubbel(s, "PmtInf"), "000017-01</PmtInfId>", "000017-02</PmtInfId>"), "BB-01", true),
        ("1 no header", s => Zonder(s, "GrpHdr"), "BB-01", false),
        ("2 no number in the header", s => Eerste(s, "<NbOfTxs>4</NbOfTxs>", "<NbOfTxs>5</NbOfTxs>"), "BB-02", true),
        ("2 no number in the batch", s => Laatste(s, "<NbOfTxs>4</NbOfTxs>", string.Empty), "BB-02", true),
        ("2 wrong number in the batch", s => Laatste(s, "<NbOfTxs>4</NbOfTxs>", "<NbOfTxs>3</NbOfTxs>"), "BB-02", true),
        ("2 no sum in the header", s => Eerste(s, "<CtrlSum>1294.10</CtrlSum>", string.Empty), "BB-02", true),
        ("2 wrong sum in the header", s => Eerste(s, "1294.10", "1294.11"), "BB-02", true),
        ("2 wrong sum in the batch", s => Laatste(s, "1294.10", "1294.09"), "BB-02", true),
        ("2 sum with one decimal", s => Laatste(s, "1294.10", "1294.1"), "BB-02", true),
        ("3 slash in MsgId", s => Eerste(s, "GW-0384", "GW/0384"), "BB-03", true),
        ("3 double slash in PmtInfId", s => s.Replace("000017-01</PmtInfId>", "//017-01</PmtInfId>", StringComparison.Ordinal), "BB-03", true),
        ("3 EndToEndId of 36", s => s.Replace("ZW7Q2K-202611-HUUR-1", new string('A', 36), StringComparison.Ordinal), "BB-03", false),
        ("3 underscore in EndToEndId", s => s.Replace("ZW7Q2K-202611-HUUR-1", "ZW7Q2K_202611", StringComparison.Ordinal), "BB-03", true),
        ("4 EndToEndId twice", s => s.Replace("ZW7Q2K-202611-ENER-1", "ZW7Q2K-202611-HUUR-1", StringComparison.Ordinal), "BB-04", true),
        ("4 PmtInfId twice", s => Dubbel(s, "PmtInf"), "BB-04", true),
        ("5 cheque", s => s.Replace("<PmtMtd>TRF", "<PmtMtd>CHK", StringComparison.Ordinal), "BB-05", true),
        ("5 urgent", s => s.Replace("<Cd>SEPA", "<Cd>URGP", StringComparison.Ordinal), "BB-05", true),
        ("5 no service level", s => Zonder(s, "PmtTpInf"), "BB-05", true),
        ("5 costs to the creditor", s => s.Replace("<ChrgBr>SLEV", "<ChrgBr>CRED", StringComparison.Ordinal), "BB-05", true),
        ("5 no charge bearer", s => Zonder(s, "ChrgBr"), "BB-05", true),
        ("5 dollars", s => Eerste(s, "Ccy=\"EUR\"", "Ccy=\"USD\""), "BB-05", true),
        ("5 instant", s => s.Replace("</SvcLvl>", "</SvcLvl><LclInstrm><Cd>INST</Cd></LclInstrm>", StringComparison.Ordinal), "BB-05", true),
        ("6 a date-time", s => s.Replace("<Dt>2026-11-27</Dt>", "<DtTm>2026-11-27T00:00:00</DtTm>", StringComparison.Ordinal), "BT-07", true),
        ("6 a Saturday", s => Dag(s, "2026-11-28"), "BT-07", true),
        ("6 Christmas", s => Dag(s, "2026-12-25"), "BT-07", true),
        ("6 yesterday", s => Dag(s, "2026-11-24"), "BT-07", true),
        ("6 more than a year ahead", s => Dag(s, "2027-11-26"), "BT-07", true),
        ("6 no date of the old form", s => s.Replace("<ReqdExctnDt><Dt>2026-11-27</Dt></ReqdExctnDt>", "<ReqdExctnDt>2026-11-27</ReqdExctnDt>", StringComparison.Ordinal), "BB-00", false),
        ("7 nothing", s => Bedrag(s, "0.00"), "BT-04", true),
        ("7 three decimals", s => Bedrag(s, "612.350"), "BT-04", true),
        ("7 one decimal", s => Bedrag(s, "612.3"), "BT-04", true),
        ("7 no decimals", s => Bedrag(s, "612"), "BT-04", true),
        ("7 a cent too much", s => Bedrag(s, "1000000000.00"), "BT-04", true),
        ("7 a comma", s => Bedrag(s, "612,35"), "BT-04", false),
        ("7 a zero at the front", s => Bedrag(s, "0612.35"), "BT-04", true),
        ("7 a sign", s => Bedrag(s, "+612.35"), "BT-04", true),
        ("8 check digits", s => s.Replace(Iban, "NL43RABO0300012345", StringComparison.Ordinal), "BT-01", true),
        ("8 small letters", s => s.Replace(Iban, "NL42rabo0300012345", StringComparison.Ordinal), "BT-01", true),
        ("8 spaces", s => s.Replace(Iban, "NL42 RABO 0300 0123 45", StringComparison.Ordinal), "BT-01", false),
        ("8 outside SEPA", s => s.Replace(Iban, "TR330006100519786457841326", StringComparison.Ordinal), "BT-01", true),
        ("8 the gemeente's own, wrong", s => s.Replace("NL65BNGH0285999901", "NL65BNGH0285999902", StringComparison.Ordinal), "BT-01", true),
        ("8 to the gemeente itself", s => s.Replace(Iban, "NL65BNGH0285999901", StringComparison.Ordinal), "BB-08", true),
        ("9 NOTPROVIDED as a BIC", s => s.Replace("<Othr><Id>NOTPROVIDED</Id></Othr>", "<BICFI>NOTPROVIDED</BICFI>", StringComparison.Ordinal), "BB-09", true),
        ("9 no bank of the debtor's named", s => s.Replace("<Othr><Id>NOTPROVIDED</Id></Othr>", "<Nm>BNG</Nm>", StringComparison.Ordinal), "BB-09", true),
        ("9 the creditor's bank", s => Eerste(s, "</Amt>", "</Amt><CdtrAgt><FinInstnId><BICFI>RABONL2U</BICFI></FinInstnId></CdtrAgt>"), "BB-09", true),
        ("10 name of 71", s => s.Replace("Stichting Woonvoorbeeld", new string('a', 71), StringComparison.Ordinal), "BT-06", true),
        ("10 debtor's name of 71", s => s.Replace("<Dbtr><Nm>Gemeente Voorbeeldstad", $"<Dbtr><Nm>{new string('a', 71)}", StringComparison.Ordinal), "BT-06", true),
        ("10 no name", s => s.Replace("<Cdtr><Nm>Stichting Woonvoorbeeld</Nm></Cdtr>", string.Empty, StringComparison.Ordinal), "BT-06", true),
        ("10 two texts", s => s.Replace("<Ustrd>Uitkering november 2026</Ustrd>", "<Ustrd>Uitkering</Ustrd><Ustrd>november 2026</Ustrd>", StringComparison.Ordinal), "BB-10", true),
        ("10 text of 141", s => s.Replace("Uitkering november 2026", new string('a', 141), StringComparison.Ordinal), "BB-10", false),
        ("11 text and reference", s => Eerste(s, "<Strd>", "<Ustrd>Huur</Ustrd><Strd>"), "BB-11", true),
        ("11 neither", s => s.Replace("<RmtInf><Ustrd>Uitkering november 2026</Ustrd></RmtInf>", string.Empty, StringComparison.Ordinal), "BB-11", true),
        ("11 two references", s => Dubbel(s, "Strd"), "BB-11", true),
        ("11 reference with a wrong check digit", s => s.Replace("4020261112345678", "5020261112345678", StringComparison.Ordinal), "BT-03", true),
        ("11 RF with a wrong check digit", s => s.Replace("RF50HUUR20261100123", "RF51HUUR20261100123", StringComparison.Ordinal), "BT-03", true),
        ("11 issuer of another kind", s => Eerste(s, "<Issr>ISO", "<Issr>CUR"), "BT-03", true),
        ("12 an address", s => s.Replace("<Nm>A. Voorbeeld</Nm>", "<Nm>A. Voorbeeld</Nm><PstlAdr><TwnNm>Voorbeeldstad</TwnNm><Ctry>NL</Ctry></PstlAdr>", StringComparison.Ordinal), "BB-12", true),
        ("13 a space at the end", s => s.Replace("Stichting Woonvoorbeeld<", "Stichting Woonvoorbeeld <", StringComparison.Ordinal), "BB-13", true),
        ("13 an empty name", s => s.Replace("<Nm>A. Voorbeeld</Nm>", "<Nm></Nm>", StringComparison.Ordinal), "BB-13", false),
        ("13 a name of a space", s => s.Replace("<Nm>A. Voorbeeld</Nm>", "<Nm> </Nm>", StringComparison.Ordinal), "BB-13", true),
        ("13 small letters", s => s.Replace("<ChrgBr>SLEV", "<ChrgBr>slev", StringComparison.Ordinal), "BB-05", false),
        ("14 byte order mark", s => $"\ufeff{s}", "BB-14", true),
        ("14 another encoding", s => s.Replace("encoding=\"utf-8\"", "encoding=\"iso-8859-1\"", StringComparison.Ordinal), "BB-14", true),
        ("14 no declaration", s => s[(s.IndexOf("?>", StringComparison.Ordinal) + 2)..], "BB-14", true),
        ("14 characters the bank does not take", s => s.Replace("A. Voorbeeld", "Á. Vöorbeeld", StringComparison.Ordinal), "BT-05", true),
        ("14 a sign the bank does not take", s => s.Replace("Uitkering november", "Uitkering; november", StringComparison.Ordinal), "BT-05", true),
        ("15 a BSN", s => s.Replace("Uitkering november 2026", "Uitkering 999990019", StringComparison.Ordinal), "BB-15", true),
        ("15 a V-nummer", s => s.Replace("Uitkering november 2026", "Uitkering 2900000017", StringComparison.Ordinal), "BB-15", true),
        ("15 a number as EndToEndId", s => s.Replace("ZW7Q2K-202611-LEEF-1", "LEEF-999990018", StringComparison.Ordinal), "BB-15", true),
        ("15 why, in the name", s => s.Replace("A. Voorbeeld", "A. Voorbeeld statushouder", StringComparison.Ordinal), "BB-15", true),
        ("15 why, in the text", s => s.Replace("Uitkering november", "Inburgering november", StringComparison.Ordinal), "BB-15", true),
        ("15 why, in the debtor's name", s => s.Replace("Gemeente Voorbeeldstad", "Gemeente Voorbeeldstad bijstand", StringComparison.Ordinal), "BB-15", true),
        ("15 why, as a purpose", s => Eerste(s, "<RmtInf>", "<Purp><Cd>SSBE</Cd></Purp><RmtInf>"), "BB-15", true),
        ("15 for whom", s => Eerste(s, "<RmtInf>", "<UltmtCdtr><Nm>B. Voorbeeld</Nm></UltmtCdtr><RmtInf>"), "BB-15", true),
        ("15 a comment", s => s.Replace("<GrpHdr>", "<!-- 999990019 --><GrpHdr>", StringComparison.Ordinal), "BB-15", true),
        ("16 batch booking", s => s.Replace("<BtchBookg>false", "<BtchBookg>true", StringComparison.Ordinal), "BB-16", true),
        ("16 no batch booking", s => Zonder(s, "BtchBookg"), "BB-16", true),
        ("cut off", s => s[..^20], "BB-00", false),
        ("a DTD", s => s.Replace("?><Document", "?><!DOCTYPE Document [<!ENTITY a \"b\">]><Document", StringComparison.Ordinal), "BB-00", false),
    ];

    public static TheoryData<string> Gevallen => [.. Mutaties.Select(geval => geval.Wat)];

    [Theory]
    [MemberData(nameof(Gevallen))]
    public void Keur_FileWithOneRuleBroken_NamesTheRule(string wat)
    {
        var (_, mutatie, code, schemaLaatDoor) = Mutaties.Single(geval => geval.Wat == wat);
        var kapot = mutatie(Goed);
        Assert.NotEqual(Goed, kapot);

        var codes = Bestandkeuring.Keur(Encoding.UTF8.GetBytes(kapot), Betaalvoorbeeld.Profiel, Vandaag).Select(fout => fout.Code!).ToArray();

        Assert.True(codes.Contains(code), $"{wat}: {string.Join(' ', codes)}");
        Assert.True(schemaLaatDoor == !codes.Contains("BB-00") || code is "BB-01" or "BB-14", $"{wat}: the schema, {string.Join(' ', codes)}");
    }

    [Fact]
    public void Mutaties_RulesOfPayments2_AreAllThere()
    {
        var regels = Mutaties.Select(geval => Regelnummer().Match(geval.Wat).Value).Where(nummer => nummer.Length > 0).Select(int.Parse).Distinct().Order();

        Assert.Equal(Enumerable.Range(1, 16), regels);
    }

    [Fact]
    public void Keur_FileAsItWasWritten_FindsNothing() => Assert.Empty(Bestandkeuring.Keur(Encoding.UTF8.GetBytes(Goed), Betaalvoorbeeld.Profiel, Vandaag));

    /// <summary>Who made the file may not be who looks at it: the file for one bank is not right for another.</summary>
    [Fact]
    public void Keur_FileForAnotherProfile_IsRefused()
    {
        Assert.Contains("BB-01", Bestandkeuring.Keur(Encoding.UTF8.GetBytes(Goed), Betaalvoorbeeld.Oud, Vandaag).Select(fout => fout.Code));
        Assert.Equal(["BT-07"], Bestandkeuring.Keur(Encoding.UTF8.GetBytes(Goed), Betaalvoorbeeld.Profiel, new DateOnly(2026, 11, 30)).Select(fout => fout.Code));
    }

    /// <summary>A fault tells where, never what stands there.</summary>
    [Fact]
    public void Keur_AnyMutation_RepeatsNoAccountNoNameAndNoNumber() => Assert.All(
        Mutaties.SelectMany(geval => Bestandkeuring.Keur(Encoding.UTF8.GetBytes(geval.Mutatie(Goed)), Betaalvoorbeeld.Profiel, Vandaag)),
        fout => Assert.DoesNotMatch("RABO|BNGH|Voorbeeld|Woon|999990019|2900000017", $"{fout.Pointer} {fout.Detail.Replace(Betaalvoorbeeld.Profiel.Naam, string.Empty, StringComparison.Ordinal)}"));

    [Fact]
    public void Keur_AnyBytes_NeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(Goed);
        var willekeur = new Random(20261125);
        for (var i = 0; i < 2_000; i++)
        {
            var kapot = (byte[])bytes.Clone();
            kapot[willekeur.Next(kapot.Length)] = (byte)willekeur.Next(256);
            Assert.NotNull(Bestandkeuring.Keur(kapot.AsMemory(0, i % 5 == 0 ? willekeur.Next(kapot.Length) : kapot.Length), Betaalvoorbeeld.Profiel, Vandaag));
        }
    }

    private static string Dag(string tekst, string dag) => tekst.Replace("<Dt>2026-11-27", $"<Dt>{dag}", StringComparison.Ordinal);

    private static string Bedrag(string tekst, string bedrag) => tekst.Replace(">612.35<", $">{bedrag}<", StringComparison.Ordinal);

    private static string Eerste(string tekst, string oud, string nieuw) => Vervang(tekst, tekst.IndexOf(oud, StringComparison.Ordinal), oud, nieuw);

    private static string Laatste(string tekst, string oud, string nieuw) => Vervang(tekst, tekst.LastIndexOf(oud, StringComparison.Ordinal), oud, nieuw);

    private static string Vervang(string tekst, int plaats, string oud, string nieuw) => $"{tekst[..plaats]}{nieuw}{tekst[(plaats + oud.Length)..]}";

    private static string Zonder(string tekst, string element) => Vervang(tekst, tekst.IndexOf($"<{element}>", StringComparison.Ordinal), Deel(tekst, element), string.Empty);

    private static string Dubbel(string tekst, string element) => Eerste(tekst, Deel(tekst, element), Deel(tekst, element) + Deel(tekst, element));

    private static string Deel(string tekst, string element)
    {
        var begin = tekst.IndexOf($"<{element}>", StringComparison.Ordinal);
        return tekst[begin..(tekst.IndexOf($"</{element}>", begin, StringComparison.Ordinal) + element.Length + 3)];
    }

    [GeneratedRegex("^[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Regelnummer();
}
