using System.Globalization;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Adapters.Bank.Keuring;

/// <summary>The rules of payments 2 on the file and its batches.</summary>
internal sealed partial class Betaalregels(Isodeel document, Bankprofiel profiel, DateOnly vandaag)
{
    private readonly HashSet<string> kenmerken = new(StringComparer.Ordinal);
    private int aantal;

    /// <summary>Looks at everything; the faults are kept by the document.</summary>
    public void Keur()
    {
        if (document.Deel("CstmrCdtTrfInitn") is not { } bericht || bericht.Deel("GrpHdr") is not { } kop)
        {
            document.Twijfel("Heeft geen kop.", "BB-01");
            return;
        }

        var batches = bericht.Delen("PmtInf");
        var opdrachten = batches.SelectMany(batch => batch.Delen("CdtTrfTxInf")).ToArray();
        aantal = opdrachten.Length;
        Kop(bericht, kop, opdrachten);
        Groepen(bericht, batches);
        foreach (var batch in batches)
        {
            Batch(batch);
        }
    }

    private void Kop(Isodeel bericht, Isodeel kop, IReadOnlyCollection<Isodeel> opdrachten)
    {
        if (bericht.Delen("GrpHdr").Count != 1)
        {
            bericht.Twijfel("Heeft meer dan één kop.", "BB-01");
        }

        Id(kop, "MsgId");
        Totalen(kop, opdrachten);
        Naam(kop, "InitgPty");
        if (aantal > profiel.MeesteOpdrachten)
        {
            kop.Twijfel($"Heeft meer dan de {profiel.MeesteOpdrachten} opdrachten die {profiel.Naam} aanneemt. Maak er meer bestanden van.", "BB-17");
        }
    }

    /// <summary>Rule 1, and rule 4 for what one file can show of it.</summary>
    private static void Groepen(Isodeel bericht, IReadOnlyList<Isodeel> batches)
    {
        var groepen = batches.Select(batch => (batch.Tekst("DbtrAcct", "Id", "IBAN"), Uitvoering(batch)?.Tekst())).ToArray();
        if (groepen.Length == 0 || groepen.Distinct().Count() < groepen.Length)
        {
            bericht.Twijfel("Is niet één batch per rekening en uitvoeringsdatum.", "BB-01");
        }

        if (batches.Select(batch => batch.Tekst("PmtInfId")).Distinct(StringComparer.Ordinal).Count() < batches.Count)
        {
            bericht.Twijfel("Twee batches hebben hetzelfde id.", "BB-04");
        }
    }

    private void Batch(Isodeel batch)
    {
        var opdrachten = batch.Delen("CdtTrfTxInf");
        Id(batch, "PmtInfId");
        Totalen(batch, opdrachten);
        Vast(batch, "BB-05", "TRF", "PmtMtd");
        Vast(batch, "BB-05", "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        Vast(batch, "BB-05", "SLEV", "ChrgBr");
        Vast(batch, "BB-09", Isobericht.NietGegeven, "DbtrAgt", "FinInstnId", "Othr", "Id");
        Vast(batch, "BB-16", profiel.Verzamelboeking ? "true" : "false", "BtchBookg");
        Naam(batch, "Dbtr");
        Iban(batch, "DbtrAcct");
        Datum(batch);
        foreach (var opdracht in opdrachten)
        {
            new Opdrachtregels(opdracht, batch).Keur();
            if (opdracht.Tekst("PmtId", "EndToEndId") is { } kenmerk && !kenmerken.Add(kenmerk))
            {
                opdracht.Twijfel("Het kenmerk staat twee keer in het bestand.", "BB-04");
            }
        }
    }

    /// <summary>Rule 2.</summary>
    private static void Totalen(Isodeel deel, IReadOnlyCollection<Isodeel> opdrachten)
    {
        if (deel.Tekst("NbOfTxs") != opdrachten.Count.ToString(CultureInfo.InvariantCulture))
        {
            deel.Twijfel("Het aantal opdrachten ontbreekt of klopt niet.", "BB-02");
        }

        var som = opdrachten.Aggregate(0m, (totaal, opdracht) => totaal + (XmlBedrag.Lees(opdracht.Tekst("Amt", "InstdAmt"))?.Centen ?? 0));
        if (deel.Tekst("CtrlSum") is not { } totaal || !TweeDecimalen().IsMatch(totaal) || XmlBedrag.Lees(totaal)?.Centen != som)
        {
            deel.Twijfel("Het totaalbedrag ontbreekt, klopt niet of heeft geen twee decimalen.", "BB-02");
        }
    }

    /// <summary>Rule 6.</summary>
    private void Datum(Isodeel batch)
    {
        if (Uitvoering(batch)?.Tekst() is not { } tekst || !DateOnly.TryParseExact(tekst, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag)
            || !Bankdagen.Is(dag) || dag < vandaag || dag > vandaag.AddYears(1))
        {
            batch.Twijfel(
                string.Create(CultureInfo.InvariantCulture, $"De uitvoeringsdatum is geen bankdag, ligt in het verleden of meer dan een jaar vooruit; eerstvolgende: {Bankdagen.Eerstvolgende(vandaag):yyyy-MM-dd}."),
                "BT-07");
        }
    }

    /// <remarks>The element Dt within it is new in .09.</remarks>
    private static Isodeel? Uitvoering(Isodeel batch) => batch.Deel("ReqdExctnDt", "Dt") ?? (batch.Deel("ReqdExctnDt") is { Element.HasElements: false } oud ? oud : null);

    private static void Vast(Isodeel deel, string regel, string waarde, params ReadOnlySpan<string> pad)
    {
        if (deel.Deel(pad)?.Element.Value != waarde)
        {
            deel.Twijfel($"Hier hoort «{waarde}» te staan: {string.Join('/', pad)}.", regel);
        }
    }

    /// <summary>Rule 3.</summary>
    internal static void Id(Isodeel deel, params ReadOnlySpan<string> pad)
    {
        if (!Betaalid.TryParse(deel.Deel(pad)?.Element.Value, out _))
        {
            deel.Twijfel($"Is geen id van 1 tot en met 35 letters, cijfers en streepjes: {string.Join('/', pad)}.", "BB-03");
        }
    }

    /// <summary>Rule 10.</summary>
    internal static void Naam(Isodeel deel, string partij)
    {
        if (deel.Deel(partij, "Nm")?.Element.Value is not { Length: > 0 and <= Banktekst.Naamlengte })
        {
            deel.Twijfel($"De naam ontbreekt of is langer dan {Banktekst.Naamlengte} tekens: {partij}.", "BT-06");
        }
    }

    /// <summary>Rule 8.</summary>
    internal static void Iban(Isodeel deel, string rekening)
    {
        if (deel.Deel(rekening, "Id", "IBAN")?.Element.Value is not { } tekst || !Partners.Betalen.Iban.TryParse(tekst, out var iban) || iban.Reveal() != tekst || !iban.IsSepa)
        {
            deel.Twijfel($"Dit IBAN klopt niet (controlegetal), is niet geschreven zoals de bank het leest of ligt buiten SEPA: {rekening}.", "BT-01");
        }
    }

    [GeneratedRegex(@"^[0-9]{1,15}\.[0-9]{2}\z", RegexOptions.None, 1000)]
    private static partial Regex TweeDecimalen();
}
